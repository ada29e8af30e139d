/** One program at a time at some work, among all that are started on this machine. */
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';

/** How long to wait for others, in milliseconds: longer than any build takes. */
const patience = 60_000;

/**
 * Runs the work while nobody else holds the file, in which the holder's process id stands; one that is gone holds
 * nobody up. Rejects when others have held it all the time, and with whatever the work rejects with.
 *
 * @template Result
 * @param {string} path of the file; its directory is there
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(path, work) {
	const deadline = performance.now() + patience;
	while (!isTaken(path, process.pid)) {
		if (performance.now() > deadline) throw new Error(`Somebody else is at it, or left ${path} behind.`);
		breakDead(path);
		await pause(50);
	}
	try {
		return await work();
	} finally {
		if (holderOf(path) === process.pid) rmSync(path);
	}
}

/**
 * @param {string} path
 * @param {number} pid
 * @returns {boolean} whether it is that process's now: only one can make the file
 */
function isTaken(path, pid) {
	try {
		writeFileSync(path, String(pid), {flag: 'wx'});
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Takes away the file of a holder that is gone. It is moved first and looked at again: should somebody living have
 * taken it meanwhile, it goes back.
 *
 * @param {string} path
 */
function breakDead(path) {
	if (isAlive(holderOf(path))) return;
	const aside = `${path}.${process.pid}`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return;
		throw error;
	}
	const moved = holderOf(aside);
	if (moved !== undefined && isAlive(moved)) isTaken(path, moved);
	rmSync(aside, {force: true});
}

/**
 * @param {string} path
 * @returns {number | undefined} undefined where nobody holds it; 0 where somebody is just taking it
 */
function holderOf(path) {
	try {
		return Number(readFileSync(path, 'utf8'));
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/**
 * @param {number | undefined} pid
 * @returns {boolean} true for 0 and for nobody too: neither is a process that is gone
 */
function isAlive(pid) {
	try {
		return !pid || process.kill(pid, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/**
 * @param {unknown} error
 * @returns {string | undefined}
 */
function codeOf(error) {
	return /** @type {NodeJS.ErrnoException} */ (error).code;
}
