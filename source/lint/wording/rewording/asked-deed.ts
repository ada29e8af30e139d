/** Asks after a deed that has no thing to put in front: `What made it possible to merge without waiting for CI?` */
import type {Sentence} from '../../language/clauses.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import {isSomebody, namesSomebody, withoutOwners} from './things.ts';
import type {Outline, Unit} from './units.ts';

const deeds = new Set(
	'merge deploy push release roll_back rollback rehearse reboot restart commit log sign test update migrate upgrade patch debug edit switch continue start stop ship type click press hit use turn flip pull fail rebase write copy paste change approve accept bypass run apply skip'.split(
		' ',
	),
);
const duties = new Set(
	'test check look read ask answer reply respond react escalate document coordinate communicate call warn announce validate verify notify follow roll_back roll plan prepare update monitor act speak report back clean wait rehearse review tell inform intervene verify share log write listen talk pick finish investigate learn measure consider think inspect consult stop hand raise say patch'.split(
		' ',
	),
);
/** Verbs that hold a deed at a distance: `was afraid [to escalate]`. */
const shying = new Set('fail forget neglect omit refuse decline hesitate bother manage care think dare want like remember'.split(' '));
const slips = new Set('mistake mistakes error errors typo blunder slip care manner attitude'.split(' '));
const longest = 14;

/** The question, or undefined where the sentence holds more than one deed. */
export function askedDeed(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || tokens.at(-1)?.text === '?' || unit.start > opening + 2) return undefined;
	const {clause} = unit;
	const {verb, complement, subject} = clause;
	if (!isSomebody(subject) || verb.passive) return undefined;
	const opener = tokens[subject?.start ?? 0]?.norm ?? '';
	const negated = verb.negated || subject?.referent === 'nobody' || /^(?:neither|none|no)$/.test(opener);
	const present = !verb.past && !verb.perfect && verb.modal === undefined;
	const afraid = shyOf(unit, sentence);
	if (afraid !== undefined) return easierQuestion(afraid, end, present && !isPastForm(verb, sentence), sentence);
	const isWish = verb.modal !== undefined && verb.perfect;
	if (verb.modal !== undefined && !isWish) return undefined;
	if (complement !== undefined) {
		if (!shying.has(verb.lemma) || complement.negated || complement.passive) return undefined;
		const holds = /^(?:fail|forget|neglect|omit|refuse|decline|hesitate)$/.test(verb.lemma) ? !negated : negated;
		return holds ? easierQuestion(complement, end, present && !isPastForm(verb, sentence), sentence) : undefined;
	}
	if (isWish ? !negated : negated) return easierQuestion(verb, end, present && !isPastForm(verb, sentence), sentence);
	if (isWish && negated && deeds.has(verb.lemma)) {
		const phrase = infinitiveOf(verb, end, sentence);
		return phrase === undefined ? undefined : `What made it look right to ${phrase}?`;
	}
	if (isWish || !deeds.has(verb.lemma) || present) return undefined;
	const phrase = infinitiveOf(verb, end, sentence);
	return phrase === undefined ? undefined : `What made it possible to ${phrase}?`;
}

/** `was afraid to`, `was reluctant to`, `did not feel like`: the verb that people shied away from. */
function shyOf({clause}: Unit, {tokens, clauses}: Sentence): VerbGroup | undefined {
	const {verb} = clause;
	const [first, second] = [tokens[verb.end]?.norm ?? '', tokens[verb.end + 1]?.norm ?? ''];
	const isShy = verb.lemma === 'be' && /^(?:afraid|reluctant|unwilling|hesitant)$/.test(first) && second === 'to';
	if (!isShy) return undefined;
	return [clause.complement, ...clauses.map((other) => other.verb)].find((group) => group?.start === verb.end + 1);
}

function isPastForm({main}: VerbGroup, {tokens, lexicon}: Sentence): boolean {
	return lexicon.verbsOf(tokens[main]?.norm ?? '').some(({form}) => form === 'past') && !/^(?:do|does)$/.test(tokens[main - 1]?.norm ?? '');
}

function easierQuestion(verb: VerbGroup, end: number, present: boolean, sentence: Sentence): string | undefined {
	if (!duties.has(verb.lemma)) return undefined;
	const phrase = infinitiveOf(verb, end, sentence);
	return phrase === undefined ? undefined : `What would ${present ? 'make' : 'have made'} it easier to ${phrase}?`;
}

/** The verb in its base form with all that follows it. */
function infinitiveOf({lemma, main}: VerbGroup, end: number, sentence: Sentence): string | undefined {
	const {tokens, lexicon} = sentence;
	let stop = end;
	while (stop > main + 1 && /^(?:again|anyway|either|yet|,)$/.test(tokens[stop - 1]?.norm ?? '')) stop--;
	const following = tokens.slice(main + 1, stop);
	if (following.length === 0 || following.length > longest || !lexicon.verbsOf(lemma).some(({form}) => form === 'base')) return undefined;
	if (following.some(({type, norm}) => (type === 'mark' && norm !== '-') || lexicon.has(norm, 'careless-adverb') || lexicon.has(norm, 'accident') || norm === 'because' || norm === 'so' || slips.has(norm))) return undefined;
	if (namesSomebody(sentence, main + 1, stop)) return undefined;
	if (/^(?:anything|nothing|something|everything|any|that|if|whether|out)$/.test(following[0]?.norm ?? '')) return undefined;
	return `${lemma} ${withoutOwners(sentence, main + 1, stop)}`;
}
