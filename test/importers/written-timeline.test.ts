import {expect, test} from 'vitest';
import {imported, rowsOf} from './fixture.ts';

const named = {date: '2026-01-10', tz: 'UTC'};

test('the lines of retro log, each after the one before', async () => {
	expect(
		await rowsOf('1005 on-call acked\n+5 cache drained\n= page closed\n2355 quiet\n0010 all clear', named),
	).toEqual([
		'2026-01-10 10:05 on-call acked',
		'2026-01-10 10:10 cache drained',
		'2026-01-10 10:10 page closed',
		'2026-01-10 23:55 quiet',
		'2026-01-11 00:10 all clear',
	]);
});

test.each([
	['- [10:05 UTC] paged', '2026-01-10 10:05 paged'],
	['* **10:05 UTC** - paged', '2026-01-10 10:05 paged'],
	['- **10:05 UTC: paged by Ann**', '2026-01-10 10:05 **paged by Ann**'],
	['10:05 – paged', '2026-01-10 10:05 paged'],
	['• ~10:05 paged', '2026-01-10 10:05 paged'],
	['2026-01-10 10:05 ::::: paged', '2026-01-10 10:05 paged'],
	['- 2026-01-10, 10:05 UTC paged', '2026-01-10 10:05 paged'],
	['10:05 - 10:20 investigating', '2026-01-10 10:05 investigating (until 10:20 UTC)'],
	['Jan 10, 2026 10:05 AM: paged', '2026-01-10 10:05 paged'],
	['~19:00(ish) UTC Saturday Jan 10 - moved', '2026-01-10 19:00 moved'],
	['Fault detected: 2026-01-10 10:05', '2026-01-10 10:05 Fault detected'],
	['[01-10 16:21] crash loop\n[01-13 10:00] found', '2026-01-10 16:21 crash loop'],
	['2026-01-10T10:05:30Z paged', '2026-01-10 10:05:30 paged'],
	['| 2026-01-10 10:05 | paged |', '2026-01-10 10:05 paged'],
])('%s', async (line, row) => {
	expect((await rowsOf(line, named))[0]).toBe(row);
});

test('the day in a heading and the zone declared once go for all under them', async () => {
	const text =
		'# Checkout down\n\n## Timeline\n\nAll times in PST\n\n### [Jan 10 2026] 23:30\n\nErrors rise.\n\n### 00:10\n\nFixed.';
	expect(await rowsOf(text)).toEqual(['2026-01-11 07:30 Errors rise.', '2026-01-11 08:10 Fixed.']);
	expect((await imported(text)).rows[0]?.typed).toBe('Jan 10 2026 23:30');
});

test('under the heading of a day a time goes on from the one before, however much later it is', async () => {
	const text =
		'### 2026-11-20\n\n- 00:10 UTC alert fires\n- 18:00 UTC resolved\n\n### 2026-11-21\n\n- 00:05 PST a\n- 23:50 PST b\n- 00:20 PST c';
	expect(await rowsOf(text)).toEqual([
		'2026-11-20 00:10 alert fires',
		'2026-11-20 18:00 resolved',
		'2026-11-21 08:05 a',
		'2026-11-22 07:50 ?date b',
		'2026-11-22 08:20 c',
	]);
});

test('in a document +1 is no time', async () => {
	expect(await rowsOf('- 10:05 UTC paged\n- +1 from Bob', named)).toEqual([
		'2026-01-10 10:05 paged',
		'(no time) — +1 from Bob',
	]);
});

test('a table says its zone and its columns in its header', async () => {
	const text =
		'| Date | Time (CET) | Who | Event |\n|---|---|---|---|\n| 2026-01-10 | 10:05 | Ann | paged |\n| 2026-01-10 | HH:mm | | ? |';
	expect(await rowsOf(text)).toEqual(['2026-01-10 09:05 Ann: paged', '(no time of day) — 2026-01-10 HH:mm ?']);
});

test('only the section of the timeline is read, and code in it is not', async () => {
	const text =
		'# 2026-01-10, down\n\n- 09:00 UTC breakfast\n\n## Timeline\n\n- 10:05 UTC paged\n```\n10:06 no\n```\n  - by the new alert\n\n## Later\n- 11:00 UTC x';
	expect(await rowsOf(text)).toEqual(['2026-01-10 10:05 paged by the new alert']);
});

test('what is not said is assumed, and shown', async () => {
	expect(await rowsOf('10:05 paged', {incidentDate: '2026-01-09'})).toEqual(['2026-01-09 10:05 ?date,zone paged']);
	expect(await rowsOf('10:05 PST paged\n10:07 acked', {date: '2026-01-10'})).toEqual([
		'2026-01-10 18:05 paged',
		'2026-01-10 18:07 ?zone acked',
	]);
	expect(await rowsOf('March 3 10:05 UTC paged', {})).toEqual(['2026-03-03 10:05 ?date paged']);
});

test('a zone that is told of something else is not that of the times', async () => {
	const text = "2026-01-10 10:05 paged\n\nThe screenshots have timestamps in UTC+2, the author's.";
	expect((await rowsOf(text))[0]).toBe('2026-01-10 10:05 ?zone paged');
});

test('winter time named in summer, half of a day and a step back are assumptions too', async () => {
	expect(await rowsOf('2026-07-10 10:05 PST paged')).toEqual(['2026-07-10 18:05 ?zone paged']);
	expect(await rowsOf('10:05 am UTC paged\n1:52 UTC fixed', {date: '2026-01-10'})).toEqual([
		'2026-01-10 10:05 paged',
		'2026-01-11 01:52 ?date,half fixed',
	]);
	expect(await rowsOf('10:05 UTC a\n09:00 UTC b', {date: '2026-01-10'})).toContain('2026-01-10 09:00 ?date b');
});

test('a zone that may be several, or is unknown, gives no time unless it is named', async () => {
	expect((await rowsOf('2026-01-10 10:05 IST paged'))[0]).toContain('(IST may be');
	expect(await rowsOf('2026-01-10 10:05 IST paged', {tz: 'Asia/Kolkata'})).toEqual(['2026-01-10 04:35 paged']);
	expect((await rowsOf('All times in UC/Pacific\n\n2026-01-10 10:05 paged'))[0]).toContain('UC/Pacific is not known');
	expect((await rowsOf('Timeline (all times in CET/CEST)\n\n2026-07-10 10:05 paged'))[0]).toBe(
		'2026-07-10 08:05 paged',
	);
});

test('hours and minutes with a point between them are a time where am or pm says so', async () => {
	const text = [
		'## Timeline',
		'This took place on Monday, May the 4th, 2020. The events:',
		'',
		'8.40 AM GMT - noticed',
		'1.05 pm GMT - resolved',
		'2.30 releases a day',
	].join('\n');
	expect(await rowsOf(text)).toEqual(['2020-05-04 08:40 noticed', expect.stringMatching(/^2020-05-04 13:05 resolved/)]);
});

test('a time that the clocks skipped is not guessed', async () => {
	expect((await rowsOf('2026-03-29 02:30 Europe/Berlin paged'))[0]).toContain('was skipped by the clocks');
});

test('the version of a package is no mail address', async () => {
	expect(await rowsOf('2026-11-20 10:05 UTC released @acme/ui-web@1.12.0, asked bo@acme.example')).toEqual([
		'2026-11-20 10:05 released @acme/ui-web@1.12.0, asked ***',
	]);
});

test('tokens and addresses are masked, control characters go', async () => {
	const text = '1005 see https://files.example/f?t=xoxe-123456789012 by ann@example.com \u001b[31mred';
	const {rows, tokens, addresses} = await imported(text, named);
	expect(rows.map((row) => row.text)).toEqual(['see https://files.example/f?t=*** by *** red']);
	expect({tokens, addresses}).toEqual({tokens: 1, addresses: 1});
});
