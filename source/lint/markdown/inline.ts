/**
 * Hides what is not prose within a paragraph, a list item or a cell, character by character, so that offsets stay
 * what they are. One pass, linear: marks that do not find their partner within the passage are text.
 */
import {opaqueMark, quotedMark} from '../language/tokens.ts';

const address = /^(?:https?:\/\/|www\.|mailto:|ssh:\/\/|git@|s3:\/\/)/i;
const tag = /^<(?:!--|\/?[a-z][^<>\n]{0,300}>|[a-z][\w+.-]{1,30}:[^\s<>]{0,2000}>)/i;
/** The longest quotation that still reads as something somebody said. */
const longestQuotation = 600;

/** The text with code, addresses, HTML, quotations and marks of emphasis hidden; of the same length. */
export function maskInline(text: string): string {
	const out = Array.from({length: text.length}, (_, index) => text.charAt(index));
	const fill = (from: number, to: number, mark: string) => {
		for (let index = from; index < to; index++) out[index] = mark;
	};
	const runs = runsOfBackticks(text);
	const hasAddress = /:\/\/|www\.|mailto:|git@/i.test(text);
	const quotes = closingQuotes(text);
	for (let index = 0; index < text.length; ) {
		const end = skipFrom(text, index, {runs, hasAddress, quotes});
		if (end === undefined) {
			const char = text.charAt(index);
			if (char === '*' || char === '~' || (char === '_' && !isWithinWord(text, index))) out[index] = ' ';
			if (char === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(index + 1))) {
				out[index] = ' ';
				index++;
			}
			index++;
			continue;
		}
		fill(index, end.to, end.mark);
		index = end.to;
	}
	return out.join('');
}

type Known = {
	readonly runs: ReadonlyMap<number, number>;
	readonly hasAddress: boolean;
	readonly quotes: ReadonlyMap<number, number>;
};

/** What starts here and is no prose: where it ends and what it is hidden by. */
function skipFrom(
	text: string,
	index: number,
	{runs, hasAddress, quotes}: Known,
): {to: number; mark: string} | undefined {
	switch (text.charAt(index)) {
		case '`': {
			const to = runs.get(index);
			return to === undefined ? undefined : {to, mark: opaqueMark};
		}
		case '<': {
			const open = tag.exec(text.slice(index, index + 2050))?.[0];
			if (open === undefined) return undefined;
			if (open !== '<!--') return {to: index + open.length, mark: /^<[a-z][\w+.-]*:/i.test(open) ? opaqueMark : ' '};
			const close = text.indexOf('-->', index);
			return {to: close < 0 ? text.length : close + 3, mark: ' '};
		}
		case '!':
		case '[':
			return text.charAt(index) === '!' && text.charAt(index + 1) !== '[' ? undefined : {to: index + 1, mark: ' '};
		case ']':
			return {to: afterLink(text, index), mark: ' '};
		case '"':
		case '“':
		case '„':
		case '«':
		case '”': {
			const to = quotes.get(index);
			return to === undefined ? undefined : {to, mark: quotedMark};
		}
		default:
			if (!hasAddress || isWithinWord(text, index) || !address.test(text.slice(index, index + 10))) return undefined;
			return {to: addressEnd(text, index), mark: opaqueMark};
	}
}

/** Where each code span that starts at a run of backticks ends: at the next run of the same length. */
function runsOfBackticks(text: string): Map<number, number> {
	const ends = new Map<number, number>();
	if (!text.includes('`')) return ends;
	const runs = [...text.matchAll(/`+/g)].map(({0: run, index}) => ({start: index, length: run.length}));
	const nextOfLength = new Map<number, number>();
	for (const {start, length} of runs.reverse()) {
		const close = nextOfLength.get(length);
		if (close !== undefined) ends.set(start, close + length);
		nextOfLength.set(length, start);
	}
	return ends;
}

/** Where each quotation ends; a mark without a partner in reach is an inch or a slip of the finger. */
function closingQuotes(text: string): Map<number, number> {
	const ends = new Map<number, number>();
	let open = -1;
	for (const {0: char, index} of text.matchAll(/["“”„«»]/g)) {
		if (open >= 0 && char !== '“' && char !== '„' && char !== '«' && index - open <= longestQuotation) {
			ends.set(open, index + 1);
			open = -1;
		} else if (char !== '»') {
			open = index;
		}
	}
	return ends;
}

/** Behind the address or the label that follows a link's text. */
function afterLink(text: string, index: number): number {
	const open = text.charAt(index + 1);
	if (open !== '(' && open !== '[') return index + 1;
	const close = open === '(' ? closingBracket(text, index + 1) : text.indexOf(']', index + 2);
	return close < 0 || close - index > 2000 ? index + 1 : close + 1;
}

function closingBracket(text: string, from: number): number {
	let depth = 0;
	for (let index = from; index < Math.min(text.length, from + 2000); index++) {
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
	while (index > from && /[.,;:!?)\]*_]/.test(text.charAt(index - 1))) index--;
	return index;
}

function isWithinWord(text: string, index: number): boolean {
	return /[\p{L}\p{N}]/u.test(text.charAt(index - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(index + 1) || ' ');
}
