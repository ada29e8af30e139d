/** What was found, as Checkstyle writes it: the form that most CI servers read. */
import {placesIn} from '../located-finding.ts';
import type {FileReport, LintedFile, Report} from './file-report.ts';
import {unusedCommentRule, unusedText} from './unused-text.ts';

type Row = {
	readonly at: number;
	readonly severity: 'error' | 'warning' | 'info';
	readonly message: string;
	readonly source: string;
};

export function checkstyleReport(): Report {
	return {
		head: '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
		file(report) {
			const lines = linesOf(report).map((attributes) => `\t\t<error ${attributesOf(attributes)}/>\n`);
			return lines.length === 0 ? '' : `\t<file ${attributesOf({name: report.path})}>\n${lines.join('')}\t</file>\n`;
		},
		end: () => '</checkstyle>\n',
	};
}

function linesOf(report: FileReport): Record<string, string>[] {
	if (report.kind === 'failed') return [{severity: 'error', message: report.message, source: 'retro-lint'}];
	const placeAt = placesIn(report.text);
	return rowsOf(report).map(({at, severity, message, source}) => {
		const {line, column} = placeAt(at);
		return {line: String(line), column: String(column), severity, message, source: `retro-lint.${source}`};
	});
}

function rowsOf({findings, unused}: LintedFile): Row[] {
	const rows: Row[] = [
		...findings.map(({span, severity, message, rule}): Row => {
			return {at: span.start, severity: severity === 'warning' ? 'warning' : 'info', message, source: rule};
		}),
		...unused.map((comment): Row => {
			return {at: comment.span.start, severity: 'info', message: unusedText(comment), source: unusedCommentRule};
		}),
	];
	return rows.sort((a, b) => a.at - b.at);
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => `${name}="${escaped(value)}"`)
		.join(' ');
}

/** Controls and half characters are dropped: XML 1.0 has no way to write most of them (its production Char). */
function escaped(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
