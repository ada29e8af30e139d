/** How the nodes of our documents are written where the usual way says too much or too little. */
import type {Emphasis, Html, Image, Link, Nodes, Parents, Text} from 'mdast';
import {
	type AttentionInfo,
	defaultHandlers,
	type Handle,
	type Info,
	type State,
	type Unsafe,
} from 'mdast-util-to-markdown';
import {escapeText, type TextPlace} from './escape.ts';

/** Text by our own rules; what stands in an autolink cannot be escaped and is left to the usual ones. */
export function textHandler(place: Pick<TextPlace, 'marks' | 'inLink' | 'inHeading'>): Handle {
	return (node: Text, parent: Parents | undefined, state, info) => {
		if (state.stack.includes('autolink')) return defaultHandlers.text(node, parent, state, info);
		return escapeText(node.value, {
			before: info.before,
			after: info.after === '\n' ? '' : info.after,
			inTable: state.stack.includes('tableCell'),
			marks: place.marks,
			inLink: place.inLink || state.stack.includes('link'),
			inHeading: place.inHeading || state.stack.includes('headingAtx'),
		});
	};
}

/** HTML as it is. */
export const verbatimHandler = Object.assign((node: Html) => node.value, {
	peek: (node: Html) => node.value.slice(0, 1),
});

/**
 * `<me@example.org>`, but in full where that would be no link: GFM finds addresses in text that CommonMark
 * does not take in angle brackets (section 6.5, email address).
 */
export const linkHandler: Handle = Object.assign(
	(node: Link, parent: Parents | undefined, state: State, info: Info) => {
		const {resourceLink} = state.options;
		if (!isAddress(node)) state.options.resourceLink = true;
		const link = withPlainAddresses(state, () => defaultHandlers.link(node, parent, state, info));
		state.options.resourceLink = resourceLink;
		return link;
	},
	{
		peek: (node: Link, parent: Parents | undefined, state: State) =>
			isAddress(node) ? defaultHandlers.link.peek(node, parent, state) : '[',
	},
);

function isAddress({url}: Link): boolean {
	return !/^mailto:/i.test(url) || email.test(url.slice('mailto:'.length));
}

/** An image, its address as plain as a link's. */
export const imageHandler: Handle = Object.assign(
	(node: Image, parent: Parents | undefined, state: State, info: Info) =>
		withPlainAddresses(state, () => defaultHandlers.image(node, parent, state, info)),
	{peek: defaultHandlers.image.peek},
);

/** Leaves the `&` between the parameters of an address as it is, unless it begins a character reference. */
function withPlainAddresses(state: State, write: () => string): string {
	const {unsafe} = state;
	state.unsafe = [...unsafe.filter(({character}) => character !== '&'), reference];
	const written = write();
	state.unsafe = unsafe;
	return written;
}

const reference: Unsafe = {
	character: '&',
	after: '(?:#\\d+|#[xX][\\da-fA-F]+|[A-Za-z][A-Za-z\\d]*);',
	inConstruct: ['destinationLiteral', 'destinationRaw', 'phrasing', 'titleApostrophe', 'titleQuote'],
};

const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

/** Emphasis by `_`, but by `*` where a letter stands next to it: there `_` makes none. */
export function emphasisHandler(inWord: ReadonlySet<Nodes>): Handle {
	const attention = (node: Emphasis): AttentionInfo => ({
		construct: 'emphasis',
		markers: inWord.has(node) ? ['*', '_'] : ['_', '*'],
		sizes: [1],
	});
	return Object.assign(defaultHandlers.emphasis.bind(undefined), {attention, peek: () => '_'});
}

/** The nodes that stand directly beside a letter or a digit. */
export function inWords(node: Nodes): Set<Nodes> {
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
