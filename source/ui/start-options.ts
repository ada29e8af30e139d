/** What the screens are started with; given by the command line. */
import type {Linter} from '../lint/linter.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import type {KeptStore} from '../store/kept-versions.ts';
import type {Instant} from '../time/instant.ts';

export type StartOptions = {
	readonly store: KeptStore;
	readonly route:
		| {readonly kind: 'browse'}
		| {readonly kind: 'walk'; readonly id: string; readonly step?: Step}
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
};

/** What the team has settled, as far as the screens need it. */
export type TeamSettings = {
	/** Abbreviations of zones, to IANA names. */
	readonly zones: Readonly<Record<string, string>>;
	/** The template of its documents, by name or path. */
	readonly template?: string | undefined;
	/** The file of the settings, which a path is relative to. */
	readonly file?: string | undefined;
};
