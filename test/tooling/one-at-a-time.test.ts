import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {oneAtATime} from '../../.tooling/one-at-a-time.mjs';

let directory: string;
let file: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'one-at-a-time-'));
	file = join(directory, 'building');
});
afterEach(() => rmSync(directory, {recursive: true}));

/** How many were at work at once, at the most. */
async function mostAtOnce(): Promise<number> {
	let inside = 0;
	let most = 0;
	const turn = () =>
		oneAtATime(file, async () => {
			most = Math.max(most, ++inside);
			await new Promise(setImmediate);
			inside--;
		});
	await Promise.all([turn(), turn(), turn()]);
	return most;
}

test('those who want the same take turns, and nothing is left behind', async () => {
	expect(await mostAtOnce()).toBe(1);
	expect(existsSync(file)).toBe(false);
});

test('one that was killed holds nobody up', async () => {
	const gone = spawnSync(process.execPath, ['--eval', '']).pid;
	writeFileSync(file, String(gone));
	expect(await mostAtOnce()).toBe(1);
	expect(existsSync(file)).toBe(false);
});

test('work that fails gives it back', async () => {
	await expect(oneAtATime(file, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
	expect(existsSync(file)).toBe(false);
});
