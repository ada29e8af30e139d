/** What can be done about findings: take a wording, keep one's own, make all replacements that are safe. */
import {
	type CodeAction,
	type CodeActionContext,
	CodeActionKind,
	type Diagnostic,
	type Range,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Finding, Replacement} from '../lint/finding.ts';
import {cleanLine} from '../text/clean.ts';
import {truncate} from '../text/columns.ts';
import {type Client, fixAllKind} from './client.ts';
import {diagnosticOf, rangeOf} from './diagnostic.ts';
import {keepEdits} from './keep.ts';

/**
 * The actions for the findings that touch the range, and for those that the editor names: some ask for the whole line
 * of the caret so.
 * @param findings in the document as it is now
 */
export function codeActions(
	text: TextDocument,
	findings: readonly Finding[],
	{range, context}: {readonly range: Range; readonly context: CodeActionContext},
	client: Pick<Client, 'versionedEdits'>,
): CodeAction[] {
	const asked = findings.filter((finding) => touches(finding, range, text) || isNamed(finding, context, text));
	const edit = (edits: TextEdit[]): WorkspaceEdit => editOf(text, edits, client);
	const isWanted = (kind: string) => context.only === undefined || context.only.some((only) => isKind(kind, only));
	const isFixAllMeant = context.only !== undefined || asked.some(({fix}) => fix !== undefined);
	return [
		...(isWanted(CodeActionKind.QuickFix) ? asked.flatMap((finding) => quickFixes(finding, text, edit)) : []),
		...(isWanted(fixAllKind) && isFixAllMeant ? fixAll(findings, text, edit) : []),
	];
}

type Edit = (edits: TextEdit[]) => WorkspaceEdit;

function quickFixes(finding: Finding, text: TextDocument, edit: Edit): CodeAction[] {
	const {fix, span, suggestions, rule} = finding;
	const diagnostics: Diagnostic[] = [diagnosticOf(finding, text)];
	const kind = CodeActionKind.QuickFix;
	const [first = fix?.map((replacement) => replacement.text).join(', '), ...others] = suggestions;
	const kept = keepEdits(finding, text);
	return [
		...(first === undefined
			? []
			: [
					{
						title: titleOf(first),
						kind,
						diagnostics,
						edit: edit(editsOf(fix ?? [{span, text: first}], text)),
						...(fix !== undefined && {isPreferred: true}),
					},
				]),
		...others.map((wording) => ({
			title: titleOf(wording),
			kind,
			diagnostics,
			edit: edit(editsOf([{span, text: wording}], text)),
		})),
		...(kept === undefined ? [] : [{title: `Keep it: disable ${rule} here`, kind, diagnostics, edit: edit(kept)}]),
	];
}

function fixAll(findings: readonly Finding[], text: TextDocument, edit: Edit): CodeAction[] {
	let end = 0;
	const replacements: Replacement[] = [];
	for (const {fix = []} of findings) {
		const [first] = fix;
		const last = fix.at(-1);
		// Where two overlap, the second is found again when the first is made.
		if (first === undefined || last === undefined || first.span.start < end) continue;
		replacements.push(...fix);
		end = last.span.end;
	}
	if (replacements.length === 0) return [];
	return [{title: 'Make all replacements that are safe', kind: fixAllKind, edit: edit(editsOf(replacements, text))}];
}

function editsOf(replacements: readonly Replacement[], text: TextDocument): TextEdit[] {
	return replacements.map(({span, text: newText}) => ({range: rangeOf(span, text), newText}));
}

/** An edit that names the version is refused by the editor when the document has changed in between. */
function editOf({uri, version}: TextDocument, edits: TextEdit[], {versionedEdits}: Pick<Client, 'versionedEdits'>) {
	return versionedEdits ? {documentChanges: [{textDocument: {uri, version}, edits}]} : {changes: {[uri]: edits}};
}

function touches({span}: Finding, range: Range, text: TextDocument): boolean {
	return span.start <= text.offsetAt(range.end) && span.end >= text.offsetAt(range.start);
}

function isNamed({rule, span}: Finding, {diagnostics}: CodeActionContext, text: TextDocument): boolean {
	return diagnostics.some(
		({source, code, range}) =>
			source === 'retro' &&
			code === rule &&
			text.offsetAt(range.start) === span.start &&
			text.offsetAt(range.end) === span.end,
	);
}

/** Kinds of actions are a hierarchy with dots, and the empty one holds all. */
function isKind(kind: string, of: string): boolean {
	return of === '' || kind === of || kind.startsWith(`${of}.`);
}

/** Columns of a title: menus are narrow. */
const titleWidth = 72;

/** The wording in one line, cut between words where it is long. */
function titleOf(wording: string): string {
	const line = cleanLine(wording);
	const cut = truncate(line, titleWidth);
	return cut === line ? line : cut.replace(/\s+\S{0,20}…$/u, ' …');
}
