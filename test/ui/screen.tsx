/** The whole app on a screen in memory: what a test types goes in as a terminal sends it, and it reads the frame. */
import {render} from 'ink-testing-library';
import {onTestFinished, vi} from 'vitest';
import {builtInTemplates, loadTemplate} from '../../source/export/templates.ts';
import type {Linter} from '../../source/lint/linter.ts';
import {Problem} from '../../source/problem.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro} from '../../source/retro/record.ts';
import type {Step} from '../../source/retro/steps.ts';
import type {Listing} from '../../source/store/listing.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import type {OpenRetro} from '../../source/store/open/open-retro.ts';
import type {EarlierSteps} from '../../source/store/versions/earlier-steps.ts';
import type {Instant} from '../../source/time/instant.ts';
import {App, type View, type Views} from '../../source/ui/app.tsx';
import {startSitting} from '../../source/ui/sitting.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {keySequence} from '../end-to-end/keys.ts';
import {oneWordLinter} from './one-word-linter.ts';

/** The day after the incidents of the tests. */
export const now = '2026-11-21T09:00:00Z' as Instant;

/** A retro of that day's incident with these changes. */
export function retroWith(changes: Partial<Retro> = {}): Retro {
	const start = '2026-11-20T12:00:00Z' as Instant;
	return {...newRetro({id: '2026-11-20-checkout-k3x9', now: start, title: 'Checkout latency'}), ...changes};
}

export type ScreenOptions = {
	readonly step?: Step;
	readonly columns?: number;
	readonly rows?: number;
	readonly linter?: Linter;
	/** The linter once words have been allowed for the team. */
	readonly linterAfter?: Linter;
	readonly isExample?: boolean;
	/** Whether it begins in live mode. */
	readonly isLive?: boolean;
	/** What time it is, which the test may change; `now` without it. */
	readonly clock?: {now: Instant};
	/** Whether the settings of the team cannot be written. */
	readonly cannotWrite?: boolean;
	/** What sittings before this one did. */
	readonly earlier?: EarlierSteps;
	readonly env?: Readonly<Record<string, string>>;
	/** What the person's editor makes of a text; none can be started without it. */
	readonly editor?: (text: string) => string | undefined;
	/** What writing a document comes to; without it the document is kept in `told.written`. */
	readonly write?: (path: string, replace: boolean) => void;
};

export type Screen = {
	/** What is on the screen now, without styles. */
	frame(): string;
	/** The rows of it, cut behind their last letter. */
	rows(): string[];
	/** The row that holds this text; fails where there is none. */
	row(part: string): string;
	/** The retro as it is stored now. */
	retro(): Retro;
	/** Presses keys, each a chord of the key table (`ctrl+r`, `pagedown`, `n`), one after the other. */
	press(...chords: string[]): Promise<void>;
	/** Types a text as fast as it is read. */
	type(text: string): Promise<void>;
	/** Types a text letter by letter. */
	typeSlowly(text: string): Promise<void>;
	/** Pastes a text into a terminal that says so. */
	paste(text: string): Promise<void>;
	/** Waits for a text to be on the screen; fails where it does not come. */
	until(text: string | RegExp): Promise<void>;
	/** Waits for a text to be gone from the screen; fails where it stays. */
	untilGone(text: string): Promise<void>;
	resize(columns: number, rows: number): Promise<void>;
	/** What the app asked of its surroundings. */
	readonly told: {
		allowed: string[];
		settled: string[];
		copied: string[];
		written: {path: string; text: string}[];
		hasLeft: boolean;
		errors: unknown[];
	};
};

/** The walk through a retro, in memory unless it is given open. */
export function walkThrough(retro: Retro | OpenRetro = retroWith(), options: ScreenOptions = {}): Promise<Screen> {
	return mount(walkView(isOpen(retro) ? retro : openInMemory(retro), options), noViews, options);
}

function isOpen(retro: Retro | OpenRetro): retro is OpenRetro {
	return typeof retro['commit' as keyof typeof retro] === 'function';
}

/** The list of retros; each of them can be opened. */
export function browseThrough(retros: readonly Retro[], options: ScreenOptions = {}): Promise<Screen> {
	const listing: Listing = {retros, broken: []};
	const walk = async (retro: Retro, isExample = false): Promise<View> =>
		walkView(openInMemory(retro), {...options, isExample});
	return mount(
		{kind: 'browse', listing},
		{
			browse: async () => ({kind: 'browse', listing}),
			open: async (id) => walk(retros.find((retro) => retro.id === id) ?? retroWith()),
			start: () => walk(retroWith({id: 'a-new-one', title: ''})),
			example: () => walk(retroWith({id: 'the-example', title: 'The worked example'}), true),
		},
		options,
	);
}

const noViews: Views = {
	browse: async () => ({kind: 'browse', listing: {retros: [], broken: []}}),
	open: () => Promise.reject(new Error('there is nothing to open')),
	start: () => Promise.reject(new Error('there is nothing to start')),
	example: () => Promise.reject(new Error('there is no example')),
};

function walkView(open: OpenRetro, options: ScreenOptions): View {
	const {step = 'details', isExample = false, isLive = false, earlier} = options;
	return {kind: 'walk', sitting: startSitting(open, earlier), first: step, isExample, isLive};
}

async function mount(first: View, views: Views, options: ScreenOptions): Promise<Screen> {
	const {columns = 80, rows = 24, linter = oneWordLinter, env = {TERM: 'xterm', LANG: 'en_GB.UTF-8'}} = options;
	// Asked for before the first resize, and where there is no terminal otherwise by starting programs.
	vi.stubEnv('COLUMNS', String(columns)).stubEnv('LINES', String(rows));
	const told: Screen['told'] = {allowed: [], settled: [], copied: [], written: [], hasLeft: false, errors: []};
	let shown = first;
	let ids = 0;
	const {stdin, stdout, lastFrame, unmount} = render(
		<App
			first={first}
			views={views}
			directory="/home/ada/retros"
			theme={themeFor(env)}
			environment={{
				now: () => options.clock?.now ?? now,
				newId: () => `id${++ids}`,
				zones: {},
				template: 'guide',
				async allowWords(words) {
					told.allowed.push(words);
					return {linter: options.linterAfter ?? linter, file: '/home/ada/retros/config.json'};
				},
				async settleZone({abbreviation, zone}) {
					if (options.cannotWrite) throw new Problem('Cannot write the settings');
					told.settled.push(`${abbreviation} ${zone}`);
					return '/home/ada/retros/config.json';
				},
				copy: (text) => void told.copied.push(text),
				async writeDocument(path, text, replace) {
					options.write?.(path, replace);
					told.written.push({path, text});
				},
				loadTemplate: (name) => loadTemplate(name, {cwd: '/'}),
				templates: builtInTemplates,
			}}
			editExternally={async (text) => options.editor?.(text)}
			loadLinter={async () => linter}
			onView={(view) => {
				shown = view;
			}}
			onLeave={() => {
				told.hasLeft = true;
			}}
			onError={(error) => void told.errors.push(error)}
		/>,
	);
	onTestFinished(unmount);
	onTestFinished(() => void vi.unstubAllEnvs());

	const frame = (): string => lastFrame() ?? '';
	const waitFor = async (holds: () => boolean, wanted: string): Promise<void> => {
		for (let turn = 0; turn < mostTurns; turn++) {
			if (holds()) return;
			await aTurn(1);
		}
		throw new Error(`Waited in vain ${wanted}:\n${frame()}`);
	};
	const send = async (sequence: string): Promise<void> => {
		stdin.write(sequence);
		await settled();
		if (told.errors.length > 0) throw told.errors[0];
	};
	const screen: Screen = {
		frame,
		rows: () =>
			frame()
				.split('\n')
				.map((row) => row.trimEnd()),
		row(part) {
			const found = screen.rows().find((row) => row.includes(part));
			if (found === undefined) throw new Error(`No row holds "${part}":\n${frame()}`);
			return found;
		},
		retro() {
			if (shown.kind !== 'walk') throw new Error('no retro is open');
			return shown.sitting.snapshot().retro;
		},
		async press(...chords) {
			for (const chord of chords) await send(sequenceOf(chord));
		},
		type: send,
		async typeSlowly(text) {
			for (const letter of text) await send(letter);
		},
		paste: (text) => send(`\u001B[200~${text}\u001B[201~`),
		until: (text) =>
			waitFor(() => (typeof text === 'string' ? frame().includes(text) : text.test(frame())), `for "${text}"`),
		untilGone: (text) => waitFor(() => !frame().includes(text), `for "${text}" to go`),
		async resize(width, height) {
			for (const [name, value] of Object.entries({columns: width, rows: height})) {
				Object.defineProperty(stdout, name, {value, configurable: true});
			}
			stdout.emit('resize');
			await settled();
		},
		told,
	};
	await screen.resize(columns, rows);
	return screen;
}

/** How many turns of the event loop something may take; more than the pauses of the lint need. */
const mostTurns = 2000;

function aTurn(milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}

/** The app hands out one press a turn, and draws in the next. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 3; turn++) {
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
	}
}

/**
 * What a terminal sends for a chord. Escape goes in the form of kitty's protocol: behind a bare one Ink waits
 * whether more comes.
 */
function sequenceOf(chord: string): string {
	return chord === 'escape' ? '\u001B[27u' : keySequence(chord);
}
