/** Markdown trees as text, in the one style of our documents: `*` bullets, `_emphasis_`, `#` headings. */
import type {Nodes, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {type Options, toMarkdown} from 'mdast-util-to-markdown';
import {emphasisHandler, imageHandler, inWords, linkHandler, textHandler, verbatimHandler} from './node-handlers.ts';

/** The surroundings of a line in its document. */
export type LinePlace = {
	/** The text before it in its line; empty where it starts a block. */
	readonly before: string;
	/** The text after it in its line, as far as it is known. */
	readonly after: string;
	readonly inTable: boolean;
	readonly inHeading: boolean;
	/** Whether the template emphasises the line, which emphasis of its own would end. */
	readonly inEmphasis: boolean;
	/** The characters that mark emphasis in what else stands in the line. */
	readonly marks: string;
	/** Whether the template makes a link of the line. */
	readonly inLink: boolean;
};

const nowhere: LinePlace = {
	before: '',
	after: '',
	inTable: false,
	inHeading: false,
	inEmphasis: false,
	marks: '',
	inLink: false,
};

/** One line of markdown that can stand in the place as it is. */
export function writeLine(nodes: readonly PhrasingContent[], place: LinePlace): string {
	const plain = new Set([...(place.inEmphasis ? ['strong', 'emphasis'] : []), ...(place.inLink ? ['link'] : [])]);
	const live = plain.size === 0 ? nodes : without(plain, nodes);
	const shown = place.inTable ? withoutPipes(live) : live;
	const children = [...verbatim(place.before), ...shown, ...verbatim(place.after)];
	const line = written({type: 'paragraph', children}, place);
	const inner = line.slice(place.before.length, line.length - place.after.length);
	return place.inTable ? inner.replaceAll(/(\\*)\|/g, pipe) : inner;
}

/** Blocks of markdown, without a line end at their end. */
export function writeBlocks(nodes: readonly RootContent[]): string {
	return written({type: 'root', children: [...nodes]}, nowhere);
}

/** A pipe with its backslash; code may end in one of its own before it, which would undo ours and is doubled. */
function pipe(_: string, backslashes: string): string {
	return `${backslashes}${backslashes.length % 2 === 1 ? '\\' : ''}\\|`;
}

/** Without nodes of some types, their words kept; code that comes to stand beside code becomes one with it. */
function without(types: ReadonlySet<string>, nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const plain: PhrasingContent[] = [];
	const unwrap = (node: PhrasingContent): PhrasingContent[] => {
		if (!('children' in node) || node.type === 'linkReference') return [node];
		const children = without(types, node.children);
		return types.has(node.type) ? children : [{...node, children} as PhrasingContent];
	};
	for (const node of nodes.flatMap(unwrap)) {
		const last = plain.at(-1);
		if (node.type === 'inlineCode' && last?.type === 'inlineCode') {
			plain.splice(-1, 1, {type: 'inlineCode', value: last.value + node.value});
		} else if (node.type === 'text' && last?.type === 'text') {
			plain.splice(-1, 1, {type: 'text', value: last.value + node.value});
		} else plain.push(node);
	}
	return plain;
}

/** In a table a pipe ends the cell, and what stands in an address cannot be escaped with a backslash. */
function withoutPipes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.map((node) => {
		const inner = 'children' in node ? {...node, children: withoutPipes(node.children)} : node;
		return 'url' in inner ? {...inner, url: inner.url.replaceAll('|', '%7C')} : inner;
	}) as PhrasingContent[];
}

const gfmStyle = gfmToMarkdown();

function written(tree: Root | Paragraph, place: LinePlace): string {
	const options: Options = {
		extensions: [gfmStyle],
		bullet: '*',
		emphasis: '_',
		rule: '-',
		handlers: {
			text: textHandler({...place, marks: marksIn(tree) + place.marks}),
			html: verbatimHandler,
			link: linkHandler,
			image: imageHandler,
			emphasis: emphasisHandler(inWords(tree)),
		},
	};
	return toMarkdown(tree, options).replace(/\n$/, '');
}

/** The surroundings of a line are no HTML, but that is the node which is written as it is. */
function verbatim(value: string): PhrasingContent[] {
	return value === '' ? [] : [{type: 'html', value}];
}

/** The characters that mark what is emphasised, bold or struck in a tree. */
export function marksIn(node: Nodes): string {
	const own = node.type === 'emphasis' ? '*_' : node.type === 'strong' ? '*' : node.type === 'delete' ? '~' : '';
	return own + ('children' in node ? node.children.map(marksIn).join('') : '');
}
