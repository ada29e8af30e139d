/** When a version of a retro is kept, and what it says of itself. */
import {createHash} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import {fewWords} from '../../retro/difference-words.ts';
import {differences} from '../../retro/differences.ts';
import type {Retro} from '../../retro/record.ts';
import {type Instant, millisecondsOf} from '../../time/instant.ts';
import {printRetro} from '../record/layout.ts';
import {boundedSteps, stepsOf} from './kept-steps.ts';
import {type SittingMark, sittingMarks, unmark} from './sitting-marks.ts';
import {type KeptStep, unknownHand, type VersionBody, type VersionHead} from './version-file.ts';
import type {VersionInfo, Versions} from './versions.ts';

/** A sitting or a script that changed a retro. */
export type Doing = {
	readonly began: Instant;
	/** The command; `open` for a sitting. */
	readonly by: string;
	/** All that can be taken back after it, given what could be before it. */
	steps(earlier: readonly KeptStep[]): readonly KeptStep[];
};

export type Keeper = {
	/**
	 * Keeps the state before a change where no version has it: what others left, or a sitting that was cut
	 * short. `by` is said where it is the first version.
	 */
	before(retro: Retro, by?: string): Promise<void>;
	/** Keeps the state after a change, and takes the mark of the sitting away. */
	after(retro: Retro, doing: Doing, mark?: SittingMark): Promise<void>;
	/** What can be taken back from the newest version, the oldest first. */
	steps(id: string): Promise<readonly KeptStep[]>;
};

/** Scripts that follow each other so closely make one version, in milliseconds between them and in all. */
const joinedWithin = 10 * 60_000;
const joinedFor = 60 * 60_000;

/** What is a version of its own, however soon something follows. */
const standsAlone = new Set(['open', 'restore', unknownHand]);

/** Rejections are those of the file system. */
export function keeperOf(versions: Versions, now: () => Instant): Keeper {
	const newestOf = async (id: string): Promise<VersionInfo | undefined> => (await versions.list(id)).at(-1);
	const bodyOf = async (id: string, version: VersionInfo | undefined): Promise<VersionBody | undefined> =>
		version && versions.load(id, version.number);

	async function before(retro: Retro, by = unknownHand): Promise<void> {
		const {id} = retro;
		const marks = await sittingMarks(await versions.directoryOf(id));
		const gone = marks.filter(({isGoingOn}) => !isGoingOn);
		const newest = await newestOf(id);
		const digest = digestOf(retro);
		if (newest?.digest !== digest) {
			// Whoever sits at it, or sat at it last, is the likeliest to have changed it.
			const [mark] = [...gone, ...marks];
			const wasCutShort = gone.length > 0;
			const known = await bodyOf(id, newest);
			const at = between(newest?.at, retro.updatedAt, now());
			const head = {
				began: mark?.began ?? at,
				at,
				by: [mark !== undefined ? 'open' : newest === undefined ? by : unknownHand],
				...(wasCutShort && {cutShort: true}),
				changed: known === undefined ? '' : fewWords(known.retro, retro),
				digest,
			};
			// What others did is not taken back with our steps; what was cut short was ours.
			const lost = !wasCutShort || known === undefined ? [] : differences(known.retro, retro);
			const steps = boundedSteps([...(known?.steps ?? []), ...stepsOf(lost, at, 'open')]);
			await versions.write(id, head, {retro: substance(retro), steps});
		}
		await unmark(gone);
	}

	async function after(retro: Retro, doing: Doing, mark?: SittingMark): Promise<void> {
		const {id} = retro;
		const all = await versions.list(id);
		const newest = all.at(-1);
		const digest = digestOf(retro);
		if (newest?.digest !== digest) {
			const at = between(newest?.at, now(), now());
			const joined = newest !== undefined && isJoined(newest, doing, at) ? newest : undefined;
			const [latest, compared] = [
				await bodyOf(id, newest),
				await bodyOf(id, joined === undefined ? newest : all.at(-2)),
			];
			const head = {
				began: joined?.began ?? doing.began,
				at,
				by: [...new Set([...(joined?.by ?? []), doing.by])],
				changed: compared === undefined ? '' : fewWords(compared.retro, retro),
				digest,
			};
			const steps = boundedSteps(doing.steps(latest?.steps ?? []));
			await versions.write(id, head, {retro: substance(retro), steps}, joined?.number);
		}
		if (mark !== undefined) await unmark([mark]);
	}

	return {
		before,
		after,
		steps: async (id) => (await bodyOf(id, await newestOf(id)))?.steps ?? [],
	};
}

function isJoined(newest: VersionHead, doing: Doing, at: Instant): boolean {
	if (standsAlone.has(doing.by) || newest.by.some((command) => standsAlone.has(command))) return false;
	const [last, first, moment] = [newest.at, newest.began, at].map(millisecondsOf) as [number, number, number];
	return moment - last <= joinedWithin && moment - first <= joinedFor;
}

/** The instant, but not before the version that goes before it, nor in the future: clocks differ. */
function between(earliest: Instant | undefined, instant: Instant, latest: Instant): Instant {
	const past = instant < latest ? instant : latest;
	return earliest !== undefined && earliest > past ? earliest : past;
}

/** A retro without what is no content: lines that are being typed. */
function substance({drafts: _drafts, ...rest}: Retro): Retro {
	return rest;
}

/** Whether two states have the same content; when they were written does not count. */
export function isSameContent(a: Retro, b: Retro): boolean {
	return isDeepStrictEqual(undated(a), undated(b));
}

/** The same for two states of the same content. */
export function digestOf(retro: Retro): string {
	return createHash('sha256')
		.update(printRetro(undated(retro)))
		.digest('hex')
		.slice(0, 32);
}

/** Without lines that are being typed, and as if written at the beginning. */
function undated({drafts: _drafts, ...rest}: Retro): Retro {
	return {...rest, updatedAt: rest.createdAt};
}
