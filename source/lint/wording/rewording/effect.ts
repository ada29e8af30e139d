/** Keeps what happened and leaves out whom it was put down to. */
import type {Sentence} from '../../language/clauses.ts';
import {asks} from './asks.ts';
import {asking} from './statement.ts';
import {capital, isSomebody, speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import {type Outline, type Unit, written} from './units.ts';

const slips = new Set('mistake error typo fault slip oversight blunder omission lapse negligence carelessness misjudgement misjudgment'.split(' '));
const causes = new Set('cause trigger lead result contribute create produce provoke'.split(' '));
const vague = new Set('blame fault responsibility cause reason way day job thing culprit problem it this that'.split(' '));

/** `The config change caused the outage: what let it through?` */
export function withoutOwner(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, phrases, text} = sentence;
	if (tokens.at(-1)?.text === '?') return undefined;
	const owned = [...phrases.values()].filter(({owner, start}) => owner !== undefined && owner !== 'thing' && owner !== 'self' && start >= opening);
	const [phrase, another] = owned;
	if (phrase === undefined || another !== undefined) return undefined;
	const mark = tokens.slice(phrase.start, phrase.end).findIndex(({norm}) => norm === "'s" || norm === "'");
	const noun = tokens[phrase.head]?.norm ?? '';
	const from = phrase.start + (mark < 0 ? 1 : mark + 1);
	const main = units[0]?.clause.verb;
	const isLabel = units.length === 0 && tokens.slice(opening, opening + 4).some(({norm}) => norm === ':');
	const isReason = /^(?:of|to)$/.test(tokens[phrase.start - 1]?.norm ?? '') && /^(?:because|due|thanks)$/.test(tokens[phrase.start - 2]?.norm ?? '');
	if (units.length > 2 || (main === undefined ? !isLabel : main.lemma === 'be' && !isReason)) return undefined;
	if (slips.has(noun) || from >= phrase.end || /^(?:team|account|decision|management)$/.test(noun)) return undefined;
	if (speaksOfPeople(sentence, opening, phrase.start) || speaksOfPeople(sentence, from, end)) return undefined;
	const front = tokens[opening];
	const first = tokens[phrase.start];
	const rest = tokens[from];
	const last = tokens[end - 1];
	if (front === undefined || first === undefined || rest === undefined || last === undefined) return undefined;
	const words = `${text.slice(front.start, first.start)}the ${text.slice(rest.start, last.end)}`;
	return asking(capital(words), /^(?:change|config|commit|script|query|patch|fix|release|deploy|deployment|migration|code|setting|rule|test|design|workaround|merge|edit|upgrade|hotfix|refactoring|cleanup|job|command)s?$/.test(noun) ? asks.through : asks.led);
}

/** `The bug was introduced: what made that possible?` */
export function withoutAgent(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit] = units;
	if (unit === undefined || unit.start > opening) return undefined;
	const {verb, agent, subject} = unit.clause;
	if (!verb.passive || agent === undefined || !isSomebody(agent) || subject === undefined || isSomebody(subject)) return undefined;
	const by = tokens[agent.start - 1]?.norm === 'by' ? agent.start - 1 : -1;
	const stop = by > 0 && tokens[by - 1]?.norm === ',' ? by - 1 : by;
	const thing = thingAt(sentence, subject);
	if (stop <= unit.start || thing === undefined || speaksOfPeople(sentence, unit.start, stop)) return undefined;
	if (causes.has(verb.lemma)) return happened(sentence, subject);
	return asking(capital(withoutOwners(sentence, unit.start, stop)), verb.negated ? asks.stood : asks.done);
}

function happened(sentence: Sentence, phrase: Parameters<typeof thingAt>[1]): string | undefined {
	const thing = thingAt(sentence, phrase);
	const head = sentence.tokens[phrase.head]?.norm ?? '';
	if (thing === undefined || vague.has(head) || speaksOfPeople(sentence, thing.start, thing.end)) return undefined;
	const words = withoutOwners(sentence, thing.start, thing.end);
	return `What made ${lower(words)} possible?`;
}

function lower(words: string): string {
	return words.replace(/^(?:The|An?|This|That|These|Our|Its|Two|Several)\b/, (word) => word.toLowerCase());
}

const reasons = /^(?:because|since|as|due|thanks)$/;

/** What stands in a clause of its own beside the one about people: `The fix was delayed: what led to that?` */
export function keptEffect(sentence: Sentence, outline: Outline): string | undefined {
	const {tokens} = sentence;
	if (tokens.at(-1)?.text === '?') return undefined;
	return beforeReason(sentence, outline) ?? afterSo(sentence, outline) ?? objectOfCause(sentence, outline);
}

/** The clause before `because`, `due to`, `thanks to`. */
function beforeReason(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit] = units;
	const at = tokens.findIndex(({norm}, index) => index > opening + 2 && reasons.test(norm) && (norm === 'due' || norm === 'thanks' ? tokens[index + 1]?.norm === 'to' : norm === 'because' || units.some(({start}) => start === index + 1)));
	if (unit === undefined || at < 0 || unit.clause.verb.end > at || !isKeepable(sentence, unit) || unit.start > opening + 6) return undefined;
	const isBe = unit.clause.verb.lemma === 'be' && unit.clause.verb.end >= at;
	const stop = tokens[at - 1]?.norm === ',' ? at - 1 : at;
	if (isBe || units.some(({start}) => start > unit.start && start < at) || speaksOfPeople(sentence, opening, stop)) return undefined;
	if (/^(?:only|just|mainly|mostly|partly|also|is|was|were|are|simply|probably|likely|part|largely|entirely|purely|again)$/.test(tokens[stop - 1]?.norm ?? '')) return undefined;
	if (tokens.slice(at, end).some(({type}) => type === 'opaque')) return undefined;
	return asking(capital(withoutOwners(sentence, opening, stop)), unit.clause.verb.negated ? asks.stood : asks.led);
}

/** The last clause, behind `so`, `and`, `which is why`. */
function afterSo(sentence: Sentence, {units, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const unit = units.at(-1);
	const before = units.at(-2);
	if (unit === undefined || before === undefined || !unit.ownSubject || !isKeepable(sentence, unit)) return undefined;
	const joint = tokens.slice(before.end, unit.start).map(({norm}) => norm).join(' ');
	if (!/^(?:, )?(?:and |which is )?(?:so|and|therefore|thus|hence|that is why|why)(?: therefore| thus| so| then)?$/.test(joint)) return undefined;
	if (speaksOfPeople(sentence, unit.start, end)) return undefined;
	return asking(capital(withoutOwners(sentence, unit.start, end)), unit.clause.verb.negated ? asks.stood : asks.led);
}

/** A clause about a thing that something happened to. */
function isKeepable({tokens, lexicon}: Sentence, {clause, start, end}: Unit): boolean {
	const {subject, verb} = clause;
	const head = tokens[subject?.head ?? -1]?.norm ?? '';
	if (subject === undefined || (isSomebody(subject) && subject.referent !== 'self') || vague.has(head) || slips.has(head)) return false;
	if (subject.referent === 'self' && (tokens[subject.head]?.norm !== 'we' || !/^(?:lose|run|have)$/.test(verb.lemma) || verb.negated)) return false;
	if (verb.modal !== undefined || !(verb.past || lexicon.verbsOf(tokens[verb.main]?.norm ?? '').some(({form}) => form === 'past'))) return false;
	const isVerdict = tokens.slice(start, end).some(({norm}) => ['conduct-adjective', 'weak-adjective', 'careless-adverb', 'obvious'].some((name) => lexicon.has(norm, name)) && norm !== 'wrong') || tokens.slice(start, end).some(({norm}) => /^(?:predictable|foreseeable|dirty|joke|useless|late|unrealistic|optimistic|unhappy)$/.test(norm));
	return !isVerdict && !(verb.lemma === 'be' && end - verb.end < 1) && end - start >= 3;
}

/** What a slip led to: `What made the data loss possible?`, or the passive in `led to X being rebooted`. */
function objectOfCause(sentence: Sentence, {units, end, opening}: Outline): string | undefined {
	const {tokens, lexicon, phrases} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.start > opening + 4) return undefined;
	const {verb, object} = unit.clause;
	const prepositioned = /^(?:to|in)$/.test(tokens[verb.end]?.norm ?? '') ? phrases.get(verb.end + 1) : undefined;
	const isCause = causes.has(verb.lemma) || (lexicon.isVerb(verb.lemma, verb.particles, 'cause') && prepositioned === undefined);
	if (!isCause || verb.passive || verb.negated || verb.modal !== undefined) return undefined;
	const effect = prepositioned ?? object;
	if (effect === undefined || effect.referent !== 'thing') return undefined;
	const [being, participle] = [tokens[effect.end], tokens[effect.end + 1]];
	if (being?.norm === 'being' && participle !== undefined) {
		if (speaksOfPeople(sentence, effect.start, end)) return undefined;
		const thing = thingAt(sentence, effect);
		const words = `${withoutOwners(sentence, effect.start, effect.end)} ${thing?.plural === true ? 'were' : 'was'} ${written(sentence, effect.end + 1, end)}`;
		return thing === undefined ? undefined : asking(capital(words), asks.easy);
	}
	const rest = thingAt(sentence, effect)?.end ?? end;
	if (rest < end && /^(?:to|for|us|because|by)$/.test(tokens[rest]?.norm ?? 'to') && tokens[rest]?.norm !== 'by') return undefined;
	return happened(sentence, effect);
}
