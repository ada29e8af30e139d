/** Clauses: who does what to what. The rules are held against these, never against raw text. */
import type {NounPhrase} from './noun-phrases.ts';
import {partsOf, type SentencePart, type WordPart} from './sentence-parts.ts';
import {openingOf} from './tokens.ts';
import {isParticle, type VerbGroup} from './verb-groups.ts';
import type {Words} from './word-kinds.ts';

export type Clause = {
	readonly subject: NounPhrase | undefined;
	readonly verb: VerbGroup;
	/** The first noun phrase after the verb that no preposition ties to it. */
	readonly object: NounPhrase | undefined;
	/** What a passive was done by. */
	readonly agent: NounPhrase | undefined;
	/** A verb that hangs on this one: `failed [to tell]`, `kept [ignoring]`. */
	readonly complement: VerbGroup | undefined;
	/** Index of the token after the clause's last. */
	readonly end: number;
	/** The word that opens it: because, if, who; undefined for a main clause. */
	readonly opening: string | undefined;
	/** Whether a reason follows: because …, since …, or a colon with what happened. */
	readonly explained: boolean;
};

/** A sentence as the rules see it. */
export type Sentence = Words & {
	readonly text: string;
	readonly clauses: readonly Clause[];
	/** Noun phrases by the index of their first token. */
	readonly phrases: ReadonlyMap<number, NounPhrase>;
};

/** A sentence's noun phrases and clauses; `text` is the sentence as written. */
export function parseSentence(text: string, words: Words): Sentence {
	const parts = partsOf(words);
	const phrases = new Map<number, NounPhrase>();
	for (const part of parts) if (part.type === 'np') phrases.set(part.start, part);
	return {...words, text, phrases, clauses: clausesOf(words, parts)};
}

type Draft = {-readonly [Key in keyof Clause]: Clause[Key]};

/** What has been read so far, from left to right. */
type Reader = {
	readonly words: Words;
	readonly parts: readonly SentencePart[];
	readonly drafts: Draft[];
	/** The clause whose verb was read and whose end was not. */
	open: Draft | undefined;
	/** The noun phrase that waits for its verb. */
	subject: NounPhrase | undefined;
	/** The noun phrase read last. */
	last: NounPhrase | undefined;
	/** The subject that a verb behind a relative clause goes back to. */
	mainSubject: NounPhrase | undefined;
	opening: string | undefined;
	/** The preposition that ties the next noun phrase. */
	preposition: string | undefined;
	inRelative: boolean;
	/** Whether the noun phrase read last hangs on a preposition: `with more care [the team]`. */
	wasTied: boolean;
};

const fullStop = /^[;:()—–.!?]$/;
const freshStart = /^[;:(—–.]$/;

function clausesOf(words: Words, parts: readonly SentencePart[]): Clause[] {
	const reader: Reader = {
		words,
		parts,
		drafts: [],
		open: undefined,
		subject: undefined,
		last: undefined,
		mainSubject: undefined,
		opening: undefined,
		preposition: undefined,
		inRelative: false,
		wasTied: false,
	};
	for (const [at, part] of parts.entries()) {
		if (part.type === 'np') readPhrase(reader, part, at);
		else if (part.type === 'verb') readVerb(reader, part, at);
		else readWord(reader, part, at);
	}
	const reason = lastReason(words);
	return reader.drafts.map((clause) => ({...clause, explained: reason >= clause.end - 1}));
}

function readPhrase(reader: Reader, phrase: NounPhrase, at: number): void {
	const {open, parts} = reader;
	const before = parts[at - 1];
	const isObject =
		open !== undefined &&
		open.object === undefined &&
		before !== undefined &&
		(before === open.verb ||
			before === open.complement ||
			(parts[at - 2] === open.verb && isParticle(open.verb, before)));
	if (reader.preposition !== undefined) {
		if (reader.preposition === 'by' && open !== undefined) open.agent ??= phrase;
	} else if (isObject) {
		open.object = phrase;
	} else if (before?.type === 'word' || (open === undefined && (before?.type !== 'np' || reader.wasTied))) {
		reader.subject = joined(reader, phrase, at);
	}
	if (before?.type === 'np' && opensReduced(phrase, parts[at + 1])) {
		close(reader, phrase.start);
		reader.mainSubject ??= reader.subject;
		reader.subject = phrase;
		reader.inRelative = true;
	}
	reader.last = phrase;
	reader.wasTied = reader.preposition !== undefined;
	reader.preposition = undefined;
}

/** `the change [we] did not catch`: a pronoun or a bare name right behind a noun opens a clause about it. */
function opensReduced(phrase: NounPhrase, next: SentencePart | undefined): boolean {
	return next?.type === 'verb' && phrase.referent !== 'thing' && phrase.end - phrase.start === 1;
}

/** `Ana and the DBA`: what is joined by a conjunction is one subject. */
function joined({parts, subject}: Reader, phrase: NounPhrase, at: number): NounPhrase {
	const before = parts[at - 1];
	const isJoined = before?.type === 'word' && (before.norm === 'and' || before.norm === 'or');
	return isJoined && parts[at - 2]?.type === 'np' && subject !== undefined ? {...phrase, start: subject.start} : phrase;
}

function readVerb(reader: Reader, verb: VerbGroup, at: number): void {
	const {open, parts, words} = reader;
	const before = parts[at - 1];
	if (open !== undefined && open.complement === undefined && hangsOn(open, verb, before, words)) {
		open.complement = verb;
		return;
	}
	const subject = subjectOf(reader, verb, before);
	close(reader, verb.start);
	reader.open = {
		subject,
		verb,
		object: undefined,
		agent: undefined,
		complement: undefined,
		end: words.tokens.length,
		opening: reader.opening,
		explained: false,
	};
	reader.drafts.push(reader.open);
	if (!reader.inRelative) reader.mainSubject = subject ?? reader.mainSubject;
	reader.inRelative = false;
	reader.subject = undefined;
	reader.opening = undefined;
	reader.preposition = undefined;
}

function hangsOn(open: Draft, verb: VerbGroup, before: SentencePart | undefined, {tokens}: Words): boolean {
	if (verb.finite) return false;
	return before === open.verb || (before === open.object && tokens[verb.start]?.norm === 'to');
}

function subjectOf(reader: Reader, verb: VerbGroup, before: SentencePart | undefined): NounPhrase | undefined {
	const {open, last} = reader;
	const isParticiple = !verb.finite && verb.form === 'ing' && before !== undefined && before === last;
	if (isParticiple) return simpleOf(last);
	const isReported =
		verb.finite &&
		open !== undefined &&
		before === open.object &&
		!isRelative(reader.words, open) &&
		(open.verb.finite || (open.subject === undefined && open.verb.start > openingOf(reader.words.tokens)));
	return isReported ? simpleOf(last) : (reader.subject ?? earlierSubject(reader, verb, before));
}

/** The subject of a verb with none of its own, out of what was read before. */
function earlierSubject(reader: Reader, verb: VerbGroup, before: SentencePart | undefined): NounPhrase | undefined {
	const {words, mainSubject, drafts} = reader;
	if (before === undefined) return undefined;
	if (before.type !== 'word') return verb.finite ? mainSubject : undefined;
	if (words.lexicon.has(before.norm, 'conjunction') || before.norm === ',') {
		return verb.finite ? drafts.at(-1)?.subject : undefined;
	}
	if (fullStop.test(before.norm)) return before.norm === ')' ? mainSubject : undefined;
	if (words.lexicon.has(before.norm, 'relative')) return undefined;
	if (words.lexicon.has(before.norm, 'subordinator')) return verb.form === 'ing' ? mainSubject : undefined;
	return verb.finite ? mainSubject : undefined;
}

function isRelative({lexicon}: Words, {opening}: Draft): boolean {
	return opening !== undefined && lexicon.has(opening, 'relative');
}

/** In `the owner of the ingress causing it` nothing tells which of the two is meant. */
function simpleOf(phrase: NounPhrase | undefined): NounPhrase | undefined {
	return phrase === undefined || phrase.end - phrase.head > 2 ? undefined : phrase;
}

function readWord(reader: Reader, word: WordPart, at: number): void {
	const {parts, words} = reader;
	const {lexicon} = words;
	const {norm} = word;
	const before = parts[at - 1];
	if (lexicon.has(norm, 'relative') && before?.type === 'np' && parts[at + 1]?.type === 'verb') {
		close(reader, word.start);
		reader.inRelative = true;
		reader.mainSubject = reader.subject ?? reader.mainSubject ?? before;
		reader.opening = norm;
		reader.subject = before;
	} else if (lexicon.has(norm, 'subordinator') || lexicon.has(norm, 'relative')) {
		close(reader, word.start);
		reader.opening = norm;
		reader.subject = undefined;
		reader.preposition = undefined;
	} else if (lexicon.has(norm, 'preposition')) {
		const verb = reader.open?.verb;
		if (verb === undefined || before !== verb || !isParticle(verb, word)) reader.preposition = norm;
	} else {
		readMark(reader, word, at);
	}
}

/** Marks and conjunctions: some end a clause, and some of these let the next one take over its subject. */
function readMark(reader: Reader, {norm, start}: WordPart, at: number): void {
	const {open, parts, words} = reader;
	const isJoint = norm === 'and' || norm === 'or';
	if (isJoint) {
		const next = parts[at + 1];
		if (next?.type === 'verb' || (next?.type === 'np' && parts[at + 2]?.type === 'verb')) close(reader, start);
	} else if (fullStop.test(norm) || (norm === ',' && open !== undefined) || words.lexicon.has(norm, 'conjunction')) {
		close(reader, start);
		reader.preposition = undefined;
	}
	if (freshStart.test(norm)) reader.subject = undefined;
}

function close(reader: Reader, at: number): void {
	if (reader.open !== undefined) reader.open.end = at;
	reader.open = undefined;
}

/** Index of the last word or mark behind which a reason stands, or -1. */
function lastReason({tokens}: Words): number {
	return tokens.findLastIndex(({norm}, index) => {
		if (norm === 'because' || norm === 'since' || norm === 'as') return true;
		if (norm === 'due') return tokens[index + 1]?.norm === 'to';
		return /^[:;—–]$/.test(norm) && index < tokens.length - 2;
	});
}
