/** Clauses: who does what to what. The rules are held against these, never against raw text. */
import {isPerson, type NounPhrase, nounPhraseAt, type Referent, type Words} from './noun-phrases.ts';
import {type VerbGroup, verbGroupAt} from './verb-groups.ts';

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
	/** The words that open it: because, if, who; undefined for a main clause. */
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

type Part = NounPhrase | VerbGroup | {type: 'word'; start: number; end: number; norm: string};

/** A sentence's noun phrases and clauses. */
export function parseSentence(text: string, words: Words): Sentence {
	const parts = partsOf(words);
	const phrases = new Map<number, NounPhrase>();
	for (const part of parts) if (part.type === 'np') phrases.set(part.start, part);
	return {...words, text, phrases, clauses: clausesOf(words, parts)};
}

function partsOf(words: Words): Part[] {
	const {tokens, lexicon} = words;
	const parts: Part[] = [];
	for (let index = 0; index < tokens.length; ) {
		const before = parts.at(-1);
		const afterNoun = before?.type === 'np';
		const verb = opensVerb(words, index, before) ? verbGroupAt(words, index, afterNoun) : undefined;
		const part: Part = verb ??
			nounPhraseAt(words, index) ??
			verbGroupAt(words, index, afterNoun) ?? {
				type: 'word',
				start: index,
				end: index + 1,
				norm: tokens[index]?.norm ?? '',
			};
		parts.push(part);
		index = Math.max(part.end, index + 1);
	}
	return parts.filter((part) => part.type !== 'word' || !lexicon.has(part.norm, 'adverb'));
}

/** Where a word can be verb or noun: what stands before it decides. */
function opensVerb(words: Words, index: number, before: Part | undefined): boolean {
	const {tokens, lexicon} = words;
	const {norm = '', type} = tokens[index] ?? {};
	if (type !== 'word') return false;
	if (before?.type === 'np') return true;
	const readings = lexicon.verbsOf(norm);
	if (norm === 'to') return tokens[index + 1] !== undefined && lexicon.verbsOf(tokens[index + 1]?.norm ?? '').some(({form}) => form === 'base');
	if (readings.length === 0) return false;
	const previous = before?.type === 'word' ? before.norm : undefined;
	if (previous === undefined) {
		if (before?.type !== 'verb') return opensImperative(words, index);
		return readings.some(({form}) => form === 'ing' || (form === 'done' && before.lemma === 'get'));
	}
	if (lexicon.has(previous, 'relative')) return true;
	if (['and', 'or', 'but', 'then', 'never', 'not'].includes(previous)) {
		return readings.some(({form}) => form !== 's') && !isNounNext(words, index + 1);
	}
	if (previous === 'to' || previous === 'please') return true;
	if (lexicon.has(previous, 'preposition') || lexicon.has(previous, 'subordinator')) return readings.some(({form}) => form === 'ing' || form === 'past');
	return ['-', '*', ':', ';', '.', ']', ')', ','].includes(previous) ? opensImperative(words, index) : readings.some(({form}) => form === 'past');
}

function isNounNext({tokens, lexicon}: Words, index: number): boolean {
	const {norm = ''} = tokens[index] ?? {};
	return lexicon.verbsOf(norm).some(({form, lemma}) => form === 'past' && lemma !== 'read') || lexicon.has(norm, 'modal');
}

/** A sentence that begins with a bare verb is an order, unless a finite verb follows at once. */
function opensImperative(words: Words, index: number): boolean {
	const {tokens, lexicon} = words;
	const readings = lexicon.verbsOf(tokens[index]?.norm ?? '');
	if (readings.some(({form}) => form === 'past' || form === 'done') && !readings.some(({form}) => form === 'base')) return true;
	if (!readings.some(({form}) => form === 'base')) return false;
	const next = tokens[index + 1];
	if (next === undefined || next.type === 'number') return false;
	if (lexicon.has(next.norm, 'modal') || next.norm === 'not') return false;
	if (next.norm === "'s") return false;
	return !lexicon.verbsOf(next.norm).some(({form}) => form === 'past' || form === 's') || next.norm.endsWith('ts');
}

type State = {
	subject: NounPhrase | undefined;
	last: NounPhrase | undefined;
	mainSubject: NounPhrase | undefined;
	opening: string | undefined;
	afterPreposition: string | undefined;
	relative: boolean;
};

function clausesOf(words: Words, parts: readonly Part[]): Clause[] {
	const {lexicon} = words;
	const drafts: {-readonly [Key in keyof Clause]: Clause[Key]}[] = [];
	const state: State = {subject: undefined, last: undefined, mainSubject: undefined, opening: undefined, afterPreposition: undefined, relative: false};
	let open: (typeof drafts)[number] | undefined;
	const close = (at: number) => {
		if (open !== undefined) open.end = at;
		open = undefined;
	};
	parts.forEach((part, at) => {
		const before = parts[at - 1];
		const next = parts[at + 1];
		if (part.type === 'np') {
			if (state.afterPreposition !== undefined) {
				if (state.afterPreposition === 'by' && open !== undefined && open.agent === undefined) open.agent = part;
			} else if (open !== undefined && open.object === undefined && before === open.verb) {
				open.object = part;
			} else if (open !== undefined && open.complement !== undefined && open.object === undefined && before === open.complement) {
				open.object = part;
			} else if ((open === undefined && before?.type !== 'np') || before?.type === 'word') {
				const joins = before?.type === 'word' && (before.norm === 'and' || before.norm === 'or') && parts[at - 2]?.type === 'np';
				state.subject = joins && state.subject !== undefined ? {...part, start: state.subject.start} : part;
			}
			if (before?.type === 'np' && next?.type === 'verb' && part.referent !== 'thing' && part.end - part.start === 1) {
				close(part.start);
				state.mainSubject ??= state.subject;
				state.subject = part;
				state.relative = true;
			}
			state.last = part;
			state.afterPreposition = undefined;
			return;
		}
		if (part.type === 'verb') {
			const hangs = !part.finite && open !== undefined && (before === open.verb || (before === open.object && words.tokens[part.start]?.norm === 'to'));
			if (hangs && open !== undefined && open.complement === undefined) {
				open.complement = part;
				return;
			}
			const participle = !part.finite && part.form === 'ing' && before !== undefined && before === state.last;
			const isComplement = part.finite && open !== undefined && before === open.object && !isRelative(words, open) && (open.verb.finite || open.subject === undefined);
			const subject = participle || isComplement ? simpleOf(state.last) : subjectFor(words, parts, at, state, drafts.at(-1));
			close(part.start);
			open = {subject, verb: part, object: undefined, agent: undefined, complement: undefined, end: words.tokens.length, opening: state.opening, explained: false};
			drafts.push(open);
			if (!state.relative) state.mainSubject = subject ?? state.mainSubject;
			state.relative = false;
			state.subject = undefined;
			state.opening = undefined;
			state.afterPreposition = undefined;
			return;
		}
		const {norm} = part;
		if (lexicon.has(norm, 'relative') && before?.type === 'np' && next?.type === 'verb') {
			close(part.start);
			state.relative = true;
			state.mainSubject = state.subject ?? state.mainSubject ?? before;
			state.opening = norm;
			state.subject = before;
		} else if (lexicon.has(norm, 'subordinator') || norm === 'that' || lexicon.has(norm, 'relative')) {
			close(part.start);
			state.opening = norm;
			state.subject = undefined;
			state.afterPreposition = undefined;
		} else if (lexicon.has(norm, 'preposition')) {
			state.afterPreposition = norm;
		} else if (/^[;:()—–.!?]$/.test(norm) || (norm === ',' && open !== undefined) || lexicon.has(norm, 'conjunction')) {
			if (norm !== 'and' && norm !== 'or') {
				close(part.start);
				state.afterPreposition = undefined;
			} else if (next?.type === 'verb' || (next?.type === 'np' && parts[at + 2]?.type === 'verb')) {
				close(part.start);
			}
			if (/^[;:(—–.]$/.test(norm)) state.subject = undefined;
		}
	});
	return drafts.map((clause) => ({...clause, explained: isExplained(words, clause.end)}));
}

function isRelative({lexicon}: Words, {opening}: Clause): boolean {
	return opening !== undefined && lexicon.has(opening, 'relative');
}

/** In `the owner of the ingress causing it` nothing tells which of the two is meant. */
function simpleOf(phrase: NounPhrase | undefined): NounPhrase | undefined {
	return phrase === undefined || phrase.end - phrase.head > 2 ? undefined : phrase;
}

/** The subject of a verb that stands right after nothing that could be one. */
function subjectFor(
	words: Words,
	parts: readonly Part[],
	at: number,
	state: State,
	previous: Clause | undefined,
): NounPhrase | undefined {
	if (state.subject !== undefined) return state.subject;
	const before = parts[at - 1];
	if (before === undefined) return undefined;
	const verb = parts[at] as VerbGroup;
	if (before.type === 'word' && (words.lexicon.has(before.norm, 'conjunction') || before.norm === ',')) {
		return verb.finite ? previous?.subject : undefined;
	}
	if (before.type === 'word' && /^[;:()—–.!?]$/.test(before.norm)) return before.norm === ')' ? state.mainSubject : undefined;
	if (before.type === 'word' && words.lexicon.has(before.norm, 'subordinator')) return verb.form === 'ing' ? state.mainSubject : undefined;
	return verb.finite ? state.mainSubject : undefined;
}

function isExplained({tokens}: Words, from: number): boolean {
	for (let index = Math.max(from - 1, 0); index < tokens.length; index++) {
		const {norm = ''} = tokens[index] ?? {};
		if (norm === 'because' || norm === 'since' || norm === 'as') return true;
		if ((norm === ':' || norm === ';' || norm === '—' || norm === '–') && index < tokens.length - 2) return true;
		if (norm === 'due' && tokens[index + 1]?.norm === 'to') return true;
	}
	return false;
}

/** Whether somebody on our side is the subject or, in a passive, the agent. */
export function actorOf(clause: Clause): Referent | undefined {
	if (clause.verb.passive) return clause.agent?.referent;
	return clause.subject?.referent;
}

export {isPerson};
