/** What a clause about a person tells, told without the person: `the wrong volume was deleted`. */
import type {Sentence} from '../../language/clauses.ts';
import {pastParticiple, simplePast} from '../../language/inflection.ts';
import {askOfOmission, asks} from './asks.ts';
import {type Deed, deedOf} from './deed.ts';
import type {Told} from './predicate.ts';
import {restEnd} from './rest.ts';
import {isSomebody, speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import {toldOfObject} from './told-object.ts';
import type {Unit} from './units.ts';

const following = new Set(['cause', 'trigger', 'provoke', 'produce']);

/** The unit without its person, or undefined where that cannot be said with certainty. */
export function toldWithout(unit: Unit, sentence: Sentence): Told | undefined {
	const told = toldOfDecision(unit, sentence) ?? toldOfLetting(unit, sentence);
	const deed = told === undefined ? deedOf(unit, sentence) : undefined;
	if (deed === undefined) return told;
	const isEffect = following.has(deed.action.lemma) && deed.done && deed.kind === 'told';
	const outcome = isEffect ? toldOfOutcome(unit, sentence) : undefined;
	if (outcome !== undefined) return outcome;
	return toldOfSlip(unit, deed, sentence) ?? toldOfObject(unit, deed, sentence) ?? toldOfClause(unit, deed, sentence);
}

/** `… and caused a loss of 900 orders`: what followed. `caused an outage while rolling back`: what began. */
function toldOfOutcome({clause: {verb, object}, start, end, ownSubject}: Unit, sentence: Sentence): Told | undefined {
	const {tokens} = sentence;
	const isBare = object !== undefined && !isSomebody(object) && object.start === verb.end;
	const thing = isBare ? thingAt(sentence, object) : undefined;
	if (thing === undefined || speaksOfPeople(sentence, thing.start, end)) return undefined;
	const rest = withoutOwners(sentence, thing.end, end);
	const words = withoutOwners(sentence, thing.start, thing.end);
	const isJoined = !ownSubject && tokens[start - 1]?.norm === 'and';
	if (isJoined && /^(?:$|for |in |on |at |during )/.test(rest)) {
		return {words: `${words} followed${rest === '' ? '' : ` ${rest}`}`, ask: asks.done};
	}
	const isNew = /^(?:an?|another) /i.test(words) && /^(?:while|when|during) /.test(rest);
	return isNew && ownSubject ? {words: `${words} began ${rest}`, ask: asks.done} : undefined;
}

/** `Greg decided to upgrade Redis`: it was decided to. */
function toldOfDecision({clause: {verb, complement}, end}: Unit, sentence: Sentence): Told | undefined {
	const {tokens} = sentence;
	if (
		verb.lemma !== 'decide' ||
		complement === undefined ||
		verb.negated ||
		verb.passive ||
		verb.modal !== undefined ||
		!verb.past
	)
		return undefined;
	const stop = restEnd(complement.start, end, sentence);
	if (tokens[complement.start]?.norm !== 'to' || speaksOfPeople(sentence, complement.start, stop)) return undefined;
	return {words: `it was decided ${withoutOwners(sentence, complement.start, stop)}`, ask: asks.sensible};
}

/** `let the certificate expire`: the certificate expired. */
function toldOfLetting({clause: {verb, object}, end}: Unit, sentence: Sentence): Told | undefined {
	const {tokens, lexicon} = sentence;
	if (verb.lemma !== 'let' || object === undefined || verb.negated || object.start !== verb.end) return undefined;
	const next = tokens[object.end]?.norm ?? '';
	const thing = thingAt(sentence, object);
	if (
		!/^(?:expire|go|run|slip|fill|pass|lapse|drift|grow|crash|die|fail|happen|reach)$/.test(next) ||
		thing === undefined ||
		thing.end !== object.end
	)
		return undefined;
	const stop = tokens.findIndex(
		({norm, type}, at) => at > object.end && (type === 'mark' || /^(?:and|but|because|so)$/.test(norm)),
	);
	const last = stop < 0 ? tokens.length : stop;
	if (last < end || speaksOfPeople(sentence, object.start, last)) return undefined;
	const rest = withoutOwners(sentence, object.end + 1, last);
	if (rest === '' && /^(?:go|reach|slip|run|pass)$/.test(next)) return undefined;
	const words = `${withoutOwners(sentence, object.start, object.end)} ${simplePast(next, lexicon.irregular)}${rest === '' ? '' : ` ${rest}`}`;
	return {words, ask: /^(?:go|slip|pass|reach)$/.test(next) ? 'what let that through?' : 'what let that happen?'};
}

/** `made a typo in the rule`: there was a typo in the rule. */
function toldOfSlip({clause: {object}, end}: Unit, {action, done, kind}: Deed, sentence: Sentence): Told | undefined {
	const {tokens} = sentence;
	const noun = tokens[object?.head ?? -1]?.norm ?? '';
	if (
		action.lemma !== 'make' ||
		!done ||
		kind !== 'told' ||
		object?.start !== action.end ||
		!/^(?:typo|error|mistake|slip)$/.test(noun)
	)
		return undefined;
	const rest = withoutOwners(sentence, object.end, end);
	if (
		!/^(?:a|an)$/.test(tokens[object.start]?.norm ?? '') ||
		!/^(?:in|on|at|while|when|during)\b/.test(rest) ||
		speaksOfPeople(sentence, object.end, end)
	)
		return undefined;
	return {words: `there was ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} ${rest}`, ask: 'what made it easy to make?'};
}

const clausal = new Set(
	'notice see realise realize know understand check test verify say mention report announce consider anticipate foresee recognise recognize tell ask'.split(
		' ',
	),
);

/** `it was not noticed that the replication had stopped`: what hangs on the verb is a clause of its own. */
function toldOfClause(part: Unit, {action, done, kind, present}: Deed, sentence: Sentence): Told | undefined {
	const {tokens, lexicon} = sentence;
	const next = tokens[action.end]?.norm ?? '';
	if (
		done ||
		kind !== 'told' ||
		!clausal.has(action.lemma) ||
		!/^(?:that|if|whether|how|what|why|which|where|when)$/.test(next)
	)
		return undefined;
	const be = present ? 'is' : 'was';
	const isUnderstood = action.lemma === 'know' || action.lemma === 'understand';
	const isOpen = isUnderstood && next !== 'that';
	const participle = isUnderstood && isOpen ? 'clear' : pastParticiple(action.lemma, lexicon.irregular);
	const ask = isOpen
		? `what would ${present ? 'make' : 'have made'} that clear?`
		: askOfOmission(action.lemma, false, present);
	if (speaksOfPeople(sentence, action.end, part.end)) return undefined;
	const rest = withoutOwners(sentence, action.end, part.end);
	return {words: `it ${be} not ${participle}${rest === '' ? '' : ` ${rest}`}`, ask};
}
