/** A document as the editor has it, with the place where somebody types. */
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {TextDocumentContentChangeEvent} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';

export type OpenDocument = {
	readonly uri: string;
	/** Changed in place with each version. */
	readonly text: TextDocument;
	/** UTF-16 offset behind the last change, when that was part of a word: what somebody may still be typing. */
	readonly typingAt?: number;
};

/** A document that was just opened. */
export function opened(uri: string, languageId: string, version: number, content: string): OpenDocument {
	return {uri, text: TextDocument.create(uri, languageId, version, content)};
}

/** The document after the changes, which are applied one after another. */
export function changed(
	{uri, text}: OpenDocument,
	changes: TextDocumentContentChangeEvent[],
	version: number,
): OpenDocument {
	const next = TextDocument.update(text, changes, version);
	const last = changes.at(-1);
	if (last === undefined || !('range' in last) || /\s/.test(last.text)) return {uri, text: next};
	return {uri, text: next, typingAt: next.offsetAt(last.range.start) + last.text.length};
}

/**
 * Names that editors have for markdown and for what is markdown with more in it. MDX is none of them, since it has no
 * HTML comments to silence a rule with and reads its imports as prose; nor is a commit message, nor plain text.
 */
const languages = new Set(['markdown', 'gfm', 'pandoc', 'quarto', 'rmd']);
const extensions = new Set(['.md', '.markdown']);

/** Whether the wording of the document is ours to look at: markdown by the editor's word, else by its name. */
export function isMarkdown({uri, text}: OpenDocument): boolean {
	return languages.has(text.languageId.toLowerCase()) || extensions.has(extname(uri).toLowerCase());
}

/** The path that the URI names; undefined where it is no file, or not one of this machine. */
export function pathOf(uri: string): string | undefined {
	if (!uri.startsWith('file:')) return undefined;
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined;
	}
}
