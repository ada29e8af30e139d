/** Documents read back as everybody else reads them: GitHub-flavoured markdown with all its constructs. */
import type {Nodes, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

export function readGfm(markdown: string): Root {
	return fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
}

/** What is seen of a tree: its text, code and the words of its links and images. */
export function visibleText(node: Nodes): string {
	if ('value' in node) return node.value;
	if (node.type === 'image') return node.alt ?? '';
	if (node.type === 'break') return '\n';
	return 'children' in node ? node.children.map(visibleText).join('') : '';
}

/**
 * The tree to be compared: without places in the source and blank lines between items, neighbouring texts joined, empty ones gone. A
 * bare address counts as text: whether it is found to be a link depends on brackets far before it.
 */
export function bare(node: Nodes): unknown {
	const {position: _position, ...rest} = node;
	if (!('children' in rest)) return rest;
	if ('spread' in rest) delete rest.spread;
	const children: unknown[] = [];
	for (const child of rest.children) {
		const last = children.at(-1);
		const text = child.type === 'text' || isBareAddress(child) ? visibleText(child) : undefined;
		if (child.type === 'inlineCode' && isCode(last)) last.value += child.value;
		else if (text === undefined) children.push(bare(child));
		else if (isText(last)) last.value += text;
		else if (text !== '') children.push({type: 'text', value: text});
	}
	return {...rest, children};
}

function isBareAddress(node: Nodes): boolean {
	return node.type === 'link' && ['', 'mailto:', 'http://'].some((scheme) => node.url === scheme + visibleText(node));
}

/** The tree with other nodes in the place of some words of a text. */
export function replaceText<Tree extends Nodes>(tree: Tree, words: string, nodes: readonly Nodes[]): Tree {
	if (!('children' in tree)) return tree;
	const children = tree.children.flatMap((child): Nodes[] => {
		if (child.type !== 'text' || !child.value.includes(words)) return [replaceText(child, words, nodes)];
		const [before = '', after = ''] = child.value.split(words);
		return [{type: 'text', value: before}, ...nodes, {type: 'text', value: after}];
	});
	return {...tree, children};
}

type Valued<Type extends string> = {type: Type; value: string};

function isText(node: unknown): node is Valued<'text'> {
	return isValued(node) && node.type === 'text';
}

function isCode(node: unknown): node is Valued<'inlineCode'> {
	return isValued(node) && node.type === 'inlineCode';
}

function isValued(node: unknown): node is Valued<string> {
	return typeof node === 'object' && node !== null && 'type' in node && 'value' in node;
}
