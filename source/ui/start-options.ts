/** What the screens are started with; given by the command line. */
import type {Linter} from '../lint/linter.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import type {KeptStore} from '../store/versions/kept-versions.ts';
import type {ZoneSettlement} from '../time/context.ts';
import type {Instant} from '../time/instant.ts';
import type {Material} from './import-desk.ts';

export type StartOptions = {
	readonly store: KeptStore;
	readonly route:
		| {readonly kind: 'browse'}
		| {readonly kind: 'walk'; readonly id: string; readonly step?: Step; readonly isLive?: boolean}
		/** The timeline of a retro, with the rows of an import to pick from. */
		| {readonly kind: 'import'; readonly id: string; readonly material: Material}
		/** A retro that is written with its first edit. */
		| {readonly kind: 'new'; readonly retro: Retro};
	readonly env: NodeJS.ProcessEnv;
	readonly cwd: string;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	now(): Instant;
	randomId(): string;
	readonly settled: TeamSettings;
	/** The linter with the team's own words; asked for after the first frame. */
	readonly linter: () => Promise<Linter>;
	/** See `AppEnvironment`. */
	readonly allowWords: (words: string) => Promise<{readonly linter: Linter; readonly file: string}>;
	/** See `AppEnvironment`. */
	readonly settleZone: (settlement: ZoneSettlement) => Promise<string>;
};

/** What the team has settled, as far as the screens need it. */
export type TeamSettings = {
	/** Abbreviations of zones, to IANA names. */
	readonly zones: Readonly<Record<string, string>>;
	/** Whether people in imports are named by their roles. */
	readonly mentions?: 'names' | 'roles' | undefined;
	/** The template of its documents, by name or path. */
	readonly template?: string | undefined;
	/** The file of the settings, which a path is relative to. */
	readonly file?: string | undefined;
};
