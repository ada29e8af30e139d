import {expect, test} from 'vitest';
import {imported, rowsOf} from './fixture.ts';

test.each([
	['2026-01-10T10:05:30.123Z ERROR db gone', '2026-01-10 10:05:30 ERROR db gone'],
	['<34>1 2026-01-10T10:05:30+01:00 host app - - - db gone', '2026-01-10 09:05:30 host app - - - db gone'],
	[
		'1.2.3.4 - ann [10/Jan/2026:10:05:30 -0700] "GET / HTTP/1.1" 500 0',
		'2026-01-10 17:05:30 1.2.3.4 - ann "GET / HTTP/1.1" 500 0',
	],
	['[2026-01-10 10:05:30] db gone', '2026-01-10 10:05:30 ?zone db gone'],
	['2026/01/10 10:05:30 [error] 7#7: db gone', '2026-01-10 10:05:30 ?zone [error] 7#7: db gone'],
	['Jan 10 10:05:30 web1 sshd[7]: gone', '2026-01-10 10:05:30 ?date,zone web1 sshd[7]: gone'],
	['[Sat Jan 10 10:05:30.5 2026] [core:error] gone', '2026-01-10 10:05:30 ?zone [core:error] gone'],
	['E0110 10:05:30.694297       1 main.go:7] gone', '2026-01-10 10:05:30 ?date,zone main.go:7] gone'],
	['260110 100530 7 INFO dfs.Node: gone', '2026-01-10 10:05:30 ?date,zone 7 INFO dfs.Node: gone'],
	['2026-01-10T10:05:30Z,db gone', '2026-01-10 10:05:30 db gone'],
	['1768039530.5 gone', '2026-01-10 10:05:30 gone'],
	['2026-01-10 10:05:30 PST gone', '2026-01-10 18:05:30 gone'],
])('%s', async (line, row) => {
	expect((await imported(line)).source.name).toBe('log');
	expect(await rowsOf(line)).toEqual([row]);
});

test('a named day and zone settle what a log leaves open; a line without a time is left out', async () => {
	const log = 'Jan 10 10:05:30 web1 gone\n  at main.c:7\nFeb 30 10:05:30 web1 odd';
	expect(await rowsOf(log, {date: '2026-01-10', tz: 'America/New_York'})).toEqual([
		'2026-01-10 15:05:30 web1 gone',
		'(no time) — at main.c:7',
		'(02-30 is no date) — web1 odd',
	]);
});

test('rows outside of the asked time are not there at all', async () => {
	const log = '2026-01-10T10:05:30Z a\n2026-01-10T11:05:30Z b\n2026-01-10T12:05:30Z c';
	const bounds = {since: '2026-01-10T11:00:00Z', until: '2026-01-10T12:00:00Z'} as never;
	expect(await rowsOf(log, {}, bounds)).toEqual(['2026-01-10 11:05:30 b']);
});

test('CSV by the names of its columns', async () => {
	const csv = 'Time (PST);User;Message\n2026-01-10 10:05;ann;"down; ""hard"""\n2026-01-10T10:07:00Z;bob;up\nsoon;bob;?';
	expect((await imported(csv)).source.name).toBe('csv');
	expect(await rowsOf(csv)).toEqual([
		'2026-01-10 10:07 bob: up',
		'2026-01-10 18:05 ann: down; "hard"',
		'(no time) — bob: ?',
	]);
});

test('CSV whose first column is a time is no log', async () => {
	const csv =
		'time,message\n2026-01-10T10:05:00Z,alert fires\n2026-01-10T10:07:00Z,acked\n2026-01-10T10:09:00Z,"down, hard"';
	expect((await imported(csv)).source.name).toBe('csv');
	expect(await rowsOf(csv)).toEqual([
		'2026-01-10 10:05 alert fires',
		'2026-01-10 10:07 acked',
		'2026-01-10 10:09 down, hard',
	]);
});

test('date and time in two columns, and columns without a telling name', async () => {
	expect(await rowsOf('Date,Time,Host,Level\n2026-01-10,10:05:07,web1,ERROR', {tz: 'UTC'})).toEqual([
		'2026-01-10 10:05:07 Host: web1, Level: ERROR',
	]);
	expect((await rowsOf('Date,Text\n01/10/2026 10:05,x'))[0]).toContain('(01/10/2026 may be 2026-01-10 or 2026-10-01)');
});
