/** A document laid out for a terminal: its blocks as styled lines, which a screen draws and a command prints. */
import type {List, ListItem, Nodes, PhrasingContent, RootContent, Table} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {columnsOf} from '../text/columns.ts';
import {chop, type DocumentStyle, flow, type Segment, type StyledLine} from './flow.ts';

/**
 * The lines of a markdown document, none wider than `columns`, paragraphs wrapped, lists with hanging
 * indents. Its marks (`#`, `*`, `>`) stay, so that it reads the same without colour.
 */
export function layoutDocument(markdown: string, columns: number): StyledLine[] {
	const {children} = fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
	return blocks(children, columns);
}

const blank: StyledLine = [];
const chartNote = '(a chart, where mermaid is drawn)';

function blocks(nodes: readonly RootContent[], columns: number, tight = false): StyledLine[] {
	const parts = nodes.map((node) => block(node, columns)).filter((lines) => lines.length > 0);
	return parts.flatMap((lines, index) => (index === 0 || tight ? lines : [blank, ...lines]));
}

function block(node: RootContent, columns: number): StyledLine[] {
	switch (node.type) {
		case 'heading': {
			const mark = `${'#'.repeat(node.depth)} `;
			return hanging(mark, flow(inline(node.children, 'heading'), columns - mark.length));
		}
		case 'paragraph':
			return flow(inline(node.children, 'text'), columns);
		case 'list':
			return list(node, columns);
		case 'blockquote':
			return blocks(node.children, columns - 2).map((line) => [{text: '> ', style: 'mark'}, ...line]);
		case 'code':
			// The text of a chart tells nothing where it is not drawn.
			if (node.lang === 'mermaid') return flow([{text: chartNote, style: 'aside'}], columns);
			return hanging(
				'  ',
				node.value.split('\n').flatMap((line) => chop([{text: visible(line), style: 'code'}], columns - 2)),
			);
		case 'table':
			return table(node, columns);
		case 'thematicBreak':
			return [[{text: '-'.repeat(Math.max(columns, 1)), style: 'mark'}]];
		default:
			return [];
	}
}

function list(node: List, columns: number): StyledLine[] {
	const first = node.start ?? 1;
	const items = node.children.map((item, index) => {
		const mark = node.ordered ? `${first + index}. ` : '* ';
		const lines = blocks(boxed(item), columns - mark.length, !item.spread);
		return hanging(mark, lines.length > 0 ? lines : [blank]);
	});
	return items.flatMap((lines, index) => (index > 0 && node.spread ? [blank, ...lines] : lines));
}

/** The blocks of an item, a task's box before its first words. */
function boxed({checked, children}: ListItem): RootContent[] {
	const [first, ...rest] = children;
	if (typeof checked !== 'boolean' || first?.type !== 'paragraph') return children;
	const box: PhrasingContent = {type: 'text', value: checked ? '[x] ' : '[ ] '};
	return [{...first, children: [box, ...first.children]}, ...rest];
}

function hanging(mark: string, lines: readonly StyledLine[]): StyledLine[] {
	const indent = ' '.repeat(mark.length);
	return lines.map((line, index) => {
		if (index === 0) return [{text: mark, style: 'mark'}, ...line];
		return line.length === 0 ? line : [{text: indent, style: 'mark'}, ...line];
	});
}

/** Columns of equal width where they fit; else each row wrapped as one line of cells. */
function table({children}: Table, columns: number): StyledLine[] {
	const rows = children.map((row, index) =>
		row.children.map((cell) => inline(cell.children, index === 0 ? 'strong' : 'text')),
	);
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? []))));
	const fits = widths.reduce((sum, width) => sum + width + 3, -3) <= columns;
	return rows.flatMap((row) => {
		const line = row.flatMap((cell, column): Segment[] => {
			const padding = fits && column < row.length - 1 ? (widths[column] ?? 0) - widthOf(cell) : 0;
			const end: Segment = {text: `${' '.repeat(padding)} | `, style: 'mark'};
			return column < row.length - 1 ? [...cell, end] : cell;
		});
		return fits ? [line] : flow(line, columns);
	});
}

function inline(nodes: readonly PhrasingContent[], style: DocumentStyle): Segment[] {
	return nodes.flatMap((node): Segment[] => {
		switch (node.type) {
			case 'text':
				return [{text: visible(node.value.replaceAll('\n', ' ')), style}];
			case 'inlineCode':
				return [{text: visible(node.value), style: 'code'}];
			case 'break':
				return [{text: '\n', style}];
			case 'strong':
			case 'emphasis':
				return inline(node.children, style === 'heading' ? style : node.type);
			case 'delete':
				return inline(node.children, 'struck');
			case 'link':
				return [...inline(node.children, 'link'), ...address(node.url, widthless(node.children))];
			case 'image':
				return [{text: visible(node.alt || 'image'), style: 'link'}, ...address(node.url, '')];
			default:
				return [];
		}
	});
}

/** Where a link leads, unless its words say so. */
function address(url: string, words: string): Segment[] {
	return url === words || url === `mailto:${words}` || url === `http://${words}`
		? []
		: [{text: ` (${visible(url)})`, style: 'aside'}];
}

function widthless(nodes: readonly Nodes[]): string {
	return nodes
		.map((node) => ('value' in node ? node.value : 'children' in node ? widthless(node.children) : ''))
		.join('');
}

function widthOf(cell: readonly Segment[]): number {
	return cell.reduce((sum, {text}) => sum + columnsOf(text), 0);
}

/** Without control characters: a character reference in a template may carry one. */
function visible(text: string): string {
	return text.replaceAll(/\p{Cc}/gu, '');
}
