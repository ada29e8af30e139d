/** Owner and due date of an action item's line: its last words, in either order, or the guide's parenthesis. */
import {type DueDateReading, readDueDate} from '../time/due-date.ts';
import type {CalendarDate} from '../time/instant.ts';

/** Half-open range of UTF-16 offsets into the line. */
export type Span = {readonly start: number; readonly end: number};

export type ActionTail = {
	/** What to do stands between these offsets. */
	readonly textStart: number;
	readonly textEnd: number;
	/** With its `@`; empty where there is none. */
	readonly owner: string;
	readonly ownerSpan: Span | null;
	readonly due: CalendarDate | null;
	/** The due date in words; null where there is none. */
	readonly dueNote: string | null;
	readonly dueSpan: Span | null;
	/** Why a due date could not be read, and the words it was given in; null where it could. */
	readonly problem: string | null;
	readonly unread: string | null;
};

/** Reads them out of what stands from `start` on, behind the kind. */
export function readTail(line: string, start: number, today: CalendarDate): ActionTail {
	return readParenthesis(line, start, today) ?? readLastWords(line, start, today);
}

const nothing: Omit<ActionTail, 'textStart' | 'textEnd'> = {
	owner: '',
	ownerSpan: null,
	due: null,
	dueNote: null,
	dueSpan: null,
	problem: null,
	unread: null,
};

/** Words that stand for an owner or a date which nobody has given yet. */
const placeholder = /^(?:|none|tbd|n\/a|[-–—?]|YYYY-MM-DD)$/i;

function readParenthesis(line: string, start: number, today: CalendarDate): ActionTail | null {
	const open = line.lastIndexOf('(');
	const match = /^\((?:owner:([^()]*?))?(?:(?:^|,?\s*)due:([^()]*))?\)[.\s]*$/i.exec(
		open < start ? '' : line.slice(open),
	);
	const [whole, owner, due] = match ?? [];
	if (whole === undefined || (owner === undefined && due === undefined)) return null;
	const ownerSpan = spanOf(line, owner, open);
	const dueSpan = spanOf(line, due, ownerSpan?.end ?? open);
	return {
		...nothing,
		textStart: start,
		textEnd: open,
		owner: ownerSpan === null ? '' : line.slice(ownerSpan.start, ownerSpan.end),
		ownerSpan,
		...(dueSpan === null ? {} : readDue(line, dueSpan, today)),
	};
}

/** Where the value stands in the line, trimmed, looked for from an offset on; null for a placeholder. */
function spanOf(line: string, value: string | undefined, from: number): Span | null {
	const trimmed = value?.trim() ?? '';
	if (placeholder.test(trimmed)) return null;
	const colon = line.indexOf(':', from);
	const start = line.indexOf(trimmed, colon);
	return {start, end: start + trimmed.length};
}

type Due = Pick<ActionTail, 'due' | 'dueNote' | 'dueSpan' | 'problem' | 'unread'>;

function readDue(line: string, dueSpan: Span, today: CalendarDate): Due {
	const typed = line.slice(dueSpan.start, dueSpan.end);
	const read = readDueDate(typed, today);
	if (read.kind === 'date') {
		return {due: read.date, dueNote: read.warning ?? read.phrase, dueSpan, problem: null, unread: null};
	}
	const problem = read.kind === 'refused' ? `${read.message}. ${read.hint}` : null;
	return {due: null, dueNote: null, dueSpan, problem, unread: typed};
}

function readLastWords(line: string, start: number, today: CalendarDate): ActionTail {
	let tail: ActionTail = {...nothing, textStart: start, textEnd: line.trimEnd().length};
	for (let step = 0; step < 2; step += 1) {
		tail = (tail.dueSpan === null ? takeDue(line, tail, today) : null) ?? takeOwner(line, tail) ?? tail;
	}
	return tail.ownerSpan === null ? takeFirstOwner(line, tail) : tail;
}

/** A handle behind white space or at the beginning: the `@` of an e-mail address is none. */
const lastHandle = /(?:^|\s)(?:owner:\s*)?(@[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?)[\s,;.]*$/iu;

function takeOwner(line: string, tail: ActionTail): ActionTail | null {
	if (tail.ownerSpan !== null) return null;
	const match = lastHandle.exec(line.slice(tail.textStart, tail.textEnd));
	const owner = match?.[1];
	if (match === null || owner === undefined) return null;
	const start = tail.textStart + match.index + match[0].indexOf(owner);
	const ownerSpan = {start, end: start + owner.length};
	return {...tail, owner, ownerSpan, textEnd: tail.textStart + match.index};
}

function takeFirstOwner(line: string, tail: ActionTail): ActionTail {
	const match = /^\s*(@[\p{L}\p{N}_][\p{L}\p{N}_./-]*)[,:]?\s+/u.exec(line.slice(tail.textStart, tail.textEnd));
	const owner = match?.[1];
	if (match === null || owner === undefined) return tail;
	const start = tail.textStart + match[0].indexOf(owner);
	const ownerSpan = {start, end: start + owner.length};
	return {...tail, owner, ownerSpan, textStart: tail.textStart + match[0].length};
}

/** The words of a date at most: `Friday 20 Nov 2026`. */
const longestDate = 4;
const unreadableDate = /^(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\+\d+[a-z]*)$/i;

/** Takes the longest row of last words that reads as a date, or the one that looks like a date and is none. */
function takeDue(line: string, tail: ActionTail, today: CalendarDate): ActionTail | null {
	const words = [...line.slice(tail.textStart, tail.textEnd).matchAll(/\S+/g)].slice(-longestDate - 1);
	const stop = /[,;.]*$/.exec(words.at(-1)?.[0] ?? '')?.[0].length ?? 0;
	const end = tail.textStart + (words.at(-1)?.index ?? 0) + (words.at(-1)?.[0].length ?? 0) - stop;
	const starts = words.map((word) => tail.textStart + word.index).slice(-longestDate);
	for (const start of starts) {
		const span = {start, end};
		const before = line.slice(tail.textStart, start);
		if (isDate(readDueDate(line.slice(start, end), today), before)) {
			return {...tail, ...readDue(line, span, today), textEnd: tail.textStart + withoutPreposition(before)};
		}
	}
	const start = starts.at(-1);
	const word = start === undefined ? '' : line.slice(start, end);
	if (start === undefined || !unreadableDate.test(word)) return null;
	return {...tail, ...readDue(line, {start, end}, today), textEnd: start};
}

/** `rehearse it every fri` tells how often, not until when. */
function isDate(reading: DueDateReading, before: string): boolean {
	return reading.kind === 'date' && !/(?:^|\s)(?:every|each|per|last)\s+$/i.test(before);
}

/** The length of the text without the `by` or `due:` that leads up to a date. */
function withoutPreposition(before: string): number {
	const match = /(?:^|\s)(?:due(?: by| on)?:?|by|until|before)\s*$/i.exec(before);
	return match?.index ?? before.length;
}
