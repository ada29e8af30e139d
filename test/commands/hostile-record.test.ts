/** Whatever stands in a record's file, no command prints what commands the terminal or turns the order of what is read. */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

/** CSI, OSC, BEL, C1, DEL, bidirectional marks, embeddings, overrides and isolates. */
const evil = 'a\u001B[2J\u001B]0;owned\u0007\u009B31m\u007F\u202Eb\u2066c\u200F\u061Cd';
const forbidden = /[\0-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

let sh: Shell;
let id: string;
let path: string;
let hostileText: string;
beforeAll(async () => {
	sh = await shell();
	id = await sh.create('Checkout');
	path = join(sh.directory, '.retros', `${id}.json`);
	await sh.run(['set', id, 'summary', 'Slow.']);
	const record = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
	const note = (name: string) => ({id: name, text: evil});
	const hostile = {
		...record,
		title: evil,
		facilitator: evil,
		participants: [evil],
		services: [evil],
		summary: `${evil}\n${evil}`,
		impact: {start: null, end: null, users: evil, revenue: evil, data: evil},
		timeline: [{id: 't1', at: '2026-11-20T10:05:00Z', text: evil, typed: evil, source: evil}],
		whys: [{id: 'w1', question: evil, answer: evil, parent: null, rootCause: true}],
		contributingFactors: [note('f1')],
		lessons: {wentWell: [note('a')], wentWrong: [note('b')], gotLucky: [note('c')]},
		actions: [{id: 'x', kind: 'prevent', text: evil, owner: evil, due: '2026-12-01', status: 'open'}],
		kept: [{field: 'summary', rule: evil, text: evil, reason: evil}],
		conflicts: {title: {here: evil, elsewhere: [evil]}},
		[evil]: evil,
	};
	hostileText = JSON.stringify(hostile);
}, 60_000);
beforeEach(() => writeFile(path, hostileText));

test.each([
	['list'],
	['list', '--json'],
	['show'],
	['show', '--json'],
	['export'],
	['export', '--json'],
	['check'],
	['check', '--json'],
	['stats'],
	['stats', '--json'],
	['history', 'latest'],
	['history', 'latest', '--json'],
	['diff', 'latest'],
	['diff', 'latest', '--json'],
	['doctor'],
	['doctor', '--json'],
])('%j %j %j prints none of it', async (...words) => {
	const {out, err, status} = await sh.run(words);
	expect(out + err).not.toMatch(forbidden);
	expect(out + err).not.toContain('Something went wrong inside');
	expect(status).toBeLessThan(2);
});

test('the same of a store whose records are broken', async () => {
	await writeFile(
		path,
		(await readFile(path, 'utf8')).slice(0, -30).replace('"severity":null', `"severity":${JSON.stringify(evil)}`),
	);
	for (const words of [['list'], ['show', id], ['doctor'], ['doctor', '--fix'], ['list', '--json'], ['show', id]]) {
		const {out, err} = await sh.run(words);
		expect(out + err).not.toMatch(forbidden);
	}
	expect((await sh.run(['doctor'])).status).toBe(0);
});

test('what is exported into files is as clean', async () => {
	await sh.run(['export', '--output', 'out.md']);
	expect(await readFile(join(sh.directory, 'out.md'), 'utf8')).not.toMatch(forbidden);
	await sh.run(['export', '--all', 'copy']);
	for (const name of await readdir(join(sh.directory, 'copy'))) {
		expect(await readFile(join(sh.directory, 'copy', name), 'utf8')).not.toMatch(forbidden);
	}
});
