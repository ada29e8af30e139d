/** The life of the app in its terminal: from the first frame to the last word after it. */
import {tmpdir} from 'node:os';
import {render} from 'ink';
import {builtInTemplates, teamTemplate} from '../export/templates.ts';
import {newRetro, retroId} from '../retro/new-retro.ts';
import type {Retro} from '../retro/record.ts';
import type {Listing} from '../store/listing.ts';
import {openInMemory} from '../store/open/memory-retro.ts';
import type {OpenRetro} from '../store/open/open-retro.ts';
import {openOrRead} from '../store/open/read-only.ts';
import {openUnwritten} from '../store/open/unwritten-retro.ts';
import {dateOf} from '../time/instant.ts';
import {App, type View, type Views} from './app.tsx';
import {clipboardSequence} from './clipboard.ts';
import {editorSessions} from './editor-sessions.ts';
import {importDeskOf, layOut} from './import-desk.ts';
import {type Ending, lastWords} from './last-words.ts';
import {progressLine} from './progress-line.ts';
import {type Sitting, type Snapshot, startSitting} from './sitting.ts';
import type {StartOptions} from './start-options.ts';
import {themeFor} from './theme.ts';

const signals = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

/** See `startApp`. The terminal is given back before anything is said, and everything is saved before that. */
export async function runApp(options: StartOptions): Promise<number> {
	const {store, env, stdin, stdout, stderr} = options;
	const views = viewsOf(options);
	const first = await firstView(options);
	let shown: View = first;

	return new Promise((resolve) => {
		let isEnding = false;
		const editor = editorSessions(env, stdin);
		const end = async (ending: Ending): Promise<void> => {
			if (isEnding) return;
			isEnding = true;
			await editor.end();
			const sitting = shown.kind === 'walk' ? shown.sitting : undefined;
			await sitting?.flush().catch(() => undefined);
			app.unmount();
			await app.waitUntilExit().catch(() => undefined);
			for (const signal of Object.keys(signals)) process.off(signal, onSignal);
			process.setUncaughtExceptionCaptureCallback(null);
			const last = shown.kind === 'walk' && !shown.isExample ? shown.sitting.snapshot() : undefined;
			stderr.write(lastWords(ending, last));
			await sitting?.close().catch(() => undefined);
			resolve(statusOf(ending, last));
		};
		const fail = (error: unknown): void => void end({kind: 'error', error});
		const onSignal = (signal: NodeJS.Signals): void => {
			// A key of the terminal's that was meant for the editor.
			if (signal === 'SIGINT' && editor.isRunning()) return;
			void end({kind: 'signal', status: signals[signal as keyof typeof signals]});
		};
		for (const signal of Object.keys(signals)) process.on(signal, onSignal);
		// A file-size limit is a save that fails and is told of, not the end of the process.
		process.on('SIGXFSZ', () => undefined);
		// Takes rejections as well, and goes before whoever else listens: the text is saved first.
		process.setUncaughtExceptionCaptureCallback(fail);
		// A terminal that was closed takes no more frames; the signal may come late or never.
		stdout.once('error', () => void end({kind: 'signal', status: signals.SIGHUP}));
		stdin.once('error', () => void end({kind: 'signal', status: signals.SIGHUP}));
		stdin.once('end', () => void end({kind: 'signal', status: signals.SIGHUP}));

		// Ink does it after its first frame, and until then the terminal itself takes Ctrl+U and echoes letters.
		stdin.setRawMode(true);
		const app = render(
			<App
				first={first}
				views={views}
				directory={store.directory}
				theme={themeFor(env)}
				environment={{
					now: options.now,
					newId: options.randomId,
					zones: options.settled.zones,
					mentions: options.settled.mentions,
					template: teamTemplate(options.settled) ?? builtInTemplates[0].name,
					allowWords: options.allowWords,
					settleZone: options.settleZone,
					copy: (text) => void stdout.write(clipboardSequence(text)),
					async writeDocument(path, text, replace) {
						const {writeOutput} = await import('../store/files/output-file.ts');
						await writeOutput(path, text, {cwd: options.cwd, replace, hint: 'Enter again replaces it.'});
					},
					loadTemplate: async (name) => {
						const {loadTemplate} = await import('../export/templates.ts');
						return loadTemplate(name, {cwd: options.cwd, storeDirectory: store.directory});
					},
					templates: builtInTemplates,
				}}
				editExternally={editor.run}
				loadLinter={options.linter}
				onView={(view) => {
					shown = view;
				}}
				onLeave={() => void end({kind: 'left'})}
				onError={fail}
			/>,
			{
				stdin,
				stdout,
				stderr,
				exitOnCtrlC: false,
				patchConsole: false,
				alternateScreen: true,
				incrementalRendering: true,
				// Ink waits out a whole frame before it draws a second key; 30 a second would be seen.
				maxFps: 200,
				interactive: true,
				// Tells Shift+Enter from Enter where the terminal can.
				kittyKeyboard: {mode: 'auto'},
			},
		);
	});
}

/** Leaving with work that could not be saved is a failure, even though a copy of it lies somewhere. */
function statusOf(ending: Ending, last: Snapshot | undefined): number {
	if (ending.kind === 'signal') return ending.status;
	return ending.kind === 'error' || last?.save.kind === 'failed' ? 1 : 0;
}

function viewsOf(options: StartOptions): Views {
	const {store, randomId} = options;
	const places = {temporaryDirectory: tmpdir(), randomId};
	const walk = (open: OpenRetro, isExample = false): View => ({
		kind: 'walk',
		sitting: isExample ? startSitting(open) : sittingWith(open, store),
		first: 'details',
		isExample,
	});
	return {
		browse: async () => ({kind: 'browse', listing: await store.list()}),
		open: async (id) => walk(await openOrRead(store, id)),
		async start() {
			const now = options.now();
			return walk(openUnwritten(store, newRetro({id: retroId(dateOf(now), '', randomId()), now}), places));
		},
		async example() {
			const {default: example} = await import('../../data/example.json', {with: {type: 'json'}});
			// Its times and dates are plain texts to the compiler; a test holds it against the schema.
			return walk(openInMemory(example as unknown as Retro), true);
		},
	};
}

/** A retro that is not to be changed has nothing that could be taken back. */
function sittingWith(open: OpenRetro, {earlier}: Pick<StartOptions['store'], 'earlier'>): Sitting {
	return startSitting(open, open.state.kind === 'read-only' ? undefined : earlier(open.retro.id));
}

/** The first list of a large store reads all of it: how far it is stands there until the screen does. */
async function listed({store, stderr, env}: StartOptions): Promise<Listing> {
	const line = progressLine(stderr, () => performance.now(), env);
	const listing = await store.list((done, total) => line.draw(() => `${done} of ${total} retros read`));
	line.clear();
	return listing;
}

async function firstView(options: StartOptions): Promise<View> {
	const {route, store} = options;
	switch (route.kind) {
		case 'browse':
			return {kind: 'browse', listing: await listed(options)};
		case 'new':
			return {
				kind: 'walk',
				sitting: startSitting(
					openUnwritten(store, route.retro, {temporaryDirectory: tmpdir(), randomId: options.randomId}),
					store.earlier(route.retro.id),
				),
				first: 'details',
				isExample: false,
			};
		case 'import': {
			const sitting = startSitting(await store.open(route.id), store.earlier(route.id));
			layOut(importDeskOf(sitting), route.material, sitting.snapshot().retro);
			return {kind: 'walk', sitting, first: 'timeline', isExample: false};
		}
		case 'walk':
			return {
				kind: 'walk',
				sitting: sittingWith(await openOrRead(store, route.id), store),
				first: route.step ?? (route.isLive === true ? 'timeline' : 'details'),
				isExample: false,
				isLive: route.isLive === true,
			};
	}
}
