/** Makes directories with a mode of our own. */
import {mkdir, stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {errorCode} from './failure.ts';

/**
 * Makes a directory and those above it that are missing; one that is there is left as it is. Rejects with
 * the error of the file system.
 *
 * One by one: where a parent can never be made, as below /proc, Node 20's own `recursive` tries for ever.
 *
 * @param mode of each that is made, before the umask
 */
export async function makeWithParents(directory: string, mode: number): Promise<void> {
	try {
		await makeOne(directory, mode);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT' || dirname(directory) === directory) throw error;
		await makeWithParents(dirname(directory), mode);
		await makeOne(directory, mode);
	}
}

async function makeOne(directory: string, mode: number): Promise<void> {
	try {
		await mkdir(directory, {mode});
	} catch (error) {
		if (errorCode(error) !== 'EEXIST' || !(await stat(directory)).isDirectory()) throw error;
	}
}
