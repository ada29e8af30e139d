import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'retro-count-'));

afterAll(() => {
	rmSync(directory, {recursive: true});
});

function count(success: boolean, numPassedTests: number, numFailedTests: number) {
	const report = join(directory, 'tests.json');
	writeFileSync(report, JSON.stringify({success, numPassedTests, numFailedTests}));
	const script = join(import.meta.dirname, '../../.tooling/test-count.mjs');
	const {stdout, status} = spawnSync(process.execPath, [script, report], {encoding: 'utf8'});
	return {stdout, status};
}

test('tests that all passed are counted in one line', () => {
	expect(count(true, 12, 0)).toEqual({stdout: '12 passed, 0 failed\n', status: 0});
});

test('a failed test, a file that could not be loaded and no test at all are failures', () => {
	expect(count(false, 11, 1)).toEqual({stdout: '11 passed, 1 failed\n', status: 1});
	expect(count(false, 12, 0).status).toBe(1);
	expect(count(true, 0, 0).status).toBe(1);
});
