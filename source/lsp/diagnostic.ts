/** A finding as editors show it. */
import {type Diagnostic, DiagnosticSeverity, type Range} from 'vscode-languageserver/node';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Category, Finding, Span} from '../lint/finding.ts';
import {cleanLine} from '../text/clean.ts';

/** What a diagnostic carries for editors and plug-ins that make menus of their own. */
export type DiagnosticData = {readonly category: Category; readonly suggestions: readonly string[]};

/** A finding as editors show it. */
export function diagnosticOf(finding: Finding, text: TextDocument): Diagnostic {
	const {rule, category, severity, span, message, suggestions} = finding;
	const data: DiagnosticData = {category, suggestions};
	return {
		range: rangeOf(span, text),
		// Not a hint: editors keep hints out of the list of problems.
		severity: severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
		code: rule,
		source: 'retro',
		message: cleanLine(message),
		data,
	};
}

/** Offsets in a text as lines and columns of the protocol. */
export function rangeOf({start, end}: Span, text: TextDocument): Range {
	return {start: text.positionAt(start), end: text.positionAt(end)};
}
