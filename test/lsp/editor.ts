/** An editor for tests: a real client of the protocol, with the built server in a process of its own. */
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {mkdtemp, realpath, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, afterEach} from 'vitest';
import {
	type ClientCapabilities,
	type CodeAction,
	CodeActionRequest,
	createProtocolConnection,
	type Diagnostic,
	DidChangeTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DidSaveTextDocumentNotification,
	ExitNotification,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	type PublishDiagnosticsParams,
	type Range,
	ShowMessageNotification,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
	type TextDocumentContentChangeEvent,
	type TextEdit,
} from 'vscode-languageserver-protocol/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {awaitedList} from './awaited-list.ts';

const command = join(import.meta.dirname, '..', '..', 'dist', 'retro.js');

export type Ended = {readonly status: number | null; readonly signal: string | null; readonly err: string};

export type Editor = {
	readonly connection: ProtocolConnection;
	readonly server: ChildProcessWithoutNullStreams;
	/** What the server said of itself. */
	readonly answer: InitializeResult;
	/** All diagnostics that were pushed so far. */
	readonly pushed: readonly PublishDiagnosticsParams[];
	/** All messages that were shown so far. */
	readonly shown: readonly string[];
	/** Resolves when the process has ended. */
	readonly ended: Promise<Ended>;
	open(uri: string, text: string, languageId?: string): void;
	/** Replaces what stands there, in the text after the changes before it; or the whole text. */
	change(uri: string, ...changes: readonly (readonly [what: string, by: string] | string)[]): void;
	save(uri: string): void;
	/** The text as the editor has it. */
	text(uri: string): string;
	/** Waits for diagnostics of the document as it is now that are as they should be. */
	diagnostics(uri: string, isRight?: (found: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]>;
	/** Waits for a request of the server by its method, and gives what came with it. */
	request(method: string): Promise<unknown>;
	/** Waits for so many messages. */
	messages(count: number): Promise<readonly string[]>;
	actions(uri: string, what: string | Range, only?: string[]): Promise<CodeAction[]>;
	/** Does what the action says. */
	apply(uri: string, action: CodeAction | undefined): void;
	/** Leaves as the protocol has it. */
	leave(): Promise<Ended>;
};

const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
	for (const server of running.splice(0)) server.kill('SIGKILL');
});

const made: string[] = [];
afterAll(() => Promise.all(made.map((directory) => rm(directory, {recursive: true, force: true}))));

/** A directory for the files of a test. */
export async function workplace(): Promise<string> {
	const directory = await realpath(await mkdtemp(join(tmpdir(), 'retro-lsp-')));
	made.push(directory);
	return directory;
}

export function uriIn(directory: string, name: string): string {
	return pathToFileURL(join(directory, name)).href;
}

/** A document with a warning in its third line and a nudge in its fifth. */
export const blameful = '# Report\n\nMarcus deleted the wrong volume.\n\nThe cache was obviously empty.\n';

export const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
export const none = (found: readonly Diagnostic[]): boolean => found.length === 0;

/** What most editors can do. */
export const usual: ClientCapabilities = {
	textDocument: {
		publishDiagnostics: {versionSupport: true, dataSupport: true},
		codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix', 'source.fixAll']}}},
		hover: {contentFormat: ['markdown', 'plaintext']},
	},
	workspace: {workspaceEdit: {documentChanges: true}, didChangeWatchedFiles: {dynamicRegistration: true}},
};

export type Start = {
	readonly directory: string;
	readonly capabilities?: ClientCapabilities;
	readonly argv?: readonly string[];
	readonly processId?: number;
};

/** A started and initialised server with an editor in the directory. */
export async function startEditor({directory, capabilities = usual, argv = [], processId}: Start): Promise<Editor> {
	const {PATH = ''} = process.env;
	const server = spawn(process.execPath, [command, 'lsp', ...argv], {
		cwd: directory,
		env: {PATH, HOME: directory, XDG_CACHE_HOME: join(directory, '.cache')},
	});
	running.push(server);
	const ended = endOf(server);
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	const documents = new Map<string, TextDocument>();
	const pushed = awaitedList<PublishDiagnosticsParams>();
	const shown = awaitedList<string>();
	const requests = awaitedList<{method: string; params: unknown}>();
	connection.onNotification(PublishDiagnosticsNotification.type, (params) => pushed.add(params));
	connection.onNotification(ShowMessageNotification.type, ({message}) => shown.add(message));
	for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh']) {
		connection.onRequest(method, (params: unknown) => {
			requests.add({method, params});
			return null;
		});
	}
	connection.listen();
	const answer = await connection.sendRequest(InitializeRequest.type, {
		processId: processId ?? process.pid,
		rootUri: pathToFileURL(directory).href,
		capabilities,
	});
	await connection.sendNotification(InitializedNotification.type, {});

	const documentOf = (uri: string): TextDocument => {
		const document = documents.get(uri);
		if (document === undefined) throw new Error(`${uri} is not open`);
		return document;
	};
	const send = (sending: Promise<void>): void => void sending.catch(() => undefined);
	const changeAll = (uri: string, contentChanges: TextDocumentContentChangeEvent[]): void => {
		const {version} = TextDocument.update(documentOf(uri), contentChanges, documentOf(uri).version + 1);
		send(
			connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: {uri, version},
				contentChanges,
			}),
		);
	};
	return {
		connection,
		server,
		answer,
		pushed: pushed.all,
		shown: shown.all,
		ended,
		open(uri, text, languageId = 'markdown') {
			documents.set(uri, TextDocument.create(uri, languageId, 1, text));
			send(
				connection.sendNotification(DidOpenTextDocumentNotification.type, {
					textDocument: {uri, languageId, version: 1, text},
				}),
			);
		},
		change(uri, ...changes) {
			const scratch = TextDocument.create(uri, '', 0, documentOf(uri).getText());
			changeAll(
				uri,
				changes.map((change) => {
					const event =
						typeof change === 'string' ? {text: change} : {range: rangeOf(change[0], scratch), text: change[1]};
					TextDocument.update(scratch, [event], 0);
					return event;
				}),
			);
		},
		save: (uri) => send(connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}})),
		text: (uri) => documentOf(uri).getText(),
		async diagnostics(uri, isRight = () => true) {
			const {version} = documentOf(uri);
			const isMeant = (params: PublishDiagnosticsParams) =>
				params.uri === uri && params.version === version && isRight(params.diagnostics);
			return (await pushed.find(isMeant)).diagnostics;
		},
		request: async (wanted) => (await requests.find(({method}) => method === wanted)).params,
		async messages(count) {
			await shown.find((_message, index) => index === count - 1);
			return shown.all;
		},
		async actions(uri, what, only) {
			const range = typeof what === 'string' ? rangeOf(what, documentOf(uri)) : what;
			const context = {diagnostics: [], ...(only && {only})};
			const actions = await connection.sendRequest(CodeActionRequest.type, {textDocument: {uri}, range, context});
			return (actions ?? []) as CodeAction[];
		},
		apply(uri, action) {
			const edits = editsOf(uri, action, documentOf(uri).version);
			const result = TextDocument.applyEdits(documentOf(uri), edits);
			changeAll(uri, [{text: result}]);
		},
		async leave() {
			await connection.sendRequest(ShutdownRequest.type);
			await connection.sendNotification(ExitNotification.type);
			return ended;
		},
	};
}

/** The range of the words where they stand first in the document. */
export function rangeOf(what: string, document: TextDocument): Range {
	const start = document.getText().indexOf(what);
	if (start < 0) throw new Error(`“${what}” does not stand in ${document.uri}`);
	return {start: document.positionAt(start), end: document.positionAt(start + what.length)};
}

function editsOf(uri: string, action: CodeAction | undefined, version: number): TextEdit[] {
	const {documentChanges, changes} = action?.edit ?? {};
	if (changes?.[uri] !== undefined) return changes[uri];
	const [change] = documentChanges ?? [];
	if (change === undefined || !('textDocument' in change)) throw new Error('The action has no edit of a document');
	if (change.textDocument.version !== version) throw new Error('The edit is for another version');
	return change.edits as TextEdit[];
}

function endOf(server: ChildProcessWithoutNullStreams): Promise<Ended> {
	let err = '';
	server.stderr.setEncoding('utf8').on('data', (text: string) => {
		err += text;
	});
	return new Promise((resolve) => {
		server.on('close', (status, signal) => resolve({status, signal, err}));
	});
}
