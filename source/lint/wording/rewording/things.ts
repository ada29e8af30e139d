/** Noun phrases as a wording uses them: with what belongs to them, in singular or plural, without their owners. */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import type {Referent} from '../../language/referent.ts';

/** A stretch of tokens that stands for a thing, half-open. */
export type Thing = {readonly start: number; readonly end: number; readonly plural: boolean};

const people: ReadonlySet<Referent> = new Set<Referent>([
	'person',
	'they',
	'reader',
	'nobody',
	'anybody',
	'maybe',
	'department',
]);
const personal = new Set(
	'i me my mine myself he she him her his hers himself herself they them their theirs themselves you your yourself ourselves'.split(
		' ',
	),
);
const timeNouns = /^(?:second|minute|hour|day|night|week|weekend|month|quarter|year|time|while|age)s?$/;
const singularInS =
	/(?:is|ss|us|ics)$|^(?:dns|tls|https|kubernetes|aws|redis|postgres|jenkins|canvas|nginx|news|gps|sms|ops|cors|ids|ips|nfs|vps|os|rds|ecs|eks|sqs|sns|series|means|ls)$/;
const alwaysPlural = new Set(['people', 'data centres', 'these', 'those', 'both', 'media', 'criteria']);

/** Whether a phrase means somebody whom a wording leaves out. */
export function isSomebody(phrase: NounPhrase | undefined): boolean {
	return phrase !== undefined && (people.has(phrase.referent) || phrase.referent === 'self');
}

/** Whether the tokens speak of people on our side, but for whose a thing is. */
export function speaksOfPeople(sentence: Sentence, from: number, to: number): boolean {
	const {phrases} = sentence;
	for (let index = from; index < to; index++) {
		const phrase = phrases.get(index);
		if (phrase !== undefined && phrase.end <= to + 1 && people.has(phrase.referent)) return true;
		if (isPersonWord(sentence, index)) return true;
	}
	return false;
}

const personClasses = ['role', 'person-noun', 'people'];

function isPersonWord({tokens, phrases, lexicon}: Sentence, index: number): boolean {
	const {norm = '', type} = tokens[index] ?? {};
	if (type === 'mention' || norm === 'management' || norm === 'leadership') return true;
	if ((personal.has(norm) && !isOwner(norm)) || personClasses.some((name) => lexicon.has(norm, name))) return true;
	if (norm === 'agent') return /^(?:support|service|helpdesk|call)$/.test(tokens[index - 1]?.norm ?? '');
	return norm === "'s" && isSomebody(phraseBefore(phrases, index));
}

/** Whether the tokens name somebody or point at somebody; a role or a team alone does not count. */
export function namesSomebody({tokens, phrases, lexicon}: Sentence, from: number, to: number): boolean {
	return tokens.slice(from, to).some(({norm, type}, at) => {
		const phrase = phrases.get(from + at);
		const head = tokens[phrase?.head ?? -1]?.norm ?? '';
		const isRole =
			/^(?:the|another|other|next|second|a)$/.test(tokens[phrase?.start ?? -1]?.norm ?? '') &&
			(lexicon.has(head, 'role') || lexicon.has(head, 'people') || lexicon.has(head, 'group-noun'));
		return (
			type === 'mention' ||
			(personal.has(norm) && !isOwner(norm)) ||
			(phrase !== undefined &&
				!isRole &&
				(phrase.referent === 'person' || phrase.referent === 'maybe' || phrase.referent === 'reader'))
		);
	});
}

function isOwner(norm: string): boolean {
	return norm === 'his' || norm === 'her' || norm === 'their' || norm === 'my' || norm === 'your';
}

function phraseBefore(phrases: Sentence['phrases'], index: number): NounPhrase | undefined {
	return [...phrases.values()].find(({end}) => end === index);
}

/** The tokens as written, where `his` and the like give way to `the`. */
export function withoutOwners({tokens, text}: Sentence, from: number, to: number): string {
	const first = tokens[from];
	const last = tokens[to - 1];
	if (first === undefined || last === undefined || to <= from) return '';
	let written = '';
	let at = first.start;
	for (const {norm, start, end} of tokens.slice(from, to)) {
		if (!isOwner(norm)) continue;
		written += `${text.slice(at, start)}the`;
		at = end;
	}
	return (written + text.slice(at, closedEnd(text, first.start, last.end)))
		.replace(/\bthe own\b/g, 'the')
		.replace(/\bthe the\b/gi, 'the');
}

/** Index behind the marks that close what was opened within: a link, or emphasis. */
function closedEnd(text: string, start: number, end: number): number {
	const inside = text.slice(start, end);
	const behind = text.slice(end, end + 400);
	const link = inside.lastIndexOf('[') > inside.lastIndexOf(']') ? /^\]\([^()\s]*\)/.exec(behind) : null;
	if (link !== null) return end + link[0].length;
	const mark = /^(?:\*\*|__|\*|_)/.exec(behind)?.[0];
	return mark !== undefined && inside.split(mark).length % 2 === 0 ? end + mark.length : end;
}

/** The phrase with what `of`, `about` and the like tie to it, or undefined where it holds no noun. */
export function thingAt(sentence: Sentence, phrase: NounPhrase, ties: ReadonlySet<string> = tying): Thing | undefined {
	const {tokens, lexicon} = sentence;
	const ordinal = ordinalAt(sentence, phrase);
	if (ordinal !== undefined) return thingAt(sentence, ordinal, ties);
	const head = tokens[phrase.head];
	const isPointing = pointing.test(head?.norm ?? '');
	if (head === undefined || (lexicon.has(head.norm, 'determiner') && (phrase.end - phrase.start > 1 || !isPointing))) {
		return undefined;
	}
	const isCut =
		/^(?:new|old|wrong|same|whole|entire|latest|previous)$/.test(head.norm) && tokens[phrase.end]?.type === 'word';
	const end = isCut ? phrase.start : nounsEnd(sentence, phrase);
	if (end <= phrase.start || tokens.slice(phrase.start, end).some(({norm}) => strange.has(norm))) return undefined;
	const plural = isPluralAt(sentence, {...phrase, head: Math.min(phrase.head, end - 1)});
	const bare = {start: phrase.start, end, plural};
	if (end < phrase.end) return isNoun(tokens[end - 1], sentence) ? bare : undefined;
	return isPointing ? bare : withTied(sentence, bare, ties);
}

/** `the first two pages`, where the phrase was read as `the` alone. */
function ordinalAt({tokens, lexicon, phrases}: Sentence, {start, end}: NounPhrase): NounPhrase | undefined {
	const isOrdinal = /^(?:first|last|next)$/.test(tokens[end]?.norm ?? '');
	const behind = isOrdinal ? phrases.get(end + 1) : undefined;
	const isBare = end - start === 1 && lexicon.has(tokens[start]?.norm ?? '', 'determiner');
	return behind !== undefined && isBare ? {...behind, start} : undefined;
}

/** Index behind the last noun, without the words at the end that say something of the verb: `the port [open]`. */
function nounsEnd({tokens}: Sentence, {start, end}: NounPhrase): number {
	let last = end;
	while (last - start > 1 && trailing.has(tokens[last - 1]?.norm ?? '')) last--;
	return last;
}

function withTied(sentence: Sentence, {start, end, plural}: Thing, ties: ReadonlySet<string>): Thing {
	const {tokens, phrases} = sentence;
	const next = tokens[end]?.norm ?? '';
	const behind = phrases.get(end + 1);
	if (behind === undefined || (isSomebody(behind) && tokens[behind.start]?.type !== 'number'))
		return {start, end, plural};
	const isSake = tokens[behind.head]?.norm === 'sake';
	const isTied = ties.has(next) && !isSake && !isTime(sentence, behind);
	const isJoined = next === 'and' && !isVerbBehind(sentence, behind.end);
	if (!isTied && !isJoined) return {start, end, plural};
	return withTied(sentence, {start, end: behind.end, plural: plural || isJoined}, ties);
}

/** Words that a noun phrase may take in at its end and that say something of the verb. */
const trailing = new Set(
	'open late early unattended alone twice far live unlocked exposed unpatched unprotected right'.split(' '),
);
const strange = new Set("above below than far other's coming anyway sorry little bit lot".split(' '));
const pointing = /^(?:this|that|it|these|those)$/;

function isNoun(token: Sentence['tokens'][number] | undefined, {lexicon}: Sentence): boolean {
	return (
		token !== undefined &&
		token.type !== 'mark' &&
		!lexicon.has(token.norm, 'determiner') &&
		!lexicon.has(token.norm, 'number-word')
	);
}

const tying = new Set(['of', 'about', 'between', 'regarding']);

/** What ties to things that are seen or heeded: `the warning in the log`, `the email from the bank`. */
export const tyingSigns: ReadonlySet<string> = new Set([...tying, 'in', 'on', 'from', 'for']);

function isVerbBehind({clauses}: Sentence, index: number): boolean {
	return clauses.some(({verb}) => verb.start === index);
}

const dates =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|time)s?$/;

function isTime({tokens}: Sentence, {head}: NounPhrase): boolean {
	const {norm = '', type} = tokens[head] ?? {};
	return timeNouns.test(norm) || dates.test(norm) || type === 'number';
}

function isPluralAt({tokens}: Sentence, {start, head}: NounPhrase): boolean {
	const {norm = '', type} = tokens[head] ?? {};
	const first = tokens[start]?.norm ?? '';
	if (first === 'a' || first === 'an' || first === 'this' || first === 'that' || first === 'each' || first === 'every')
		return false;
	if (alwaysPlural.has(norm) || alwaysPlural.has(first)) return true;
	return type === 'word' && /[^s]s$/.test(norm) && !singularInS.test(norm);
}

/** With a capital in front, unless it begins with code or other marks. */
export function capital(words: string): string {
	return /^\p{Ll}+(?![\p{L}\d_.-]*[\d_\p{Lu}])/u.test(words)
		? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
		: words;
}

/** With a small letter in front where the first word is an everyday one. */
export function small(words: string): string {
	return /^(?:The|An?|This|That|These|Those|It|Its|Our|No|Two|Three|Four|Several|Some|Many|All|Both|Every|Each|Another|There)\b/.test(
		words,
	)
		? `${words.charAt(0).toLowerCase()}${words.slice(1)}`
		: words;
}
