/**
 * What users typed, as markdown trees. HTML, character references and footnotes are no syntax here but
 * text: a field shows what was typed, and nothing in it reaches over the rest of the document.
 */
import type {Definition, Heading, Nodes, Parents, PhrasingContent, RootContent} from 'mdast';
import {fromMarkdown, type Options} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {cleanLine, cleanProse} from '../text/clean.ts';

/** micromark's names of the constructs that are text wherever they are typed. */
const alwaysText = [
	'htmlFlow',
	'htmlText',
	'characterReference',
	'gfmFootnoteDefinition',
	'gfmFootnoteCall',
	'gfmPotentialFootnoteCall',
	// Read by `settleTasks`: after an empty list, the extension takes a box out of a paragraph and loses it.
	'tasklistCheck',
];

/** micromark's names of all that makes blocks. */
const blockConstructs = [
	'blockQuote',
	'codeFenced',
	'codeIndented',
	'definition',
	'headingAtx',
	'list',
	'setextUnderline',
	'table',
	'thematicBreak',
];

const blockSyntax = syntaxWithout(alwaysText);
const lineSyntax = syntaxWithout([...alwaysText, ...blockConstructs]);

/** A field of one line: links, images, code, emphasis and strike-through are live, all else is text. */
export function readLine(text: string): PhrasingContent[] {
	const [paragraph] = fromMarkdown(withoutMarks(cleanLine(text)).replaceAll(/\s+/g, ' ').trim(), lineSyntax).children;
	return paragraph?.type === 'paragraph' ? paragraph.children : [];
}

/**
 * A field of several blocks, with its headings pushed below a heading of level `below` (1 to 6; 0 for
 * none). References become links of their own, so that no definition acts on the rest of the document.
 */
export function readBlocks(text: string, below: number): RootContent[] {
	const source = withoutMarks(cleanProse(text));
	const tree = fromMarkdown(source, blockSyntax);
	resolveReferences(tree, source);
	mergeLists(tree);
	settleCode(tree);
	settleTasks(tree, source);
	pushHeadings(tree.children, below);
	return tree.children;
}

function syntaxWithout(constructs: readonly string[]): Options {
	return {extensions: [gfm(), {disable: {null: [...constructs]}}], mdastExtensions: [gfmFromMarkdown()]};
}

/** Without the characters that are none, so that nothing typed can look like a mark of ours. */
export function withoutMarks(text: string): string {
	return text.replaceAll(/\p{Noncharacter_Code_Point}/gu, '\uFFFD');
}

/**
 * Links by reference become plain links; a definition that nothing refers to is shown as it was typed, and
 * so is what would have been a footnote (`[^1]`).
 */
function resolveReferences(root: Parents, source: string): void {
	const definitions = new Map<string, Definition>();
	walk(root, (node) => {
		if (node.type !== 'definition' || node.identifier.startsWith('^')) return;
		if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
	});
	const used = new Set<Definition>();
	replaceChildren(root, (node) => {
		if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
		const definition = definitions.get(node.identifier);
		if (definition === undefined) return {type: 'text', value: typed(node, source)};
		used.add(definition);
		const {url, title} = definition;
		return node.type === 'linkReference'
			? {type: 'link', url, title: title ?? null, children: node.children}
			: {type: 'image', url, title: title ?? null, alt: node.alt ?? null};
	});
	replaceChildren(root, (node) => {
		if (node.type !== 'definition') return node;
		if (used.has(node)) return undefined;
		return {type: 'paragraph', children: readLine(typed(node, source))};
	});
}

function typed({position}: Nodes, source: string): string {
	return source.slice(position?.start.offset, position?.end.offset);
}

/** Neighbouring lists of one kind were told apart by their marks alone; all of ours have the same. */
function mergeLists(root: Parents): void {
	walk(root, (node) => {
		if (!('children' in node)) return;
		const children: Nodes[] = [];
		for (const child of node.children) {
			const last = children.at(-1);
			if (child.type === 'list' && last?.type === 'list' && last.ordered === child.ordered) {
				last.children.push(...child.children);
			} else children.push(child);
		}
		setChildren(node, children);
	});
}

/**
 * A code block without a language is said to be text, and one in a list has blank lines around it:
 * markdownlint asks for both (MD040, MD031). Code within a line stays on one, so that no line of it can
 * begin a block.
 */
function settleCode(root: Parents): void {
	walk(root, (node) => {
		if (node.type === 'listItem' && node.children.some(({type}) => type === 'code')) node.spread = true;
		if (node.type === 'inlineCode') node.value = node.value.replaceAll('\n', ' ');
		if (node.type === 'code' && !node.lang) node.lang = 'text';
	});
}

/** An item whose text begins with a box, one that was not escaped, is a task. */
function settleTasks(root: Parents, source: string): void {
	walk(root, (node) => {
		const [paragraph] = node.type === 'listItem' ? node.children : [];
		const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
		const box = text?.type === 'text' ? /^\[([ xX])\][ \n]+/.exec(text.value) : null;
		if (node.type !== 'listItem' || text?.type !== 'text' || box === null) return;
		if (source[text.position?.start.offset ?? -1] !== '[') return;
		node.checked = box[1] !== ' ';
		text.value = text.value.slice(box[0].length);
	});
}

/** The highest heading comes directly below ours, and none more than one level below the one before it. */
function pushHeadings(nodes: readonly RootContent[], below: number): void {
	const open: number[] = [];
	for (const node of nodes) {
		walk(node, (inner) => {
			if (inner.type !== 'heading') return;
			while (open.length > 0 && (open.at(-1) ?? 0) >= inner.depth) open.pop();
			open.push(inner.depth);
			inner.depth = headingLevel(below + open.length);
			unbreak(inner);
		});
	}
}

/** A heading that was underlined may have had several lines; ours have one. */
function unbreak(heading: Heading): void {
	replaceChildren(heading, (node) => (node.type === 'break' ? {type: 'text', value: ' '} : node));
	walk(heading, (node) => {
		if (node.type === 'text') node.value = node.value.replaceAll('\n', ' ');
	});
}

function headingLevel(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
	const levels = [1, 2, 3, 4, 5, 6] as const;
	return levels[Math.min(level, levels.length) - 1] ?? 1;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
	visit(node);
	if ('children' in node) for (const child of node.children) walk(child, visit);
}

function replaceChildren(node: Nodes, replace: (child: Nodes) => Nodes | undefined): void {
	if (!('children' in node)) return;
	setChildren(
		node,
		node.children.map(replace).filter((child) => child !== undefined),
	);
	for (const child of node.children) replaceChildren(child, replace);
}

/** Puts back what was made from the node's own children, so that each is of a type that it may hold. */
function setChildren(node: Parents, children: readonly Nodes[]): void {
	node.children = children as typeof node.children;
}
