/**
 * Marks of sittings that go on, beside a retro's versions: one that is left by a program that is gone tells
 * that its sitting was cut short.
 */
import {readdir, readFile, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as v from 'valibot';
import {type Instant, isInstant} from '../../time/instant.ts';
import {makeWithParents} from '../files/make-directory.ts';
import {asOwner, fateOf, type Owner, thisProcess} from '../journal/owner.ts';

const markSchema = v.object({
	owner: v.custom<Owner>((value) => asOwner(value) !== undefined),
	began: v.custom<Instant>((value) => typeof value === 'string' && isInstant(value)),
});

export type SittingMark = {
	/** The mark's file. */
	readonly path: string;
	readonly began: Instant;
	/** Whether its program is still there. */
	readonly isGoingOn: boolean;
};

/**
 * Marks a sitting of this process. Rejects with the error of the file system. Not flushed: what a power failure
 * takes with it tells less, and nobody waits for it.
 */
export async function markSitting(directory: string, began: Instant, randomId: () => string): Promise<SittingMark> {
	await makeWithParents(directory, 0o700);
	const path = join(directory, `sitting-${process.pid}-${randomId()}.json`);
	const mark = {owner: thisProcess(), began} satisfies v.InferOutput<typeof markSchema>;
	await writeFile(path, `${JSON.stringify(mark)}\n`, {mode: 0o600, flag: 'wx'});
	return {path, began, isGoingOn: true};
}

/** The marks of the sittings of other programs on this machine, the earliest first. Never rejects. */
export async function sittingMarks(directory: string): Promise<SittingMark[]> {
	const names = await readdir(directory).catch(() => []);
	const marks = await Promise.all(
		names
			.filter((name) => /^sitting-[\w-]+\.json$/.test(name))
			.map(async (name): Promise<SittingMark | undefined> => {
				const path = join(directory, name);
				const text = await readFile(path, 'utf8').catch(() => '');
				const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), markSchema), text);
				if (!parsed.success) return undefined;
				const {began, owner} = parsed.output;
				const fate = fateOf(owner);
				if (fate === 'elsewhere' || (fate === 'runs' && owner.pid === process.pid)) return undefined;
				return {path, began, isGoingOn: fate === 'runs'};
			}),
	);
	return marks.filter((mark) => mark !== undefined).sort((a, b) => (a.began < b.began ? -1 : 1));
}

/** Takes the marks away, as far as that can be done. Never rejects. */
export async function unmark(marks: readonly SittingMark[]): Promise<void> {
	for (const {path} of marks) await unlink(path).catch(() => undefined);
}
