/** Markdown trees as text, in the one style of our documents: `*` bullets, `_emphasis_`, `#` headings. */
import type {Emphasis, Html, Link, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {
	type AttentionInfo,
	defaultHandlers,
	type Handle,
	type Info,
	type Options,
	type State,
	toMarkdown,
} from 'mdast-util-to-markdown';
import {escapeText} from './escape.ts';

/** The surroundings of a line in its document. */
export type LinePlace = {
	/** The text before it in its line; empty where it starts a block. */
	readonly before: string;
	/** The text after it in its line, as far as it is known. */
	readonly after: string;
	readonly inTable: boolean;
	readonly inHeading: boolean;
	/** Whether the template makes the line bold around it, which bold of its own would end. */
	readonly inBold: boolean;
};

const nowhere: LinePlace = {before: '', after: '', inTable: false, inHeading: false, inBold: false};

/** One line of markdown that can stand in the place as it is. */
export function writeLine(nodes: readonly PhrasingContent[], place: LinePlace): string {
	const live = place.inBold ? unwrapped(nodes) : nodes;
	const shown = place.inTable ? withoutPipes(live) : live;
	const children = [...verbatim(place.before), ...shown, ...verbatim(place.after)];
	const line = written({type: 'paragraph', children}, place);
	const inner = line.slice(place.before.length, line.length - place.after.length);
	return place.inTable ? inner.replaceAll('|', '\\|') : inner;
}

/** Blocks of markdown, without a line end at their end. */
export function writeBlocks(nodes: readonly RootContent[]): string {
	return written({type: 'root', children: [...nodes]}, nowhere);
}

/** Without bold and emphasis, the words kept; code that comes to stand beside code becomes one with it. */
function unwrapped(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const plain: PhrasingContent[] = [];
	for (const node of nodes.flatMap(unwrap)) {
		const last = plain.at(-1);
		if (node.type === 'inlineCode' && last?.type === 'inlineCode') {
			plain.splice(-1, 1, {type: 'inlineCode', value: last.value + node.value});
		} else plain.push(node);
	}
	return plain;
}

function unwrap(node: PhrasingContent): PhrasingContent[] {
	if (node.type === 'strong' || node.type === 'emphasis') return unwrapped(node.children);
	return node.type === 'delete' || node.type === 'link' ? [{...node, children: unwrapped(node.children)}] : [node];
}

/** In a table a pipe ends the cell, and what stands in an address cannot be escaped with a backslash. */
function withoutPipes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.map((node) => {
		const inner = 'children' in node ? {...node, children: withoutPipes(node.children)} : node;
		return 'url' in inner ? {...inner, url: inner.url.replaceAll('|', '%7C')} : inner;
	}) as PhrasingContent[];
}

function written(tree: Root | Paragraph, place: LinePlace): string {
	const options: Options = {
		extensions: [gfmToMarkdown()],
		bullet: '*',
		emphasis: '_',
		rule: '-',
		handlers: {
			text: textHandler(place),
			html: verbatimHandler,
			link: linkHandler,
			emphasis: emphasisHandler(inWords(tree)),
		},
	};
	return toMarkdown(tree, options).replace(/\n$/, '');
}

/** Text by our own rules; what stands in an autolink cannot be escaped and is left to the usual ones. */
function textHandler(place: LinePlace): Handle {
	return (node: Text, parent: Parents | undefined, state, info) => {
		if (state.stack.includes('autolink')) return defaultHandlers.text(node, parent, state, info);
		return escapeText(node.value, {
			before: info.before,
			after: info.after === '\n' ? '' : info.after,
			inTable: state.stack.includes('tableCell'),
			inLink: state.stack.includes('link'),
			inHeading: place.inHeading || state.stack.includes('headingAtx'),
		});
	};
}

/** The surroundings of a line are no HTML, but that is the node which is written as it is. */
function verbatim(value: string): PhrasingContent[] {
	return value === '' ? [] : [{type: 'html', value}];
}

const verbatimHandler = Object.assign((node: Html) => node.value, {peek: (node: Html) => node.value.slice(0, 1)});

/**
 * `<me@example.org>`, but in full where that would be no link: GFM finds addresses in text that CommonMark
 * does not take in angle brackets (section 6.5, email address).
 */
const linkHandler: Handle = Object.assign(
	(node: Link, parent: Parents | undefined, state: State, info: Info) => {
		const {resourceLink} = state.options;
		if (/^mailto:/i.test(node.url) && !email.test(node.url.slice('mailto:'.length))) state.options.resourceLink = true;
		const link = defaultHandlers.link(node, parent, state, info);
		state.options.resourceLink = resourceLink;
		return link;
	},
	{peek: defaultHandlers.link.peek},
);

const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

/** Emphasis by `_`, but by `*` where a letter stands next to it: there `_` makes none. */
function emphasisHandler(inWord: ReadonlySet<Nodes>): Handle {
	const attention = (node: Emphasis): AttentionInfo => ({
		construct: 'emphasis',
		markers: inWord.has(node) ? ['*', '_'] : ['_', '*'],
		sizes: [1],
	});
	return Object.assign(defaultHandlers.emphasis.bind(undefined), {attention, peek: () => '_'});
}

/** The nodes that stand directly beside a letter or a digit. */
function inWords(node: Nodes): Set<Nodes> {
	const found = new Set<Nodes>();
	const walk = (parent: Nodes): void => {
		if (!('children' in parent)) return;
		for (const [index, child] of parent.children.entries()) {
			const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
			const inWord =
				(before?.type === 'text' && /[\p{L}\p{N}]$/u.test(before.value)) ||
				(after?.type === 'text' && /^[\p{L}\p{N}]/u.test(after.value));
			if (inWord) found.add(child);
			walk(child);
		}
	};
	walk(node);
	return found;
}
