/** Making things fail, and taking what comes of it. */
import {chown} from 'node:fs/promises';
import {Problem} from '../../source/problem.ts';

/** The problem that a promise is rejected with; anything else fails the test. */
export async function problemOf(attempt: Promise<unknown>): Promise<Problem> {
	const outcome = await attempt.then(
		() => new Error('nothing was rejected'),
		(error: unknown) => error,
	);
	if (outcome instanceof Problem) return outcome;
	throw outcome;
}

const nobody = 65534;

/** Runs the work as a user whom permissions bind, to whom the paths are given: root may do all. */
export async function asOrdinaryUser(work: () => Promise<void>, paths: readonly string[]): Promise<void> {
	if (process.geteuid?.() !== 0) return work();
	for (const path of paths) await chown(path, nobody, nobody);
	process.seteuid?.(nobody);
	try {
		await work();
	} finally {
		process.seteuid?.(0);
	}
}
