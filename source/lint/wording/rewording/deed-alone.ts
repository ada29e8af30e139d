/** One deed out of a sentence that says more of a person than a wording can keep. */
import type {Clause, Sentence} from '../../language/clauses.ts';
import {eventIn} from './asked-thing.ts';
import type {Told} from './predicate.ts';
import {asking} from './statement.ts';
import {capital, isSomebody} from './things.ts';
import {toldWithout} from './told.ts';
import type {Outline, Unit} from './units.ts';

const causing = /^(?:cause|trigger|lead|result|be|start|begin|happen|bring)$/;

/** The deed, with the event that followed where the sentence says that it did; undefined where there is none. */
export function deedAlone(sentence: Sentence, outline: Outline, isSanction: boolean): string | undefined {
	const {tokens} = sentence;
	if (tokens.at(-1)?.text === '?') return undefined;
	const told = mainDeed(sentence, outline, isSanction) ?? loosePart(sentence, outline);
	if (told === undefined) return undefined;
	const event = causing.test(outline.units[0]?.clause.verb.lemma ?? '') ? eventIn(sentence, outline) : undefined;
	const isNew = event !== undefined && !told.words.toLowerCase().includes(event.toLowerCase());
	return asking(capital(isNew ? `${told.words}, and ${event} followed` : told.words), told.ask);
}

/** A main clause first, then one behind `who` or `because`. */
function mainDeed(sentence: Sentence, {units, opening}: Outline, isSanction: boolean): Told | undefined {
	const main = units.filter(({clause}) => clause.opening === undefined);
	const behind = main.every(isNoDeed) ? units.filter(({clause}) => reason.test(clause.opening ?? '')) : [];
	for (const unit of isSanction ? behind : [...main, ...behind]) {
		const told = isLoose(unit, units, sentence) ? undefined : toldWithout(wished(unit, opening, sentence), sentence);
		if (told !== undefined && !told.words.startsWith('it ')) return told;
	}
	return undefined;
}

const reason = /^(?:who|because|since)$/;

/** `Had the team tested the backup, …` tells what was not done. */
function wished(unit: Unit, opening: number, {tokens}: Sentence): Unit {
	if (tokens[opening]?.norm !== 'had') return unit;
	return {...unit, clause: {...unit.clause, verb: {...unit.clause.verb, modal: 'should', perfect: true}}};
}

/** Whether the unit cannot stand alone: it is nobody's, a wish, cut short, or hangs on the words before it. */
function isLoose(unit: Unit, units: readonly Unit[], sentence: Sentence): boolean {
	const {tokens} = sentence;
	const {verb, subject, opening} = unit.clause;
	const next = units[units.indexOf(unit) + 1];
	const isCutShort = tokens[unit.end]?.norm === 'that' || (next?.clause.verb.form === 'base' && !next.ownSubject);
	const isAnybody = opening === 'who' && subject?.referent === 'anybody';
	return (
		!isSomebody(subject) || verb.modal !== undefined || isCutShort || isAnybody || isHanging(unit, units, sentence)
	);
}

/** Behind `let`, behind a noun that it tells of, or behind a word that joins it to something else. */
function isHanging(unit: Unit, units: readonly Unit[], {tokens}: Sentence): boolean {
	const at = units.indexOf(unit);
	const joint = tokens[unit.start - 1]?.norm ?? '';
	if (/^(?:let|make|have|help)$/.test(joint) || units[at + 1]?.start === unit.end) return true;
	const isRelative = /^(?:who|that)$/.test(units[at - 1]?.clause.opening ?? '') || tokens[0]?.norm === 'had';
	if (!unit.ownSubject) return at > 0 && !isRelative && !/^(?:and|then|also|who|but|,)$/.test(joint);
	return units[at - 1]?.end === unit.start && /^(?:they|we|i|he|she|you)$/.test(tokens[unit.start]?.norm ?? '');
}

/** A main clause that says what becomes of somebody, not what they did. */
function isNoDeed({clause: {verb, subject}}: Unit): boolean {
	return !isSomebody(subject) || verb.modal !== undefined || verb.passive || idle.test(verb.lemma);
}

const idle = /^(?:be|have|get|lose|suffer|end|face|go|deserve|ignore|take|thank|talk)$/;

/** `caused by Dana pushing the change`, `for not testing the backup`: a deed without a finite verb. */
function loosePart(sentence: Sentence, {end}: Outline): Told | undefined {
	const {tokens, clauses} = sentence;
	for (const clause of clauses) {
		const {verb, subject} = clause;
		const before = tokens[verb.start - 1]?.norm ?? '';
		const isPersons =
			isSomebody(subject) &&
			subject !== undefined &&
			subject.end === verb.start &&
			!/^(?:person|people|those|ones?|guys?)$/.test(tokens[subject.head]?.norm ?? '');
		if (
			verb.finite ||
			verb.form !== 'ing' ||
			verb.passive ||
			tokens[verb.main]?.text !== tokens[verb.main]?.norm ||
			!(isPersons || before === 'for' || before === 'by')
		)
			continue;
		const told = toldWithout(finiteUnit(clause, end), sentence);
		if (told !== undefined) return told;
	}
	return undefined;
}

function finiteUnit(clause: Clause, end: number): Unit {
	const told: Clause = {...clause, verb: {...clause.verb, past: true, finite: true}};
	return {clause: told, start: clause.verb.start, end: Math.min(clause.end, end), ownSubject: true};
}
