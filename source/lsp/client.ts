/** What the editor can do, as far as it makes a difference to us, and what we say that we can do. */
import {
	CodeActionKind,
	type InitializeParams,
	type InitializeResult,
	MarkupKind,
	PositionEncodingKind,
	TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import {pathOf} from './open-document.ts';

export type Client = {
	/**
	 * Whether it asks for diagnostics, and can be told to ask again. Then nothing is pushed: editors show what they
	 * asked for beside what they were sent, and so all of it twice.
	 */
	readonly pulls: boolean;
	/** Whether it watches files when it is asked to. */
	readonly watches: boolean;
	/** Whether an edit can say for which version of the document it is. */
	readonly versionedEdits: boolean;
	/** Whether it shows code actions that bring their edit along. */
	readonly codeActions: boolean;
	/** Whether it shows markdown on hovering. */
	readonly markdown: boolean;
	/** The directory that the editor works in, absolute; undefined where it names none. */
	readonly root: string | undefined;
};

/** The kind of the action that makes all replacements that are safe, as editors ask for it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.retro`;

/** What an editor can do, by what it says of itself when it connects. */
export function clientOf({capabilities, workspaceFolders, rootUri}: InitializeParams): Client {
	const {textDocument, workspace} = capabilities;
	return {
		pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
		root: pathOf(workspaceFolders?.[0]?.uri ?? rootUri ?? ''),
	};
}

/** @param version of the package */
export function answerTo(client: Client, version: string): InitializeResult {
	return {
		serverInfo: {name: 'retro', version},
		capabilities: {
			positionEncoding: PositionEncodingKind.UTF16,
			textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
			hoverProvider: true,
			...(client.codeActions && {codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, fixAllKind]}}),
			...(client.pulls && {
				diagnosticProvider: {identifier: 'retro', interFileDependencies: false, workspaceDiagnostics: false},
			}),
		},
	};
}
