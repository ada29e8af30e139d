/**
 * Markdown cut into passages of prose: paragraphs, list items, cells. Code, front matter, HTML blocks, block quotes
 * and headings are left out. Reads line by line in one pass; a test holds it against mdast.
 */
import type {Span} from '../finding.ts';
import {maskInline} from './inline.ts';

export type Passage = {
	/** Offset of the passage in the text. */
	readonly start: number;
	/** Of the same length as the passage in the text, with all that is not prose hidden. */
	readonly masked: string;
	/** `task`: a list item with a box to tick, or any under a heading that announces actions. */
	readonly kind: 'paragraph' | 'item' | 'task' | 'cell';
	/** The headings above it, outermost first. */
	readonly headings: readonly string[];
};

/** A heading, whose last title in `headings` is its own, or a cell in the head of a table. */
export type Title = Omit<Passage, 'kind'> & {readonly kind: 'heading' | 'header'};

export type Block = Passage | Title;

/** Hides what is not prose, see `maskInline`. */
export type Mask = (text: string) => string;

export type Format = 'prose' | 'line' | 'document';

type Line = {readonly start: number; readonly text: string};

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const marker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const box = /^\[[ xX]\][ \t]/;
const rule = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/;
const setext = /^ {0,3}(?:=+|-+)[ \t]*$/;
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const definition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S/;
const htmlBlock =
	/^ {0,3}<(?:!--|\/?(?:table|div|p|pre|script|style|details|summary|section|center|img|ul|ol|li|tr|td|h[1-6]|br|hr)\b)/i;
const actionHeading = /\b(?:action|follow[- ]?ups?|remediation|corrective|prevent|next steps|to-?do)/i;

/** The passages of prose in a text, in order; `mask` may remember what it masked. */
export function passagesOf(text: string, format: Format, mask: Mask = maskInline): Passage[] {
	return blocksOf(text, format, mask).filter(isPassage);
}

/** Whether a block is prose. */
export function isPassage(block: Block): block is Passage {
	return block.kind !== 'heading' && block.kind !== 'header';
}

/** The passages of prose and the titles between them, in order. */
export function blocksOf(text: string, format: Format, mask: Mask = maskInline): Block[] {
	if (format === 'line')
		return text.trim() === '' ? [] : [{start: 0, masked: mask(text), kind: 'paragraph', headings: []}];
	return readBlocks(text, format, mask).blocks;
}

/** The blocks, and what is code, fenced or indented, or defines a link: lines in which nothing is said. */
export function readBlocks(
	text: string,
	format: Exclude<Format, 'line'>,
	mask: Mask = maskInline,
): {blocks: Block[]; code: Span[]} {
	const lines = linesOf(text);
	const reader: Reader = {blocks: [], code: [], open: undefined, headings: [], at: 0, lines, mask};
	if (format === 'document') skipFrontMatter(reader);
	while (reader.at < lines.length) readLine(reader);
	close(reader);
	return reader;
}

type Reader = {
	readonly blocks: Block[];
	readonly code: Span[];
	open: {start: number; text: string; kind: Passage['kind']} | undefined;
	headings: string[];
	at: number;
	readonly lines: readonly Line[];
	readonly mask: Mask;
};

function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		lines.push({start, text: line.endsWith('\r') ? line.slice(0, -1) : line});
		start += line.length + 1;
	}
	return lines;
}

function skipFrontMatter(reader: Reader): void {
	const {lines} = reader;
	const mark = lines[0]?.text.trimEnd();
	if (mark !== '---' && mark !== '+++') return;
	const end = lines.findIndex(({text}, index) => index > 0 && text.trimEnd() === mark);
	if (end > 0) reader.at = end + 1;
}

function readLine(reader: Reader): void {
	const line = reader.lines[reader.at];
	if (line === undefined) return;
	reader.at++;
	const {text} = line;
	const fenceMark = fence.exec(text.replace(marker, ''))?.[1];
	const itemMark = marker.exec(text)?.[0];
	if (text.trim() === '' || (rule.test(text) && !underlines(reader, text))) close(reader);
	else if (fenceMark !== undefined) skipFence(reader, fenceMark);
	else if (heading.test(text)) openHeading(reader, line.start, text);
	else if (underlines(reader, text)) openUnderlined(reader, text);
	else if (/^ {0,3}>/.test(text)) skipQuote(reader);
	else if (reader.open === undefined && htmlBlock.test(text)) skipHtml(reader, text);
	else if (isTable(reader, text)) readTable(reader);
	else if (itemMark !== undefined) openItem(reader, line, itemMark.length);
	else if (reader.open !== undefined || !isHidden(reader, text)) append(reader, line);
	else pushCode(reader, line, line);
}

/** Whether the line makes a heading of the paragraph above it. */
function underlines({open}: Reader, text: string): boolean {
	return open?.kind === 'paragraph' && setext.test(text);
}

function openUnderlined(reader: Reader, line: string): void {
	const {start = 0, text = ''} = reader.open ?? {};
	reader.open = undefined;
	openSection(reader, line.includes('=') ? 1 : 2, start, text);
}

/** Indented code, and the addresses that links refer to. */
function isHidden(reader: Reader, text: string): boolean {
	return definition.test(text) || (/^(?: {4}|\t)/.test(text) && !isInList(reader));
}

function append(reader: Reader, line: Line): void {
	if (reader.open === undefined) {
		reader.open = {start: line.start, text: line.text, kind: 'paragraph'};
		return;
	}
	const gap = line.start - reader.open.start - reader.open.text.length;
	reader.open.text += `${'\n'.padStart(gap, ' ')}${line.text}`;
}

function openItem(reader: Reader, line: Line, markerLength: number): void {
	close(reader);
	const rest = line.text.slice(markerLength);
	if (/^ {0,3}>/.test(rest)) return;
	const boxLength = box.exec(rest)?.[0].length ?? 0;
	const isTask = boxLength > 0 || reader.headings.some((title) => actionHeading.test(title));
	const skipped = markerLength + boxLength;
	reader.open = {start: line.start + skipped, text: rest.slice(boxLength), kind: isTask ? 'task' : 'item'};
}

function openHeading(reader: Reader, start: number, text: string): void {
	close(reader);
	const [mark = '', hashes = '#'] = heading.exec(text) ?? [];
	openSection(reader, hashes.length, start + mark.length, text.slice(mark.length));
}

function openSection(reader: Reader, depth: number, start: number, title: string): void {
	const above = Array.from({length: depth - 1}, (_, index) => reader.headings[index] ?? '');
	reader.headings = [...above, title];
	push(reader, {start, text: title, kind: 'heading'});
}

function skipFence(reader: Reader, mark: string): void {
	close(reader);
	const closing = new RegExp(`^[ \\t]*${mark.charAt(0) === '~' ? '~' : '`'}{${mark.length},}[ \\t]*$`);
	const first = reader.lines[reader.at - 1];
	while (reader.at < reader.lines.length && !closing.test(reader.lines[reader.at]?.text ?? '')) reader.at++;
	const last = reader.lines[reader.at] ?? reader.lines.at(-1);
	if (first !== undefined && last !== undefined) pushCode(reader, first, last);
	reader.at++;
}

function pushCode({code}: Reader, first: Line, last: Line): void {
	code.push({start: first.start, end: last.start + last.text.length});
}

/** A block quote takes the lines that go on without a mark of their own with it. */
function skipQuote(reader: Reader): void {
	close(reader);
	for (; reader.at < reader.lines.length; reader.at++) {
		const text = reader.lines[reader.at]?.text ?? '';
		if (/^ {0,3}>/.test(text)) continue;
		if (text.trim() === '' || heading.test(text) || marker.test(text) || fence.test(text)) return;
	}
}

function skipHtml(reader: Reader, first: string): void {
	const isComment = /^ {0,3}<!--/.test(first);
	const isOver = (text: string) => (isComment ? text.includes('-->') : text.trim() === '');
	if (isOver(first)) return;
	while (reader.at < reader.lines.length && !isOver(reader.lines[reader.at]?.text ?? '')) reader.at++;
	reader.at++;
}

function isTable({lines, at, open}: Reader, text: string): boolean {
	const next = lines[at]?.text ?? '';
	return (
		open === undefined && text.includes('|') && next.includes('-') && next.includes('|') && delimiterRow.test(next)
	);
}

/** Each cell is a passage of its own, those of the header are titles. */
function readTable(reader: Reader): void {
	pushCells(reader, reader.lines[reader.at - 1], 'header');
	reader.at++;
	for (; reader.at < reader.lines.length; reader.at++) {
		const line = reader.lines[reader.at];
		if (line === undefined || line.text.trim() === '' || !line.text.includes('|')) return;
		pushCells(reader, line, 'cell');
	}
}

function pushCells(reader: Reader, line: Line | undefined, kind: 'header' | 'cell'): void {
	if (line === undefined) return;
	for (const {0: cell, index} of line.text.matchAll(/(?:[^|\\]|\\.)+/g)) {
		if (cell.trim() !== '') push(reader, {start: line.start + index, text: cell, kind});
	}
}

function isInList({blocks}: Reader): boolean {
	const kind = blocks.at(-1)?.kind;
	return kind === 'item' || kind === 'task';
}

function close(reader: Reader): void {
	const {open} = reader;
	if (open !== undefined && open.text.trim() !== '') push(reader, open);
	reader.open = undefined;
}

function push({blocks, headings, mask}: Reader, {start, text, kind}: Line & Pick<Block, 'kind'>): void {
	blocks.push({start, masked: mask(text), kind, headings} as Block);
}
