/** Which objects can take the front of a passive. */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import type {Deed} from './deed.ts';
import {isSomebody} from './things.ts';

const informing = new Set(
	'tell inform notify warn ask page call alert consult contact involve update brief'.split(' '),
);
const giving = new Set(
	'give send tell show grant cost teach promise offer hand assign pay ask lend bring buy'.split(' '),
);
const unturned = new Set(
	'be have do cause go come get become let make keep see know want need like lack lose mean take find feel hope sleep chase fail'.split(
		' ',
	),
);
const unturnedUnlessNot = new Set('see find make keep'.split(' '));

/** Nouns that make an idiom with their verb, or a verdict: `dropped the ball`, `made a choice`. */
const idiomatic = new Set(
	'ball attention ownership eye eyes names corners care job head nerve sight trust mistake mistakes error errors choice choices itself themselves himself herself myself glory chance luck risk advantage priority responsibility step steps part word words boat point hypothesis plug problem problems thing things work abilities skills thought shrift'.split(
		' ',
	),
);

/** Whether the object of a verb can be said to be what the verb says: `the volume was deleted`. */
export function isTurnable({lemma}: VerbGroup, {done}: Deed, object: NounPhrase, {lexicon, tokens}: Sentence): boolean {
	if (!lexicon.verbsOf(lemma).some(({form}) => form === 'base')) return false;
	if (idiomatic.has(tokens[object.head]?.norm ?? '') && !isConcrete(object, tokens)) return false;
	const around = [tokens[object.start - 1]?.norm, tokens[object.end]?.norm];
	if (lemma === 'take' && around.some((word) => word === 'down' || word === 'out' || word === 'offline')) return true;
	if (unturned.has(lemma) && (done || !unturnedUnlessNot.has(lemma))) return false;
	const noun = tokens[object.head]?.norm ?? '';
	if (giving.has(lemma) && !isSomebody(object)) {
		return !tokens
			.slice(object.start, object.end)
			.some(({norm}) => lexicon.has(norm, 'outsider') || lexicon.has(norm, 'role') || lexicon.has(norm, 'people'));
	}
	return !lexicon.has(noun, 'time-noun') && !/^(?:second|minute|hour|day|week|month|quarter|year)s?$/.test(noun);
}

/** `the second step`, `the power plug`: with a word before the noun it is the thing itself. */
function isConcrete({start, head}: NounPhrase, tokens: Sentence['tokens']): boolean {
	const noun = tokens[head]?.norm ?? '';
	return /^(?:steps?|plug|problems?|risk|point)$/.test(noun) && head - start > (noun === 'plug' ? 1 : 0);
}

/** Whether somebody is told something, who may stay: `the other teams`. */
export function isInformed({lemma}: VerbGroup, object: NounPhrase, {tokens}: Sentence): boolean {
	const first = tokens[object.start]?.norm ?? '';
	return (
		informing.has(lemma) &&
		object.referent !== 'nobody' &&
		(/^(?:the|other|our)$/.test(first) || object.referent === 'outsider' || object.referent === 'department')
	);
}
