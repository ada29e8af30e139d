/** Asks after a deed that has no thing to put in front: `What made it possible to merge without waiting for CI?` */
import type {Sentence} from '../../language/clauses.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import {isNegated, isPresent} from './deed.ts';
import {leadOf} from './lead.ts';
import {restEnd} from './rest.ts';
import {isSomebody, namesSomebody, withoutOwners} from './things.ts';
import type {Outline, Unit} from './units.ts';

const deeds = new Set(
	'merge deploy push release roll_back rollback rehearse reboot restart commit log sign test update migrate upgrade patch debug edit switch continue start stop ship type click press hit use turn flip pull rebase write copy paste change approve accept bypass run apply skip'.split(
		' ',
	),
);
const duties = new Set(
	'test check look read ask answer reply respond react escalate document coordinate communicate call warn announce validate verify notify follow roll_back roll plan prepare update monitor act speak report back clean wait rehearse review tell inform intervene verify share log write listen talk pick finish investigate learn measure consider inspect consult stop hand raise say patch'.split(
		' ',
	),
);
/** Verbs that hold a deed at a distance: `was afraid [to escalate]`. */
const shying = new Set(
	'fail forget neglect omit refuse decline hesitate bother manage care think dare want like remember'.split(' '),
);
const slips = new Set('mistake mistakes error errors typo blunder slip care manner attitude'.split(' '));
const longest = 14;

/** The question, or undefined where the sentence holds more than one deed. */
export function askedDeed(sentence: Sentence, outline: Outline): string | undefined {
	const unit = onlyDeed(sentence, outline);
	if (unit === undefined || !isSomebody(unit.clause.subject) || unit.clause.verb.passive) return undefined;
	const {verb, complement} = unit.clause;
	const negated = isNegated(unit, sentence);
	const isWish = verb.modal !== undefined && verb.perfect;
	const present = verb.modal === undefined && isPresent(verb, sentence);
	const {end} = outline;
	const afraid = shyOf(unit, sentence);
	if (afraid !== undefined) return easierQuestion(afraid, end, present, sentence);
	const late = soonerQuestion(unit, outline, present, sentence);
	if (late !== undefined) return late;
	if (verb.modal !== undefined && !isWish) return unableQuestion(unit, end, sentence);
	if (complement !== undefined) {
		const isShy = shying.has(verb.lemma) && !complement.negated && !complement.passive;
		const isUndone = isShy && failing.test(verb.lemma) !== negated;
		return isUndone ? easierQuestion(complement, end, present, sentence) : undefined;
	}
	if (isWish !== negated) return easierQuestion(verb, end, present, sentence);
	return present ? undefined : deedQuestion(verb, end, isWish ? 'look right' : 'possible', sentence);
}

const failing = /^(?:fail|forget|neglect|omit|refuse|decline|hesitate)$/;

/** `reacted far too late`: what would have made it easier to react sooner. */
function soonerQuestion(
	{clause: {verb}}: Unit,
	{end}: Outline,
	present: boolean,
	sentence: Sentence,
): string | undefined {
	const {tokens} = sentence;
	const too = tokens.findIndex(({norm}, at) => norm === 'too' && at > verb.main);
	const isLate = /^(?:late|slow|slowly)$/.test(tokens[too + 1]?.norm ?? '') && too + 2 === end;
	if (!isLate || verb.negated || verb.modal !== undefined || !duties.has(verb.lemma)) return undefined;
	const from = /^(?:far|much|way|a|bit|rather|quite)$/.test(tokens[too - 1]?.norm ?? '') ? too - 1 : too;
	const between = withoutOwners(sentence, verb.main + 1, from);
	if (namesSomebody(sentence, verb.main + 1, from) || from - verb.main > 6) return undefined;
	const phrase = `${verb.lemma} ${between}`.trim();
	return `What would ${present ? 'make' : 'have made'} it easier to ${phrase} sooner?`;
}

/** `could not restore the backup` */
function unableQuestion(unit: Unit, end: number, sentence: Sentence): string | undefined {
	const {verb, complement} = unit.clause;
	const isUnable = verb.modal === 'could' && isNegated(unit, sentence) && complement === undefined;
	if (!isUnable || unsuited.has(verb.lemma)) return undefined;
	const phrase = infinitiveOf(verb, Math.min(end, unit.end), sentence);
	return phrase === undefined || phrase === verb.lemma ? undefined : `What would have made it easier to ${phrase}?`;
}

/** `Why did nobody look at the graphs?` */
export function askedWhy(sentence: Sentence): string | undefined {
	const {tokens, clauses} = sentence;
	const [clause, second] = clauses;
	const isWhy = tokens[0]?.norm === 'why' && tokens[1]?.norm === 'did' && tokens.at(-1)?.text === '?';
	const isNot = tokens.some(({norm}) => norm === 'not' || norm === "n't" || norm === 'nobody' || norm === 'no');
	const verb = clause?.verb.main === 1 ? second?.verb : clause?.verb;
	if (!isWhy || !isNot || verb === undefined || clauses.length > 2) return undefined;
	return easierQuestion(verb, tokens.length - 1, false, sentence);
}

const unsuited = new Set(
	'be have know get do become blame handle believe understand keep want see expect think agree disagree say'.split(' '),
);

/** The one unit with a deed: before it may stand one about a state, as in `was in a hurry and merged`. */
function onlyDeed(sentence: Sentence, {units, opening}: Outline): Unit | undefined {
	const {tokens} = sentence;
	const [unit, second] = units.filter(({clause}, at) => at === units.length - 1 || !isIdle(clause));
	if (unit === undefined || second !== undefined || tokens.at(-1)?.text === '?') return undefined;
	if (unit !== units[0]) return tokens[unit.start - 1]?.norm === 'and' ? unit : undefined;
	const isFirst = unit.start <= opening + 2 || leadOf(sentence, opening, unit.start)?.words === '';
	return isFirst ? unit : undefined;
}

function deedQuestion(
	verb: VerbGroup,
	end: number,
	how: 'possible' | 'look right',
	sentence: Sentence,
): string | undefined {
	const phrase = deeds.has(verb.lemma) ? infinitiveOf(verb, end, sentence) : undefined;
	return phrase === undefined || phrase === verb.lemma ? undefined : `What made it ${how} to ${phrase}?`;
}

function isIdle({verb, subject}: Unit['clause']): boolean {
	return isSomebody(subject) && /^(?:be|get|want|panic|hurry|feel)$/.test(verb.lemma);
}

const bare = new Set(
	'test check ask answer reply respond react escalate communicate verify notify call intervene document coordinate investigate'.split(
		' ',
	),
);

/** `was afraid to`, `was reluctant to`, `did not feel like`: the verb that people shied away from. */
function shyOf({clause}: Unit, {tokens, clauses}: Sentence): VerbGroup | undefined {
	const {verb} = clause;
	const [first, second] = [tokens[verb.end]?.norm ?? '', tokens[verb.end + 1]?.norm ?? ''];
	const isShy = verb.lemma === 'be' && /^(?:afraid|reluctant|unwilling|hesitant)$/.test(first) && second === 'to';
	if (!isShy) return undefined;
	return [clause.complement, ...clauses.map((other) => other.verb)].find((group) => group?.start === verb.end + 1);
}

function easierQuestion(verb: VerbGroup, end: number, present: boolean, sentence: Sentence): string | undefined {
	if (!duties.has(verb.lemma)) return undefined;
	const phrase = infinitiveOf(verb, end, sentence);
	return phrase === undefined ? undefined : `What would ${present ? 'make' : 'have made'} it easier to ${phrase}?`;
}

/** The verb in its base form with all that follows it. */
function infinitiveOf({lemma, main}: VerbGroup, end: number, sentence: Sentence): string | undefined {
	const {tokens, lexicon} = sentence;
	const stop = restEnd(main + 1, end, sentence);
	const following = tokens.slice(main + 1, stop);
	if (following.length === 0) return bare.has(lemma) ? lemma : undefined;
	if (following.length > longest || !lexicon.verbsOf(lemma).some(({form}) => form === 'base')) return undefined;
	if (
		following.some(
			({type, norm}) =>
				(type === 'mark' && norm !== '-') ||
				lexicon.has(norm, 'careless-adverb') ||
				lexicon.has(norm, 'accident') ||
				norm === 'because' ||
				norm === 'so' ||
				slips.has(norm),
		)
	)
		return undefined;
	if (namesSomebody(sentence, main + 1, stop)) return undefined;
	if (
		/^(?:anything|nothing|something|everything|anyone|anybody|everyone|everybody|any|that|if|whether|out)$/.test(
			following[0]?.norm ?? '',
		)
	)
		return undefined;
	return `${lemma} ${withoutOwners(sentence, main + 1, stop).replace(/\bits\b/g, 'the')}`;
}
