/** Keeps what happened and leaves out whom it was put down to. */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {asks} from './asks.ts';
import {asking} from './statement.ts';
import {capital, isSomebody, speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import {type Outline, type Unit, written} from './units.ts';

const slips = new Set(
	'mistake error typo fault slip oversight blunder omission lapse negligence carelessness misjudgement misjudgment'.split(
		' ',
	),
);
const causes = new Set('cause trigger lead result contribute create produce provoke'.split(' '));
const vague = new Set(
	'blame fault responsibility cause reason way day job thing culprit problem minute hour it this that board company organisation business provider vendor partner supplier party agency authority support sales marketing'.split(
		' ',
	),
);

/** `The bug was introduced: what made that possible?` */
export function withoutAgent(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit] = units;
	if (unit === undefined || unit.start > opening) return undefined;
	const {verb, agent, subject} = unit.clause;
	if (!verb.passive || agent === undefined || !isSomebody(agent) || subject === undefined || isSomebody(subject))
		return undefined;
	const by = tokens[agent.start - 1]?.norm === 'by' ? agent.start - 1 : -1;
	const stop = by > 0 && tokens[by - 1]?.norm === ',' ? by - 1 : by;
	const thing = thingAt(sentence, subject);
	if (stop <= unit.start || thing === undefined || speaksOfPeople(sentence, unit.start, stop)) return undefined;
	if (causes.has(verb.lemma) || verb.lemma === 'attribute') return happened(sentence, subject);
	if (/^(?:explain|see)$/.test(verb.lemma) || tokens[agent.end]?.norm === 'and') return undefined;
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
	return words.replace(/^(?:The|An?|This|That|These|Our|Its|Two|Several|Every|Each|All|Most|Many|Some)\b/, (word) =>
		word.toLowerCase(),
	);
}

const reasons = /^(?:because|since|due|thanks)$/;

/** What stands in a clause of its own beside the one about people: `The fix was delayed: what led to that?` */
export function keptEffect(sentence: Sentence, outline: Outline): string | undefined {
	const {tokens} = sentence;
	if (tokens.at(-1)?.text === '?') return undefined;
	return (
		afterReason(sentence, outline) ??
		blamedSubject(sentence, outline) ??
		beforeReason(sentence, outline) ??
		afterSo(sentence, outline) ??
		objectOfCause(sentence, outline)
	);
}

/** `The wrong amount was due to …`, `The delay was because of …` */
function blamedSubject(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.start !== opening || unit.clause.verb.negated)
		return undefined;
	const {verb, subject} = unit.clause;
	const next = tokens
		.slice(verb.end, verb.end + 2)
		.map(({norm}) => norm)
		.join(' ');
	const isDue = verb.lemma === 'be' && /^(?:due to|down to|because of|owed to|attributable to)$/.test(next);
	const isPut =
		verb.passive && /^(?:cause|attribute|put|blame|trigger)$/.test(verb.lemma) && /^(?:by|to|down|on)\b/.test(next);
	const isFrom =
		verb.lemma === 'come' &&
		verb.past &&
		tokens[verb.end]?.norm === 'from' &&
		isSomebody(sentence.phrases.get(verb.end + 1));
	return subject !== undefined && !isSomebody(subject) && (isDue || isPut || isFrom)
		? happened(sentence, subject)
		: undefined;
}

/** `Because of Support the ticket reached us a day late.`: the clause behind the reason. */
function afterReason(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit, second] = units;
	const isReason = /^(?:because of|thanks to|due to)$/.test(
		[tokens[opening]?.norm, tokens[opening + 1]?.norm].join(' '),
	);
	if (!isReason || unit === undefined || second !== undefined || !unit.ownSubject || !isKeepable(sentence, unit))
		return undefined;
	if (!speaksOfPeople(sentence, opening, unit.start) || speaksOfPeople(sentence, unit.start, end)) return undefined;
	return asking(capital(withoutOwners(sentence, unit.start, end)), unit.clause.verb.negated ? asks.stood : asks.led);
}

/** The clause before `because`, `due to`, `thanks to`. */
function beforeReason(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit] = units;
	const at = tokens.findIndex(
		({norm}, index) =>
			index > opening + 2 &&
			reasons.test(norm) &&
			(norm === 'due' || norm === 'thanks'
				? tokens[index + 1]?.norm === 'to'
				: norm === 'because' || units.some(({start}) => start === index + 1)),
	);
	if (
		unit === undefined ||
		at < 0 ||
		unit.clause.verb.end > at ||
		!isKeepable(sentence, unit) ||
		unit.start > opening + 6
	)
		return undefined;
	const isBe = unit.clause.verb.lemma === 'be' && unit.clause.verb.end >= at;
	const stop = tokens[at - 1]?.norm === ',' ? at - 1 : at;
	if (isBe || units.some(({start}) => start > unit.start && start < at) || speaksOfPeople(sentence, opening, stop))
		return undefined;
	if (
		/^(?:only|just|mainly|mostly|partly|also|is|was|were|are|simply|probably|likely|part|largely|entirely|purely|again)$/.test(
			tokens[stop - 1]?.norm ?? '',
		)
	)
		return undefined;
	if (tokens.slice(at, end).some(({type}) => type === 'opaque')) return undefined;
	return asking(capital(withoutOwners(sentence, opening, stop)), unit.clause.verb.negated ? asks.stood : asks.led);
}

/** The last clause, behind `so`, `and`, `which is why`. */
function afterSo(sentence: Sentence, {units, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const unit = units.at(-1);
	const before = units.at(-2);
	if (unit === undefined || before === undefined || !unit.ownSubject || !isKeepable(sentence, unit)) return undefined;
	const joint = tokens
		.slice(before.end, unit.start)
		.map(({norm}) => norm)
		.join(' ');
	if (
		!/^(?:, )?(?:and |which is )?(?:so|and|therefore|thus|hence|that is why|why)(?: therefore| thus| so| then)?$/.test(
			joint,
		)
	)
		return undefined;
	if (speaksOfPeople(sentence, unit.start, end)) return undefined;
	return asking(capital(withoutOwners(sentence, unit.start, end)), unit.clause.verb.negated ? asks.stood : asks.led);
}

/** A clause about a thing that something happened to. */
function isKeepable({tokens, lexicon}: Sentence, {clause, start, end}: Unit): boolean {
	const {subject, verb} = clause;
	const head = tokens[subject?.head ?? -1]?.norm ?? '';
	if (
		subject === undefined ||
		(isSomebody(subject) && subject.referent !== 'self') ||
		vague.has(head) ||
		slips.has(head)
	)
		return false;
	if (
		subject.referent === 'self' &&
		(tokens[subject.head]?.norm !== 'we' || !/^(?:lose|run|have)$/.test(verb.lemma) || verb.negated)
	)
		return false;
	if (
		verb.modal !== undefined ||
		!(verb.past || lexicon.verbsOf(tokens[verb.main]?.norm ?? '').some(({form}) => form === 'past'))
	)
		return false;
	const isVerdict =
		tokens
			.slice(start, end)
			.some(
				({norm}) =>
					['conduct-adjective', 'weak-adjective', 'careless-adverb', 'obvious'].some((name) =>
						lexicon.has(norm, name),
					) && norm !== 'wrong',
			) ||
		tokens
			.slice(start, end)
			.some(({norm}) =>
				/^(?:predictable|foreseeable|dirty|joke|useless|late|unrealistic|optimistic|unhappy)$/.test(norm),
			);
	return !isVerdict && !(verb.lemma === 'be' && end - verb.end < 1) && end - start >= 3;
}

/** What a slip led to: `What made the data loss possible?`, or the passive in `led to X being rebooted`. */
function objectOfCause(sentence: Sentence, {units, end, opening}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit, second] = units;
	const effect = unit === undefined ? undefined : effectOf(unit, sentence);
	if (unit === undefined || unit.start > opening + 4 || effect?.referent !== 'thing') return undefined;
	if (tokens[effect.end]?.norm === 'being') return beingDone(effect, end, sentence);
	if (second !== undefined) return undefined;
	const rest = thingAt(sentence, effect)?.end ?? end;
	const isTied = rest < end && /^(?:to|for|us|because)$/.test(tokens[rest]?.norm ?? '');
	return isTied ? undefined : happened(sentence, effect);
}

/** What a verb of causing has for its effect: `caused [the loss]`, `led to [the loss]`. */
function effectOf({clause: {verb, object}}: Unit, {tokens, lexicon, phrases}: Sentence): NounPhrase | undefined {
	if (verb.passive || verb.negated || verb.modal !== undefined || verb.form === 'base') return undefined;
	const isTied = /^(?:to|in)$/.test(tokens[verb.end]?.norm ?? '');
	if (isTied) return causes.has(verb.lemma) ? phrases.get(verb.end + 1) : undefined;
	return causes.has(verb.lemma) || lexicon.isVerb(verb.lemma, verb.particles, 'cause') ? object : undefined;
}

function beingDone(effect: NounPhrase, end: number, sentence: Sentence): string | undefined {
	const thing = thingAt(sentence, effect);
	if (thing === undefined || effect.end + 2 > end || speaksOfPeople(sentence, effect.start, end)) return undefined;
	const front = withoutOwners(sentence, effect.start, effect.end);
	return asking(
		capital(`${front} ${thing.plural ? 'were' : 'was'} ${written(sentence, effect.end + 1, end)}`),
		asks.easy,
	);
}
