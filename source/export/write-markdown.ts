/** Markdown trees as text, in the one style of our documents: `*` bullets, `_emphasis_`, `#` headings. */
import type {Html, Paragraph, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {defaultHandlers, type Handle, type Options, toMarkdown} from 'mdast-util-to-markdown';
import {escapeText} from './escape.ts';

/** The surroundings of a line in its document. */
export type LinePlace = {
	/** The text before it in its line; empty where it starts a block. */
	readonly before: string;
	/** The text after it in its line, as far as it is known. */
	readonly after: string;
	readonly inTable: boolean;
	readonly inHeading: boolean;
};

const nowhere: LinePlace = {before: '', after: '', inTable: false, inHeading: false};

/** One line of markdown that can stand in the place as it is. */
export function writeLine(nodes: readonly PhrasingContent[], place: LinePlace): string {
	const children = [...verbatim(place.before), ...nodes, ...verbatim(place.after)];
	const line = plainest({type: 'paragraph', children}, place);
	const inner = line.slice(place.before.length, line.length - place.after.length);
	return place.inTable ? inner.replaceAll('|', '\\|') : inner;
}

/** Blocks of markdown, without a line end at their end. */
export function writeBlocks(nodes: readonly RootContent[]): string {
	return plainest({type: 'root', children: [...nodes]}, nowhere);
}

/**
 * With `_` for emphasis, as long as that can be written without character references: within a word
 * it cannot, and there it is `*`.
 */
function plainest(tree: Root | Paragraph, place: LinePlace): string {
	const [underscored = '', starred = ''] = (['_', '*'] as const).map((emphasis) =>
		toMarkdown(tree, {...style(place), emphasis}).replace(/\n$/, ''),
	);
	return references(underscored) > references(starred) ? starred : underscored;
}

function references(markdown: string): number {
	return markdown.split('&#x').length;
}

function style(place: LinePlace): Options {
	return {
		extensions: [gfmToMarkdown()],
		bullet: '*',
		rule: '-',
		handlers: {text: textHandler(place), html: verbatimHandler},
	};
}

/** Text by our own rules; what stands in an autolink cannot be escaped and is left to the usual ones. */
function textHandler(place: LinePlace): Handle {
	return (node: Text, parent: Parents | undefined, state, info) => {
		if (state.stack.includes('autolink')) return defaultHandlers.text(node, parent, state, info);
		return escapeText(node.value, {
			before: info.before,
			after: info.after === '\n' ? '' : info.after,
			inTable: state.stack.includes('tableCell'),
			inHeading: place.inHeading || state.stack.includes('headingAtx'),
		});
	};
}

/** The surroundings of a line are no HTML, but that is the node which is written as it is. */
function verbatim(value: string): PhrasingContent[] {
	return value === '' ? [] : [{type: 'html', value}];
}

const verbatimHandler = Object.assign((node: Html) => node.value, {peek: (node: Html) => node.value.slice(0, 1)});
