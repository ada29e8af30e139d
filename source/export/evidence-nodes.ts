/** Evidence as nodes of markdown: `Rolled back ([ci.example.com](https://ci.example.com/run/5))`. */
import type {PhrasingContent} from 'mdast';
import {type Evidence, linkBeside, nameOf, splitEvidence} from '../retro/evidence.ts';
import type {TimelineEntry} from '../retro/record.ts';
import {cleanLine} from '../text/clean.ts';
import {readLine, withoutMarks} from './read-markdown.ts';

/** What an entry says, with its evidence in brackets behind it. A text that is nothing but evidence stays as it is. */
export function readEvidenced(entry: Pick<TimelineEntry, 'text' | 'source'>): PhrasingContent[] {
	const text = withoutMarks(cleanLine(entry.text));
	const {said, given} = splitEvidence(text);
	const all = [...given, ...linkBeside(entry)];
	const nodes = readLine(said);
	if (nodes.length === 0) return all.every(({kind}) => kind === 'link') ? readLine(text) : all.map(nodeOf);
	return all.length === 0 ? nodes : merged([...nodes, textNode(' ('), ...between(all.map(nodeOf)), textNode(')')]);
}

function between(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.flatMap((node, index) => (index === 0 ? [node] : [textNode(', '), node]));
}

/** An address in brackets must not hold any, and a backslash in it would be read as escaping. */
function nodeOf(evidence: Evidence): PhrasingContent {
	if (evidence.kind === 'command') return {type: 'inlineCode', value: evidence.command};
	const url = evidence.url.replaceAll(/[()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	return {type: 'link', url: withoutMarks(cleanLine(url)), children: [textNode(nameOf(evidence))]};
}

function textNode(value: string): PhrasingContent {
	return {type: 'text', value};
}

/** Text beside text as one, so that it is escaped as one. */
function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const all: PhrasingContent[] = [];
	for (const node of nodes) {
		const last = all.at(-1);
		if (last?.type === 'text' && node.type === 'text') all.splice(-1, 1, textNode(last.value + node.value));
		else all.push(node);
	}
	return all;
}
