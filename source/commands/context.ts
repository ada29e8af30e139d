/** What a command gets from the world, so that it can be run in a test without a process. */
import type {Linter} from '../lint/linter.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import type {Configuration} from '../store/settings/configuration.ts';
import type {KeptStore} from '../store/versions/kept-versions.ts';
import {visibleJson} from '../text/visible-json.ts';
import type {ZoneSettlement} from '../time/context.ts';
import type {Instant} from '../time/instant.ts';
import type {Material} from '../ui/import-desk.ts';
import type {TeamSettings} from '../ui/start-options.ts';
import type {Paint} from './colour.ts';
import type {CommandShape, FlagValues, globalFlags} from './command-shape.ts';
import type {CommandName} from './table.ts';

/** Standard input: bytes, and whether a person sits at it. */
export type Input = AsyncIterable<Uint8Array> & {readonly isTTY?: boolean};

/** Standard output or error. */
export type Output = {
	write(text: string): unknown;
	readonly isTTY?: boolean;
	/** Width in columns, where it is a terminal. */
	readonly columns?: number;
};

/** Where a screen begins. */
export type Route =
	| {readonly kind: 'browse'}
	| {readonly kind: 'walk'; readonly id: string; readonly step?: Step; readonly isLive?: boolean}
	/** The timeline of a retro, with the rows of an import to pick from. */
	| {readonly kind: 'import'; readonly id: string; readonly material: Material}
	/** A retro that is not written before its first edit. */
	| {readonly kind: 'new'; readonly retro: Retro};

/** What a screen is shown with. */
export type ScreenRequest = {
	readonly store: KeptStore;
	readonly route: Route;
	/** With NO_COLOR and FORCE_COLOR as the command line has them. */
	readonly env: NodeJS.ProcessEnv;
	readonly settled: TeamSettings;
	linter(): Promise<Linter>;
	allowWords(words: string): Promise<{readonly linter: Linter; readonly file: string}>;
	settleZone(settlement: ZoneSettlement): Promise<string>;
};

/** The parts of the process that commands use; all of it can be replaced. */
export type Surroundings = {
	readonly stdin: Input;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly env: NodeJS.ProcessEnv;
	/** Absolute path. */
	readonly cwd: string;
	readonly version: string;
	/** The moment it is, in whole seconds UTC. */
	now(): Instant;
	/** A short random id of lower-case letters and digits. */
	randomId(): string;
	/** Shows a screen until it is left. Resolves to the exit status. */
	startScreen(request: ScreenRequest): Promise<number>;
};

type OwnFlags = Readonly<Record<string, unknown>>;

export type Context<Flags extends object = OwnFlags> = Surroundings & {
	readonly arguments: readonly string[];
	readonly flags: Flags & FlagValues<typeof globalFlags> & {readonly json?: boolean | undefined};
	/** Colours what goes to standard output, or leaves it as it is. */
	readonly paint: Paint;
	/** The same for standard error. */
	readonly paintError: Paint;
	/** Opens the directory of retros, once. */
	store(): Promise<KeptStore>;
	/** What a command takes. */
	describe(name: CommandName): Promise<CommandShape>;
	/** What the team has settled. Rejects with a `Problem` that names the mistake in it. */
	configuration(): Promise<Configuration>;
};

/** Writes lines for people to standard error. */
export function tell(context: Pick<Surroundings, 'stderr'>, ...lines: readonly string[]): void {
	context.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

/** Writes data to standard output: two spaces of indent, a final newline, nothing that a terminal obeys. */
export function printJson(context: Pick<Surroundings, 'stdout'>, value: object): void {
	context.stdout.write(`${visibleJson(JSON.stringify(value, null, 2))}\n`);
}
