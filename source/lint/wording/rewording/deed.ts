/** The deed in a clause about a person: what was done, left undone, wished for or planned. */
import type {Sentence} from '../../language/clauses.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import type {Unit} from './units.ts';

/** Verbs that hold out a deed that was not done: `failed [to renew]`. */
const failing = new Set('fail forget neglect omit miss refuse decline'.split(' '));
/** The same, where they are negated: `did not bother [to renew]`. */
const minding = new Set('bother manage care think dare remember try get'.split(' '));
const planning = new Set('suppose expect mean'.split(' '));
const wishes = new Set(['should', 'could', 'ought', 'might', 'would']);
const halfway = new Set('hardly barely scarcely nearly almost'.split(' '));

/** The verb of the deed, and how the sentence stands to it. */
export type Deed = {
	readonly action: VerbGroup;
	readonly done: boolean;
	readonly kind: 'told' | 'wish' | 'plan';
	readonly present: boolean;
};

/** The deed of a unit, or undefined where nothing tells whether it was done. */
export function deedOf(unit: Pick<Unit, 'clause'>, sentence: Sentence): Deed | undefined {
	const {verb, complement, subject} = unit.clause;
	const opener = sentence.tokens[subject?.start ?? -1]?.norm ?? '';
	const isAnyReader = subject?.referent === 'reader' && verb.form === 'base' && !verb.past;
	if (/^(?:few|hardly|not|half|some)$/.test(opener) || isAnyReader) return undefined;
	if (verb.adverbs.some((word) => halfway.has(word)) || isNeedless(verb, sentence)) return undefined;
	const negated = isNegated(unit, sentence);
	if (verb.passive) {
		const isPlan = planning.has(verb.lemma) && complement !== undefined && verb.modal === undefined && !negated;
		return isPlan ? {action: complement, done: false, kind: 'plan', present: !verb.past} : undefined;
	}
	if (verb.modal !== undefined) {
		const isWish = verb.perfect && wishes.has(verb.modal) && complement === undefined;
		return isWish ? {action: verb, done: negated, kind: 'wish', present: false} : undefined;
	}
	const present = isPresent(verb, sentence);
	if (complement === undefined) return {action: verb, done: !negated, kind: 'told', present};
	const isUndone = isPlain(complement, sentence) && (negated ? minding.has(verb.lemma) : failing.has(verb.lemma));
	return isUndone ? {action: complement, done: false, kind: 'told', present} : undefined;
}

function isPlain({start, perfect, passive, negated}: VerbGroup, {tokens}: Sentence): boolean {
	return tokens[start]?.norm === 'to' && !perfect && !passive && !negated;
}

/** `needn't have rebooted` says that it was done. */
function isNeedless({start, end, lemma}: VerbGroup, {tokens}: Sentence): boolean {
	return lemma !== 'need' && tokens.slice(start, end).some(({norm}) => norm === 'need');
}

/** Whether the clause is negated, in its verb or in whom it speaks of: `neither of them`. */
export function isNegated({clause: {verb, subject}}: Pick<Unit, 'clause'>, {tokens}: Sentence): boolean {
	const opener = tokens[subject?.start ?? -1]?.norm ?? '';
	const before = tokens[(subject?.start ?? 0) - 1]?.norm;
	return verb.negated || before === 'not' || subject?.referent === 'nobody' || /^(?:neither|none|no)$/.test(opener);
}

/** Whether it is told as present, where the form leaves no doubt. */
export function isPresent(verb: VerbGroup, {tokens, lexicon}: Sentence): boolean {
	const words = tokens.slice(verb.start, verb.end).map(({norm}) => norm);
	if (verb.past || verb.perfect || words.some((word) => /^(?:did|was|were|had)$/.test(word))) return false;
	const main = words.at(-1) ?? '';
	const canBePast = lexicon.verbsOf(main).some(({form}) => form === 'past');
	return !canBePast || words.includes('do') || words.includes('does');
}
