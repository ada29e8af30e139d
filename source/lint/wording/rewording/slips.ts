/** Slips without the label and the person: `An error in the BGP config cut off two sites: what made it easy to make?` */
import type {Sentence} from '../../language/clauses.ts';
import {asking} from './statement.ts';
import {capital, isSomebody, speaksOfPeople, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

const slips = /^(?:errors?|mistakes?|slips?|typos?|entry|misconfiguration|lapse|mix-up)$/;
const labels =
	/^(?:human|operator|user|manual|rookie|beginner|stupid|simple|dumb|silly|honest|fat-finger|fat-fingered|copy-paste|typing|handling|operating|pilot|basic|serious|careless|unfortunate|small|minor|classical)$/;

/** The sentence with a bare slip as its subject, or undefined where its subject is none. */
export function bareSlip(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, phrases, lexicon} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.start !== opening) return undefined;
	const {verb} = unit.clause;
	const plainly = slipItself(sentence, {units, opening, end});
	if (plainly !== undefined) return plainly;
	const phrase = phrases.get(opening);
	const noun = tokens[phrase?.head ?? -1]?.norm ?? '';
	if (
		phrase === undefined ||
		!slips.test(noun) ||
		verb.passive ||
		verb.modal !== undefined ||
		verb.lemma === 'be' ||
		verb.negated
	)
		return undefined;
	const kept = tokens
		.slice(phrase.start, phrase.end)
		.filter(({norm}) => !labels.test(norm) && !lexicon.has(norm, 'conduct-adjective'));
	if (kept.some(({norm}) => norm === "'s") || phrase.owner !== undefined) return undefined;
	const nouns = kept
		.filter(({norm}) => !/^(?:a|an|another|yet|the)$/.test(norm))
		.map(({text}) => text.toLowerCase())
		.join(' ');
	const article =
		tokens[phrase.start]?.norm === 'the'
			? 'the'
			: /s$/.test(noun) && noun !== 'misconfiguration'
				? ''
				: /^[aeiou]/.test(nouns)
					? 'an'
					: 'a';
	const place = placeOf(phrase.end, verb.start, sentence);
	if (place === undefined || speaksOfPeople(sentence, verb.start, end)) return undefined;
	const words = `${article} ${nouns}${place} ${withoutOwners(sentence, verb.start, end)}`.trim();
	return asking(capital(words), `what made ${/s$/.test(noun) ? 'them' : 'it'} easy to make?`);
}

/** `The deletion was an honest mistake by our DBA.`: a mistake, and no more. */
function slipItself(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const [unit] = units;
	if (
		unit?.clause.verb.lemma !== 'be' ||
		unit.clause.verb.negated ||
		unit.clause.verb.modal !== undefined ||
		unit.start !== opening
	)
		return undefined;
	const phrase = phrases.get(unit.clause.verb.end);
	const noun = tokens[phrase?.head ?? -1]?.norm ?? '';
	const subject = unit.clause.subject;
	if (
		subject === undefined ||
		isSomebody(subject) ||
		!/^(?:error|mistake|slip|typo|mix-up)$/.test(noun) ||
		!/^(?:a|an)$/.test(tokens[phrase?.start ?? -1]?.norm ?? '')
	)
		return undefined;
	if (
		speaksOfPeople(sentence, opening, unit.clause.verb.start) ||
		/^(?:cause|reason)$/.test(tokens[subject.head]?.norm ?? '')
	)
		return undefined;
	const place =
		phrase === undefined
			? undefined
			: placeOf(phrase.end, sentence.tokens.findLastIndex(({type}) => type !== 'mark') + 1, sentence);
	if (place === undefined) return undefined;
	return asking(
		`${capital(withoutOwners(sentence, opening, unit.clause.verb.end))} ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}${place}`,
		'what made it easy to make?',
	);
}

/** What tells where or when the slip was, without whose it was; undefined where that cannot be told apart. */
function placeOf(from: number, to: number, sentence: Sentence): string | undefined {
	const {tokens, phrases} = sentence;
	let place = '';
	for (let at = from; at < to; ) {
		const phrase = phrases.get(at + 1);
		const preposition = tokens[at]?.norm ?? '';
		if (phrase === undefined || !/^(?:in|on|at|during|by|of|from)$/.test(preposition)) return undefined;
		if (isSomebody(phrase) || speaksOfPeople(sentence, phrase.start, phrase.end)) {
			if (!/^(?:by|of|from)$/.test(preposition)) return undefined;
		} else place += ` ${withoutOwners(sentence, at, phrase.end)}`;
		at = phrase.end;
	}
	return place;
}

/** `The root cause was human error.`: the cause is still open. */
export function openCause(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens} = sentence;
	const [unit, second] = units;
	if (
		unit === undefined ||
		second !== undefined ||
		unit.clause.verb.lemma !== 'be' ||
		unit.clause.verb.negated ||
		unit.start !== opening
	)
		return undefined;
	const subject = withoutOwners(sentence, opening, unit.clause.verb.start);
	const rest = tokens.slice(unit.clause.verb.end, end);
	const isLabel =
		rest.every(({norm}) =>
			/^(?:a|an|pure|simply|human|operator|user|error|mistake|failure|factor|plain|manual|pilot)$/.test(norm),
		) ||
		(rest.length <= 4 &&
			isSomebody(sentence.phrases.get(unit.clause.verb.end)) &&
			sentence.phrases.get(unit.clause.verb.end)?.end === end);
	return /^the (?:(?:root|main|primary) )?(?:cause|reason)$/i.test(subject) && isLabel
		? `${capital(subject)} is not yet known: what in the system let it happen?`
		: undefined;
}
