/** What the screens are started with; given by the command line. */
import type {Linter} from '../lint/linter.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import type {Store} from '../store/store.ts';
import type {Instant} from '../time/instant.ts';

export type StartOptions = {
	readonly store: Store;
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
	/** The zones that the team has settled, and the linter with its own words; asked for after the first frame. */
	readonly zones: () => Promise<Readonly<Record<string, string>>>;
	readonly linter: () => Promise<Linter>;
};
