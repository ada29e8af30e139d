/** What is said of a finding to somebody who points at it: why, how to put it, and sentences like it. */
import {type Hover, type MarkupContent, MarkupKind, type Position} from 'vscode-languageserver/node';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import {type RuleInfo, rules} from '../lint/explain.ts';
import type {Finding} from '../lint/finding.ts';
import {cleanLine} from '../text/clean.ts';
import type {Client} from './client.ts';
import {rangeOf} from './diagnostic.ts';

/** Undefined where there is no finding at the position. */
export function hoverOf(
	text: TextDocument,
	findings: readonly Finding[],
	position: Position,
	{markdown}: Pick<Client, 'markdown'>,
): Hover | undefined {
	const offset = text.offsetAt(position);
	const here = findings.filter(({span}) => span.start <= offset && offset <= span.end);
	const [first] = here;
	if (first === undefined) return undefined;
	const parts = here.map((finding) => (markdown ? inMarkdown(finding) : inPlain(finding)));
	const contents: MarkupContent = {
		kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
		value: parts.join(markdown ? '\n\n---\n\n' : '\n\n'),
	};
	return {contents, range: rangeOf(first.span, text)};
}

/** More than a few are a list to read, and a hover is looked at in passing. */
const mostExamples = 2;

function inMarkdown(finding: Finding): string {
	const {rule, severity, message, suggestions} = finding;
	const info = known(rule);
	return [
		`**${escaped(message)}**`,
		info === undefined ? undefined : escaped(info.reframing),
		listed('Or rather:', suggestions),
		listed('Found as well:', info?.examples.slice(0, mostExamples) ?? []),
		listed('Left alone:', info?.lookAlikes.slice(0, mostExamples) ?? []),
		`\`${rule}\` (${severity})`,
	]
		.filter((part) => part !== undefined)
		.join('\n\n');
}

function listed(heading: string, sentences: readonly string[]): string | undefined {
	return sentences.length === 0
		? undefined
		: `${heading}\n\n${sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n')}`;
}

function inPlain(finding: Finding): string {
	const {rule, severity, message, suggestions} = finding;
	const info = known(rule);
	return [
		message,
		...(info === undefined ? [] : [info.reframing]),
		...suggestions.map((wording) => `- ${wording}`),
		`${rule} (${severity})`,
	]
		.map(cleanLine)
		.join('\n');
}

let byId: ReadonlyMap<string, RuleInfo> | undefined;

/** A rule of ours; a team's own word has no more to say than its message. */
function known(rule: string): RuleInfo | undefined {
	byId ??= new Map(rules().map((info) => [info.id, info]));
	return byId.get(rule);
}

/** The text as it reads, whatever it holds: markdown takes a backslash before any of these marks. */
function escaped(text: string): string {
	return cleanLine(text).replaceAll(/[\\`*_{}[\]<>#|!~&]|^[-+]|(?<=^\d{1,9})[.)]/g, '\\$&');
}
