/**
 * Hides what is not prose within a paragraph, a list item or a cell, character by character, so that offsets stay
 * what they are. Linear: marks that do not find their partner within the passage are text.
 */
import {opaqueMark, quotedMark} from '../language/tokens.ts';

/** What is hidden by which mark: a space where only the mark-up goes. */
type Hidden = {readonly to: number; readonly mark: string};

const address = /^(?:https?:\/\/|www\.|mailto:|ssh:\/\/|git@|s3:\/\/)/i;
const tag = /^<(?:!--|\/?[a-z][^<>\n]{0,300}>|[a-z][\w+.-]{1,30}:[^\s<>]{0,2000}>)/i;
/** The longest quotation that still reads as something somebody said. */
const longestQuotation = 600;
const longestAddress = 1000;

/** The text with code, addresses, HTML, quotations and marks of emphasis hidden; of the same length. */
export function maskInline(text: string): string {
	if (!/[`<"“”„«»[*_~\\]|:\/\/|www\.|mailto:|git@/i.test(text)) return text;
	const literal = hide(text, literals(text));
	const marked = new Map([...linksOf(literal), ...quotationsOf(literal)]);
	return hide(literal, (index) => marked.get(index) ?? emphasisAt(literal, index));
}

function hide(text: string, hiddenAt: (index: number) => Hidden | undefined): string {
	let out = '';
	let shown = 0;
	for (let index = 0; index < text.length; ) {
		const hidden = hiddenAt(index);
		if (hidden === undefined) {
			index++;
			continue;
		}
		out += text.slice(shown, index) + hidden.mark.repeat(hidden.to - index);
		index = hidden.to;
		shown = index;
	}
	return out + text.slice(shown);
}

/** Code, HTML and bare addresses: within them, no other mark counts. */
function literals(text: string): (index: number) => Hidden | undefined {
	const code = codeSpansOf(text);
	const hasAddress = /:\/\/|www\.|mailto:|git@/i.test(text);
	return (index) => {
		const char = text.charAt(index);
		if (char === '`') return code.get(index);
		if (char === '<') return tagAt(text, index);
		if (char === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(index + 1))) return {to: index + 2, mark: ' '};
		if (!hasAddress || isWithinWord(text, index) || !address.test(text.slice(index, index + 10))) return undefined;
		return {to: addressEnd(text, index), mark: opaqueMark};
	};
}

function emphasisAt(text: string, index: number): Hidden | undefined {
	const char = text.charAt(index);
	const isMark = char === '*' || char === '~' || (char === '_' && !isWithinWord(text, index));
	return isMark ? {to: index + 1, mark: ' '} : undefined;
}

function tagAt(text: string, index: number): Hidden | undefined {
	const open = tag.exec(text.slice(index, index + 2050))?.[0];
	if (open === undefined) return undefined;
	if (open !== '<!--') return {to: index + open.length, mark: /^<[a-z][\w+.-]*:/i.test(open) ? opaqueMark : ' '};
	const close = text.indexOf('-->', index);
	return {to: close < 0 ? text.length : close + 3, mark: ' '};
}

/** A run of backticks opens a code span up to the next run of the same length. */
function codeSpansOf(text: string): Map<number, Hidden> {
	const spans = new Map<number, Hidden>();
	if (!text.includes('`')) return spans;
	const runs = [...text.matchAll(/`+/g)].map(({0: run, index}) => ({start: index, length: run.length}));
	const nextOfLength = new Map<number, number>();
	for (const {start, length} of runs.reverse()) {
		const close = nextOfLength.get(length);
		if (close !== undefined) spans.set(start, {to: close + length, mark: opaqueMark});
		nextOfLength.set(length, start);
	}
	return spans;
}

/** What stands between quotation marks; a mark without a partner in reach is an inch or a slip of the finger. */
function quotationsOf(text: string): Map<number, Hidden> {
	const spans = new Map<number, Hidden>();
	let open = -1;
	for (const {0: char, index} of text.matchAll(/["“”„«»]/g)) {
		if (open >= 0 && !'“„«'.includes(char) && index - open <= longestQuotation) {
			spans.set(open, {to: index + 1, mark: quotedMark});
			open = -1;
		} else if (char !== '»') {
			open = index;
		}
	}
	return spans;
}

/** The marks around the text of each link, with the address behind it. */
function linksOf(text: string): Map<number, Hidden> {
	const spans = new Map<number, Hidden>();
	if (!text.includes('](') && !text.includes('][')) return spans;
	const open: number[] = [];
	for (const {0: bracket, index} of text.matchAll(/[[\]]/g)) {
		if (bracket === '[') {
			open.push(index);
			continue;
		}
		const start = open.pop();
		const end = start === undefined ? undefined : behindLink(text, index);
		if (start === undefined || end === undefined) continue;
		const opening = text.charAt(start - 1) === '!' ? start - 1 : start;
		spans.set(opening, {to: start + 1, mark: ' '});
		spans.set(index, {to: end, mark: ' '});
	}
	return spans;
}

/** Behind the address or the label that follows a link's text, or undefined where none does. */
function behindLink(text: string, index: number): number | undefined {
	const open = text.charAt(index + 1);
	if (open !== '(' && open !== '[') return undefined;
	const close = open === '(' ? closingBracket(text, index + 1) : text.indexOf(']', index + 2);
	return close < 0 || close - index > longestAddress ? undefined : close + 1;
}

function closingBracket(text: string, from: number): number {
	let depth = 0;
	for (let index = from; index < Math.min(text.length, from + longestAddress); index++) {
		const char = text.charAt(index);
		if (char === '\n') return -1;
		if (char === '(') depth++;
		if (char === ')' && --depth === 0) return index;
	}
	return -1;
}

function addressEnd(text: string, from: number): number {
	let index = from;
	while (index < text.length && !/[\s<>"`]/.test(text.charAt(index))) index++;
	while (index > from + 1 && /[.,;:!?)\]*_]/.test(text.charAt(index - 1))) index--;
	return index;
}

function isWithinWord(text: string, index: number): boolean {
	return /[\p{L}\p{N}]/u.test(text.charAt(index - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(index + 1));
}
