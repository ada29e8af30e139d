/** The sentence with each clause about a person told without the person, and the question that leads on from it. */
import type {Sentence} from '../../language/clauses.ts';
import {asks} from './asks.ts';
import {leadOf, traits} from './lead.ts';
import type {Told} from './predicate.ts';
import {capital, isSomebody, small, speaksOfPeople, withoutOwners} from './things.ts';
import {toldWithout} from './told.ts';
import {type Outline, type Unit, written} from './units.ts';

/** A clause of the wording: told anew, kept as it is, or left out with what joins it to the next. */
type Piece =
	| {readonly type: 'told'; readonly unit: Unit; readonly start: number; readonly told: Told}
	| {readonly type: 'kept'; readonly unit: Unit; readonly start: number}
	| {readonly type: 'left'; readonly unit: Unit; readonly start: number};

const idle = new Set('be get have want panic hurry rush admit think feel hesitate decide assume'.split(' '));

/** The statement, or undefined where one of the clauses about a person cannot be told without. */
export function statementOf(sentence: Sentence, outline: Outline): string | undefined {
	const behind = conditionalOf(sentence, outline);
	if (behind !== undefined) return asking(capital(behind.words), behind.ask);
	const pieces = piecesOf(sentence, outline);
	const first = pieces?.[0];
	if (pieces === undefined || first === undefined) return undefined;
	const lead = leadOf(sentence, outline.opening, first.start);
	if (lead === undefined) return undefined;
	const told = pieces.flatMap((piece) => (piece.type === 'told' ? [piece.told] : []));
	const ask = (told.find(({words}) => /\bnot\b/.test(words)) ?? told[0])?.ask;
	if (ask === undefined) return undefined;
	const words = joined(pieces, sentence);
	if (words === undefined) return undefined;
	return asking(lead.words === '' ? capital(words) : `${lead.words}${small(words)}`, ask);
}

/** The pieces with what joins them, or undefined where nothing does. */
function joined(pieces: readonly Piece[], sentence: Sentence): string | undefined {
	let words = '';
	for (const [at, piece] of pieces.entries()) {
		const next = pieces[at + 1];
		if (piece.type === 'left') continue;
		const spoken = piece.type === 'told' ? piece.told.words : withoutOwners(sentence, piece.start, piece.unit.end);
		const joint = next === undefined ? '' : jointOf(sentence, piece.unit.end, next.start);
		if (next !== undefined && (joint.trim() === '' || !/^\s*(?:[,;—–-]\s*)?[\p{L} ]*\s$/u.test(joint)))
			return undefined;
		words += `${words === '' && piece.type === 'kept' ? spoken : small(spoken)}${joint}`;
	}
	return words;
}

/** The words with the question behind them: behind a dash where a colon stands already. */
export function asking(words: string, ask: string): string {
	const trimmed = words.replace(/[\s,;:.!—–-]+$/, '');
	return `${trimmed}${/:(?:\s|$)/.test(trimmed) ? ' –' : ':'} ${ask}`;
}

/** `If the team had tested the backup, …` says that it was not tested. */
function conditionalOf(sentence: Sentence, {units}: Outline): Told | undefined {
	const unit = units.find(
		({clause}) =>
			clause.opening === 'if' && clause.verb.perfect && clause.verb.modal === undefined && isSomebody(clause.subject),
	);
	const others = units.filter((other) => other !== unit);
	if (unit === undefined || others.length > 1 || others.some(({clause}) => clause.verb.modal === undefined))
		return undefined;
	const wished = {...unit, clause: {...unit.clause, verb: {...unit.clause.verb, modal: 'should'}}};
	const told = toldWithout(wished, sentence);
	return told !== undefined && /^(?:it|this|that|they|these) /i.test(told.words) ? undefined : told;
}

function piecesOf(sentence: Sentence, {units}: Outline): Piece[] | undefined {
	const pieces: Piece[] = [];
	for (let at = 0; at < units.length; at++) {
		const unit = units[at];
		if (unit === undefined) return undefined;
		const start = cleftStart(unit, sentence);
		const next = units[at + 1];
		if (isAside(unit, next, sentence)) continue;
		if (at > 0 && pieces.length > 0 && isExcuse(unit, units[at + 1], sentence)) continue;
		const piece = pieceOf(units[at - 1], unit, start, next, sentence);
		if (piece === undefined) return undefined;
		pieces.push(piece);
	}
	return pieces;
}

/** `It was [Daniel who typed …]`: the first half of a cleft sentence stands for nothing. */
function isAside(unit: Unit | undefined, next: Unit | undefined, {tokens}: Sentence): boolean {
	if (unit === undefined || next === undefined) return false;
	const {clause, start} = unit;
	if (clause.verb.lemma !== 'be' || clause.verb.negated) return false;
	const isCleft =
		tokens[start]?.norm === 'it' && isSomebody(next.clause.subject) && /^(?:who|that)$/.test(next.clause.opening ?? '');
	const isOneWho =
		isSomebody(clause.subject) &&
		next.clause.opening === 'who' &&
		/^(?:the|those)$/.test(tokens[next.start]?.norm ?? '');
	return isCleft || isOneWho;
}

/** `… because he was on his phone`: a reason in a person's state, at the end. */
function isExcuse({clause, start, end}: Unit, next: Unit | undefined, sentence: Sentence): boolean {
	if (
		next === undefined &&
		/^(?:do|have|be)$/.test(clause.verb.lemma) &&
		end - start <= 2 &&
		!/\d/.test(written(sentence, start, end))
	)
		return isSomebody(clause.subject);
	if (
		next !== undefined ||
		!isSomebody(clause.subject) ||
		!/^(?:because|since|as|although|though)$/.test(clause.opening ?? '')
	)
		return false;
	return idle.has(clause.verb.lemma) && toldOfNobody(start, end, sentence);
}

function toldOfNobody(start: number, end: number, {tokens}: Sentence): boolean {
	return tokens.slice(start, end).every(({type}) => type === 'word');
}

function cleftStart({start, clause}: Unit, {tokens}: Sentence): number {
	if (!/^(?:who|that)$/.test(clause.opening ?? '')) return start;
	const be = start - (tokens[start - 1]?.norm === 'again' || tokens[start - 1]?.norm === 'once' ? 2 : 1);
	return tokens[be - 1]?.norm === 'it' ? be - 1 : start;
}

function pieceOf(
	before: Unit | undefined,
	unit: Unit,
	start: number,
	next: Unit | undefined,
	sentence: Sentence,
): Piece | undefined {
	const {clause} = unit;
	if (/^(?:who|whom|whose)$/.test(clause.opening ?? '') && start === unit.start && !isAside(before, unit, sentence))
		return undefined;
	if (!isSomebody(clause.subject)) {
		const isClean = !speaksOfPeople(sentence, start, unit.end);
		const isTied = clause.opening === 'which' && clause.verb.past;
		return (clause.subject !== undefined || isTied) && isClean ? {type: 'kept', unit, start} : undefined;
	}
	const told = toldWithout(unit, sentence);
	if (told !== undefined) return {type: 'told', unit, start, told};
	const isIdle =
		idle.has(clause.verb.lemma) &&
		next !== undefined &&
		!next.ownSubject &&
		sentence.tokens[next.start - 1]?.norm === 'and';
	if (isIdle) return {type: 'left', unit, start};
	const isOurs =
		clause.subject?.referent === 'self' &&
		sentence.tokens[clause.subject.head]?.norm === 'we' &&
		clause.verb.modal === undefined &&
		/^(?:lose|see|have|run|get)$/.test(clause.verb.lemma) &&
		!clause.verb.negated;
	return isOurs && !speaksOfPeople(sentence, clause.verb.end, unit.end) && unit.ownSubject
		? {type: 'kept', unit, start}
		: undefined;
}

/** What joins two clauses, as written. */
function jointOf({tokens, text}: Sentence, from: number, to: number): string {
	const first = tokens[from - 1];
	const last = tokens[to];
	return first === undefined || last === undefined ? ' ' : text.slice(first.end, last.start);
}

/** The sentence as it is, where it speaks of nobody, with the question that leads on from it. */
export function askedOf(sentence: Sentence, {opening, end, units}: Outline): string | undefined {
	const [unit] = units;
	if (
		unit === undefined ||
		!unit.clause.verb.passive ||
		unit.start > opening + 3 ||
		speaksOfPeople(sentence, opening, end)
	)
		return undefined;
	if (units.some(({clause}) => isSomebody(clause.subject))) return undefined;
	const {tokens, lexicon} = sentence;
	if (
		tokens
			.slice(opening, end)
			.some(({norm}) => traits.has(norm) || norm === 'properly' || lexicon.has(norm, 'careless-adverb'))
	) {
		return tokens.some(({norm}) => norm === 'properly') && unit.clause.verb.negated
			? asking(written(sentence, opening, end), 'what was missing?')
			: undefined;
	}
	const head = tokens[unit.clause.subject?.head ?? -1]?.norm ?? '';
	if (unit.clause.verb.lemma === 'cover' || /^(?:choices?|decisions?|mistakes?|errors?|corners)$/.test(head))
		return undefined;
	const words = capital(written(sentence, opening, end)).replace(
		/\b(?:inadvertently|accidentally|mistakenly|unintentionally) /i,
		'',
	);
	return asking(words, unit.clause.verb.negated ? asks.stood : asks.led);
}
