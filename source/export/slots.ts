/**
 * Slots: marks that stand for values while a template is rendered, so that each value is written as
 * markdown only when the line, heading or table around it is known. The template engine never sees
 * what a user typed.
 */
import type {PhrasingContent} from 'mdast';
import {readBlocks, readLine} from './read-markdown.ts';
import {marksIn, writeBlocks, writeLine} from './write-markdown.ts';

export type Slots = {
	/** The mark of a value of one line; `empty` (markdown) where the text shows nothing. */
	line(text: string, empty: string): string;
	/** The mark of a value of one line that is read already. */
	nodes(nodes: readonly PhrasingContent[], empty: string): string;
	/** The mark of several texts on one line, with commas between them. */
	list(texts: readonly string[], empty: string): string;
	/** The mark of a value of several blocks. It becomes one line where other text stands beside it. */
	blocks(text: string, empty: string): string;
	/** The rendered template with every mark replaced by its value. */
	fill(rendered: string): string;
};

type Value =
	| {readonly kind: 'line'; readonly nodes: PhrasingContent[]}
	| {readonly kind: 'blocks'; readonly text: string};

/** Two characters that are none: no text carries them, and what users typed is rid of them. */
const opening = '\uFDD0';
const closing = '\uFDD1';
const mark = new RegExp(`${opening}(\\d+)${closing}`);

/** Spaces, quote marks and list marks at the start of a line: what follows them starts a block. */
const container = /^[\s>]*(?:(?:[*+-]|\d{1,9}[.)])\s+[\s>]*)*$/;
const heading = /^ {0,3}(#{1,6})\s/;

/** Slots for one document. */
export function createSlots(): Slots {
	const values: Value[] = [];
	const add = (value: Value): string => `${opening}${values.push(value) - 1}${closing}`;
	const line = (nodes: readonly PhrasingContent[], empty: string): string =>
		nodes.length === 0 ? empty : add({kind: 'line', nodes: [...nodes]});
	return {
		line: (text, empty) => line(readLine(text), empty),
		nodes: line,
		list: (texts, empty) => line(withCommas(texts.map(readLine)), empty),
		blocks: (text, empty) => (readLine(text).length === 0 ? empty : add({kind: 'blocks', text})),
		fill: (rendered) => fill(rendered, values),
	};
}

function withCommas(items: readonly PhrasingContent[][]): PhrasingContent[] {
	const joined: PhrasingContent[] = [];
	for (const [first, ...rest] of items.filter((nodes) => nodes.length > 0)) {
		const last = joined.at(-1);
		const comma = joined.length === 0 ? '' : ', ';
		const text = `${last?.type === 'text' ? last.value : ''}${comma}${first?.type === 'text' ? first.value : ''}`;
		if (last?.type === 'text') joined.pop();
		joined.push({type: 'text', value: text}, ...(first === undefined || first.type === 'text' ? [] : [first]), ...rest);
	}
	return joined;
}

function fill(rendered: string, values: readonly Value[]): string {
	let level = 0;
	return rendered
		.split('\n')
		.map((line) => {
			level = heading.exec(line)?.[1]?.length ?? level;
			return fillLine(line, values, level);
		})
		.join('\n');
}

function fillLine(line: string, values: readonly Value[], level: number): string {
	const [first = '', ...rest] = line.split(mark);
	const alone = rest.length === 2 && container.test(first) && rest[1]?.trim() === '';
	const lines = rest.map((part, index) => (index % 2 === 0 ? lineOf(values[Number(part)]) : []));
	const marks = lines.flat().map(marksIn).join('') + (line.match(ambiguousMarks)?.join('') ?? '');
	let template = first;
	let filled = first;
	for (let index = 0; index < rest.length; index += 2) {
		const value = values[Number(rest[index])];
		const following = rest[index + 1] ?? '';
		if (value?.kind === 'blocks' && alone) return within(first, writeBlocks(readBlocks(value.text, level)));
		if (value !== undefined) {
			const inEmphasis = isEmphasised(template);
			filled += writeLine(lines[index] ?? [], {
				before: container.test(filled) ? '' : lastOf(filled),
				after: firstOf(following),
				inTable: line.trimStart().startsWith('|'),
				inHeading: heading.test(line),
				inEmphasis,
				marks: inEmphasis ? '*_~' : marks,
				inLink: template.split('[').length > template.split(']').length,
			});
		}
		template += following;
		filled += following;
	}
	return filled;
}

function lineOf(value: Value | undefined): PhrasingContent[] {
	if (value === undefined) return [];
	return value.kind === 'line' ? value.nodes : readLine(value.text);
}

/** Marks of emphasis in a template that might close emphasis as well as open it. */
const ambiguousMarks = /(?<=[^\s\p{L}\p{N}*_~])[*_~]/gu;

/** Whether emphasis is open at the end of a piece of a template. */
function isEmphasised(template: string): boolean {
	const text = template.replace(container, '');
	const isOdd = (marks: RegExp): boolean => (text.match(marks)?.length ?? 0) % 2 === 1;
	return isOdd(/\*\*/g) || isOdd(/(?<!\*)\*(?!\*)/g) || isOdd(/(?<!\w)_+|_+(?!\w)/g) || isOdd(/~+/g);
}

/** Blocks behind a quote mark or a list mark: the following lines are indented as the first one is. */
function within(prefix: string, blocks: string): string {
	const indent = prefix.replaceAll(/[^\s>]/g, ' ');
	return blocks
		.split('\n')
		.map((line, index) => (index === 0 ? prefix + line : line === '' ? indent.trimEnd() : indent + line))
		.join('\n');
}

function firstOf(text: string): string {
	return Array.from(text.slice(0, 2))[0] ?? '';
}

function lastOf(text: string): string {
	return Array.from(text.slice(-2)).at(-1) ?? '';
}
