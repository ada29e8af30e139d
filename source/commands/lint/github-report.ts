/** What was found, as workflow commands: GitHub shows them beside the lines of a pull request. */
import {cleanLine} from '../../text/clean.ts';
import type {Surroundings} from '../context.ts';
import {type LocatedSpan, locatedSpan, placesIn} from '../located-finding.ts';
import {quoted} from '../quote.ts';
import type {LintedFile, Report} from './file-report.ts';
import {repositoryPath} from './repository-path.ts';
import {unusedCommentRule, unusedText} from './unused-text.ts';

/** More wordings than this are too much for a note beside a line. */
const mostSuggestions = 3;

export function githubReport(world: Pick<Surroundings, 'cwd' | 'env'>): Report {
	return {
		head: '',
		file(report) {
			const place = report.path === '-' ? {} : {file: cleanLine(repositoryPath(report.path, world))};
			if (report.kind === 'failed') return command('error', {...place, title: 'retro lint'}, cleanLine(report.message));
			return commandsOf(report, place).join('');
		},
		end: () => '',
	};
}

function commandsOf({text, findings, unused}: LintedFile, place: {readonly file?: string}): string[] {
	if (findings.length + unused.length === 0) return [];
	const placeAt = placesIn(text);
	const found = findings.map(({rule, severity, span, message, suggestions}) => {
		const at = locatedSpan(span, text, placeAt);
		const ways = suggestions.slice(0, mostSuggestions).map((wording) => `Or rather: ${cleanLine(wording)}`);
		const lines = [cleanLine(message), quoted(at.text), ...ways];
		const level = severity === 'warning' ? 'warning' : 'notice';
		return {at, line: command(level, {...place, ...region(at), title: rule}, lines.join('\n'))};
	});
	const idle = unused.map((comment) => {
		const at = locatedSpan(comment.span, text, placeAt);
		return {at, line: command('notice', {...place, ...region(at), title: unusedCommentRule}, unusedText(comment))};
	});
	return [...found, ...idle].sort((a, b) => a.at.start - b.at.start).map(({line}) => line);
}

/** Columns may be told only of what is on one line. */
function region({line, column, endLine, endColumn}: LocatedSpan): Record<string, number> {
	return line === endLine ? {line, endLine, col: column, endColumn} : {line, endLine};
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
	const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
	return `::${level} ${list.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
