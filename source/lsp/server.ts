/** The language server: what the editor says and asks, and where the answer is made. */
import {dirname} from 'node:path';
import {
	type Connection,
	createConnection,
	DidChangeWatchedFilesNotification,
	DocumentDiagnosticReportKind,
	LSPErrorCodes,
	MessageType,
	PublishDiagnosticsNotification,
	ResponseError,
	ShowMessageNotification,
	TextDocuments,
} from 'vscode-languageserver/node';
import type {LintConfiguration} from '../lint/configuration.ts';
import {answerTo, type Client, clientOf} from './client.ts';
import {codeActions} from './code-actions.ts';
import {diagnosticOf} from './diagnostic.ts';
import {hoverOf} from './hover.ts';
import {createJudging, type Judged, type News} from './judging.ts';
import {changed, isMarkdown, type OpenDocument, opened, pathOf} from './open-document.ts';
import {createTeamLinters} from './team-linters.ts';

export type ServeOptions = {
	readonly input: NodeJS.ReadableStream;
	/** Nothing else may write to it. */
	readonly output: NodeJS.WritableStream;
	/** Of the package. */
	readonly version: string;
	/** Whose settings hold for documents that are no files when the editor names no directory. Absolute. */
	readonly cwd: string;
	/** What a team has settled for the documents of a directory; rejects with a `Problem` where it cannot be read. */
	settingsFor(directory: string): Promise<LintConfiguration>;
};

/** Files that settings may come from, as globs. */
const watched = ['**/.retros/config.*', '**/.retrorc*', '**/package.json'];

/**
 * Serves one editor. Never resolves: the process ends when the editor says so or is gone, with 0 after it has asked
 * for the shutdown and with 1 otherwise, as the protocol has it.
 */
export function serve({input, output, version, cwd, settingsFor}: ServeOptions): Promise<never> {
	const connection = createConnection(input, output);
	const documents = new TextDocuments<OpenDocument>({create: opened, update: changed});
	let client: Client = clientOf({processId: null, rootUri: null, capabilities: {}});

	const linters = createTeamLinters(settingsFor, (message) =>
		send(connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Warning, message})),
	);
	const directoryOf = ({uri}: OpenDocument): string => {
		const path = pathOf(uri);
		return path === undefined ? (client.root ?? cwd) : dirname(path);
	};
	const find = (uri: string): OpenDocument | undefined => {
		const document = documents.get(uri);
		return document !== undefined && isMarkdown(document) ? document : undefined;
	};
	const refresh = atMostOnceATurn(() => send(connection.languages.diagnostics.refresh()));
	const report = (document: OpenDocument, judged: Judged, news: News): void => {
		if (client.pulls) {
			// Of a new version the editor asks by itself.
			if (news.findings && !news.version) refresh();
		} else if (news.findings || news.version) {
			const diagnostics = judged.findings.map((finding) => diagnosticOf(finding, document.text));
			publish(connection, {uri: document.uri, version: judged.version, diagnostics});
		}
	};
	const judging = createJudging(find, (document) => linters.of(directoryOf(document)), report);
	const rejudge = async (): Promise<void> => {
		for (const {uri} of documents.all()) await judging.now(uri);
	};

	connection.onInitialize((params) => {
		client = clientOf(params);
		return answerTo(client, version);
	});
	connection.onInitialized(() => {
		if (!client.watches) return;
		const watchers = watched.map((globPattern) => ({globPattern}));
		send(connection.client.register(DidChangeWatchedFilesNotification.type, {watchers}));
	});
	connection.onDidChangeWatchedFiles(async () => {
		await linters.reread();
		await rejudge();
	});
	documents.onDidOpen(async ({document}) => {
		if (find(document.uri) === undefined) return;
		await linters.reread(directoryOf(document));
		await rejudge();
	});
	documents.onDidChangeContent(({document: {uri}}) => {
		if (find(uri) !== undefined) judging.changed(uri);
	});
	documents.onDidSave(async ({document}) => {
		if (find(document.uri) === undefined) return;
		await linters.reread(directoryOf(document));
		await judging.rested(document.uri);
		await rejudge();
	});
	documents.onDidClose(({document: {uri}}) => {
		judging.closed(uri);
		if (!client.pulls) publish(connection, {uri, diagnostics: []});
	});
	connection.languages.diagnostics.on(async ({textDocument: {uri}, previousResultId}, token) => {
		const judged = await judging.settled(uri);
		const document = find(uri);
		if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
		if (judged === undefined || document === undefined) return {kind: DocumentDiagnosticReportKind.Full, items: []};
		if (judged.id === previousResultId) return {kind: DocumentDiagnosticReportKind.Unchanged, resultId: judged.id};
		const items = judged.findings.map((finding) => diagnosticOf(finding, document.text));
		return {kind: DocumentDiagnosticReportKind.Full, resultId: judged.id, items};
	});
	connection.onCodeAction(async (params) => {
		const judged = await judging.now(params.textDocument.uri);
		const document = find(params.textDocument.uri);
		if (judged === undefined || document === undefined) return [];
		return codeActions(document.text, judged.findings, params, client);
	});
	connection.onHover(async ({textDocument: {uri}, position}) => {
		const judged = await judging.now(uri);
		const document = find(uri);
		return judged && document && hoverOf(document.text, judged.findings, position, client);
	});
	connection.onShutdown(() => judging.stop());

	documents.listen(connection);
	connection.listen();
	return new Promise(() => undefined);
}

function publish(connection: Connection, params: Parameters<Connection['sendDiagnostics']>[0]): void {
	send(connection.sendNotification(PublishDiagnosticsNotification.type, params));
}

/** An editor that is gone is no news to anybody, and one that cannot do what it is asked goes without it. */
function send(sending: Promise<unknown>): void {
	sending.catch(() => undefined);
}

function atMostOnceATurn(act: () => void): () => void {
	let isDue = false;
	return () => {
		if (isDue) return;
		isDue = true;
		setImmediate(() => {
			isDue = false;
			act();
		});
	};
}
