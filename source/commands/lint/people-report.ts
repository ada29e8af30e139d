/** What was found, for people: where, why, the sentence with the words marked, and other wordings. */
import type {Finding, Span} from '../../lint/finding.ts';
import type {Paint} from '../colour.ts';
import {placesIn} from '../located-finding.ts';
import {shortened} from '../quote.ts';
import {excerptOf} from './excerpt.ts';
import type {LintedFile, Report} from './file-report.ts';
import {sentenceFinder} from './sentence-around.ts';
import {unusedText} from './unused-text.ts';

/** More wordings than this are a list to choose from, and that is what the screens are for. */
const mostSuggestions = 3;

/** @param columns width of the terminal */
export function peopleReport(paint: Paint, columns: number): Report {
	let isFirst = true;
	return {
		head: '',
		file(report) {
			if (report.kind === 'failed') return '';
			const blocks = blocksOf(report, paint, Math.max(20, columns));
			const gap = isFirst || blocks.length === 0 ? '' : '\n';
			isFirst &&= blocks.length === 0;
			return gap + blocks.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n');
		},
		end: () => '',
	};
}

/** The name of a file as people read it. */
function shownPath(path: string): string {
	return path === '-' ? 'standard input' : shortened(path, 300);
}

type Severity = Finding['severity'] | 'note';

function blocksOf({path, text, findings, unused}: LintedFile, paint: Paint, columns: number): string[][] {
	if (findings.length + unused.length === 0) return [];
	const placeAt = placesIn(text);
	const sentenceAround = sentenceFinder(text);
	const head = ({start}: Span, severity: Severity, message: string, behind: string) => {
		const {line, column} = placeAt(start);
		const place = `${shownPath(path)}:${line}:${column}`;
		const [shownPlace, label] =
			severity === 'warning'
				? [paint('title', place), paint('warning', 'warning:')]
				: [place, paint('quiet', `${severity}:`)];
		return `${shownPlace}: ${label} ${message} ${paint('quiet', behind)}`;
	};
	const found = findings.map((finding) => ({
		span: finding.span,
		lines: [
			head(finding.span, finding.severity, shortened(finding.message, 200), ruleOf(finding)),
			...excerptLines(finding, text, sentenceAround(finding.span), paint, columns),
			...suggestionLines(finding),
		],
	}));
	const idle = unused.map((comment) => ({
		span: comment.span,
		lines: [head(comment.span, 'note', unusedText(comment), '(unused comment)')],
	}));
	return [...found, ...idle].sort((a, b) => a.span.start - b.span.start).map(({lines}) => lines);
}

/** The rule, and its category where its name does not begin with that. */
function ruleOf({rule, category, fix}: Finding): string {
	const parts = [rule.startsWith(`${category}.`) ? '' : category, rule, fix === undefined ? '' : '--fix'];
	return `(${parts.filter((part) => part !== '').join(', ')})`;
}

function excerptLines(
	{span, severity}: Finding,
	text: string,
	sentence: Span,
	paint: Paint,
	columns: number,
): string[] {
	const tone = severity === 'warning' ? 'warning' : 'quiet';
	return excerptOf(text, sentence, span, columns - 2).flatMap(([words, marks]) => {
		const [, indent = '', carets = ''] = /^( *)(.*)$/.exec(marks) ?? [];
		return [`  ${words}`, ...(carets === '' ? [] : [`  ${indent}${paint(tone, carets)}`])];
	});
}

function suggestionLines({suggestions}: Finding): string[] {
	return suggestions
		.slice(0, mostSuggestions)
		.map((wording, index) => `  ${index === 0 ? 'or rather:' : '          '} ${shortened(wording, 200)}`);
}
