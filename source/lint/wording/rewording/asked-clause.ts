/** Asks after what a sentence says of a clause: what was believed, what was chosen, what was in sight. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import {simplePast} from '../../language/inflection.ts';
import {asks} from './asks.ts';
import {asking} from './statement.ts';
import {capital, isSomebody, namesSomebody, speaksOfPeople, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

const believing = new Set('assume think believe trust expect presume guess suppose figure'.split(' '));
const seeing = new Set('know see notice realise realize tell foresee predict'.split(' '));
const plain = new Set(
	'obvious clear evident plain apparent foreseeable predictable visible inevitable known certain'.split(' '),
);

/** `What made it look as if the backup had run?` */
export function askedBelief(sentence: Sentence, {units}: Outline): string | undefined {
	const {tokens} = sentence;
	const [first, second, third] = units;
	if (first === undefined || second === undefined || third?.ownSubject === true || units.length > 3) return undefined;
	const {verb, subject} = first.clause;
	const isSure =
		(verb.lemma === 'be' && /^(?:sure|convinced|confident|certain)$/.test(tokens[verb.end]?.norm ?? '')) ||
		verb.lemma === 'convince';
	const isGranted =
		verb.lemma === 'take' &&
		/^it for granted$/.test(
			tokens
				.slice(verb.end, verb.end + 3)
				.map(({norm}) => norm)
				.join(' '),
		);
	if (
		(!believing.has(verb.lemma) && !isSure && !isGranted) ||
		verb.negated ||
		(verb.passive && !isSure) ||
		verb.modal !== undefined ||
		!isSomebody(subject)
	)
		return undefined;
	if (!verb.past || subject?.referent === 'nobody' || tokens.at(-1)?.text === '?' || first.start > 2) return undefined;
	const between = tokens
		.slice(verb.end + (verb.lemma === 'be' && isSure ? 1 : isGranted ? 3 : 0), second.start)
		.map(({norm}) => norm)
		.join(' ');
	if (
		(between !== '' && between !== 'that') ||
		namesSomebody(sentence, second.start, second.end) ||
		second.clause.verb.form === 'ing'
	)
		return undefined;
	const from = isGranted ? verb.end + 4 : second.start;
	return `What made it look as if ${withoutOwners(sentence, from, second.end)}?`;
}

/** `What made it look right to restart both nodes?` */
export function askedChoice(
	sentence: Sentence,
	{units, opening, end}: Outline,
	category: Category,
): string | undefined {
	const {tokens, lexicon} = sentence;
	const [first] = units;
	if (category !== 'judgement' && category !== 'hindsight') return undefined;
	const gerund = askedGerund(sentence, opening, units.length);
	if (gerund !== undefined || first === undefined) return gerund;
	const {verb} = first.clause;
	const isIt = tokens[opening]?.norm === 'it' && verb.lemma === 'be' && !verb.negated && verb.modal === undefined;
	const head = tokens[first.clause.subject?.head ?? -1]?.norm ?? '';
	const isDecision = /^(?:decision|choice|idea|plan|attempt|call)$/.test(head) && units.length === 1;
	const to = tokens.findIndex(
		({norm}, at) =>
			norm === 'to' &&
			at > opening + 1 &&
			lexicon.verbsOf(tokens[at + 1]?.norm ?? '').some(({form}) => form === 'base'),
	);
	if (to < 0 || (!isIt && !isDecision)) return undefined;
	const isVerdict = tokens
		.slice(opening, isIt ? to : end)
		.some(
			({norm}) => ['conduct-adjective', 'weak-adjective'].some((name) => lexicon.has(norm, name)) || norm === 'mistake',
		);
	const be = tokens.findIndex(({norm}, at) => at > to && /^(?:was|is)$/.test(norm));
	const stop = isIt ? end : be;
	const isKnowing = /^(?:see|know|notice|believe|think|understand|tell|miss|be|have|expect|assume)$/.test(
		tokens[to + 1]?.norm ?? '',
	);
	if (
		tokens[to - 1]?.norm === 'way' ||
		!isVerdict ||
		isKnowing ||
		stop <= to + 2 ||
		speaksOfPeople(sentence, to, stop) ||
		hasStop(sentence, to, stop)
	)
		return undefined;
	return `What made it look right ${withoutOwners(sentence, to, stop)}?`;
}

/** `Restarting all brokers at once was reckless.` */
function askedGerund(sentence: Sentence, opening: number, count: number): string | undefined {
	const {tokens, lexicon} = sentence;
	const lemma = lexicon.verbsOf(tokens[opening]?.norm ?? '').find(({form}) => form === 'ing')?.lemma;
	const be = tokens.findIndex(({norm}, at) => at > opening + 1 && /^(?:was|is)$/.test(norm));
	if (
		lemma === undefined ||
		count > 1 ||
		be < opening + 2 ||
		be > opening + 14 ||
		hasStop(sentence, opening, be) ||
		speaksOfPeople(sentence, opening + 1, be)
	)
		return undefined;
	const isVerdict = tokens
		.slice(be + 1)
		.some(
			({norm}) => ['conduct-adjective', 'weak-adjective'].some((name) => lexicon.has(norm, name)) || norm === 'mistake',
		);
	return isVerdict ? `What made it look right to ${lemma} ${withoutOwners(sentence, opening + 1, be)}?` : undefined;
}

/** `It was the developers' fault that the rollback did not work.`: what hangs on the verdict stays. */
export function askedPity(sentence: Sentence, {opening, end, units}: Outline): string | undefined {
	const {tokens} = sentence;
	const that = tokens.findIndex(
		({norm}, at) =>
			norm === 'that' &&
			at > opening + 1 &&
			/^(?:fault|inexcusable|pity|unacceptable|responsibility|disgrace|embarrassing|unforgivable|shame|scandal|joke)$/.test(
				tokens[at - 1]?.norm ?? '',
			),
	);
	const inner = units.filter(({start}) => start > that);
	const [clause, another] = inner;
	if (
		that < 0 ||
		clause === undefined ||
		another !== undefined ||
		clause.start !== that + 1 ||
		hasStop(sentence, that, end)
	)
		return undefined;
	if (isSomebody(clause.clause.subject) || speaksOfPeople(sentence, that + 1, end) || tokens[that + 1]?.norm === 'no')
		return undefined;
	return `What let it happen that ${withoutOwners(sentence, that + 1, end)}?`;
}

/** `The disk filled up: what was in sight at the time?`, else `What showed at the time that …?` */
export function askedSign(sentence: Sentence, {units, end}: Outline, category: Category): string | undefined {
	const {tokens, lexicon} = sentence;
	if (category !== 'hindsight' && category !== 'counterfactual') return undefined;
	const that = tokens.findIndex(({norm}, at) => norm === 'that' && at > 1 && isShowing(sentence, at));
	const inner = units.filter(({start}) => start > that);
	const [clause, another] = inner;
	if (that < 0 || clause === undefined || clause.start !== that + 1 || another !== undefined) return undefined;
	if (speaksOfPeople(sentence, that + 1, end) || hasStop(sentence, that, end)) return undefined;
	const {verb, subject} = clause.clause;
	if (subject === undefined || isSomebody(subject)) return undefined;
	if (
		verb.modal === 'would' &&
		!verb.negated &&
		!verb.perfect &&
		!verb.passive &&
		verb.lemma !== 'be' &&
		verb.adverbs.length === 0
	) {
		const past = simplePast(verb.lemma, lexicon.irregular);
		const words = `${withoutOwners(sentence, clause.start, verb.start)} ${past} ${withoutOwners(sentence, verb.main + 1, end)}`;
		return asking(capital(words.trim()), asks.sight);
	}
	return `What showed at the time that ${withoutOwners(sentence, that + 1, end)}?`;
}

function isShowing({tokens, clauses, lexicon}: Sentence, that: number): boolean {
	const before = tokens[that - 1]?.norm ?? '';
	if (lexicon.verbsOf(before).some(({lemma}) => seeing.has(lemma)))
		return clauses.every(
			({verb, subject}) => verb.main !== that - 1 || !verb.negated || subject?.referent !== 'nobody',
		);
	return tokens.slice(Math.max(0, that - 6), that).some(({norm}) => plain.has(norm));
}

function hasStop({tokens}: Sentence, from: number, to: number): boolean {
	return tokens
		.slice(from, to)
		.some(({type, norm}) => type === 'mark' && norm !== '-' && norm !== '(' && norm !== ')' && norm !== "'");
}
