import {describe, expect, test} from 'vitest';
import {createLinter, type LintOptions} from '../../source/lint/linter.ts';

const linter = createLinter();

function times(text: string, options: LintOptions = {}): [string, string, readonly string[]][] {
	return linter
		.lint(text, options)
		.filter(({category}) => category === 'non-utc' || category === 'ambiguous-time')
		.map(({rule, span, suggestions}) => [rule, text.slice(span.start, span.end), suggestions]);
}

describe('a time in a zone with a fixed offset is given in UTC', () => {
	test.each([
		['at 10:05 PDT', '10:05 PDT', '17:05 UTC'],
		['at 14:20 CET', '14:20 CET', '13:20 UTC'],
		['at 2:51am pst', '2:51am pst', '10:51 UTC'],
		['at 17:02 UTC-5', '17:02 UTC-5', '22:02 UTC'],
		['at 17:02+05:30', '17:02+05:30', '11:32 UTC'],
		['at 22:05:30 PDT', '22:05:30 PDT', '05:05:30 UTC (the next day)'],
		['at 00:30 CET', '00:30 CET', '23:30 UTC (the day before)'],
		['2026-03-01T00:20:00+01:00 paged', '2026-03-01T00:20:00+01:00', '2026-02-28T23:20:00Z'],
		['on 2026-06-01 22:20 PDT', '2026-06-01 22:20 PDT', '2026-06-02 05:20 UTC'],
		['Sat, 31 Aug 2024 23:30:00 -0400', 'Sat, 31 Aug 2024 23:30:00 -0400', 'Sun, 1 Sep 2024 03:30:00 UTC'],
		['at 13:00 UTC+05:30', '13:00 UTC+05:30', '07:30 UTC'],
		['It was 1900 hours JST.', '1900 hours JST', '10:00 UTC'],
	])('%s', (text, words, suggestion) => {
		expect(times(text)).toEqual([['non-utc.zone', words, [suggestion]]]);
	});

	test.each([
		['from 10:05 to 10:40 PDT', '10:05 to 10:40 PDT', '17:05 to 17:40 UTC'],
		['08:00–09:30 JST', '08:00–09:30 JST', '23:00 (the day before)–00:30 UTC'],
		['10:05, 10:09 and 10:40 JST', '10:05, 10:09 and 10:40 JST', '01:05, 01:09 and 01:40 UTC'],
	])('both ends of a range are one: %s', (text, words, suggestion) => {
		expect(times(text)).toEqual([['non-utc.zone', words, [suggestion]]]);
	});
});

describe('a time that cannot be converted is not guessed', () => {
	test.each([
		['Paged at 23:14 IST.', 'ambiguous-time.several-zones'],
		['We saw it at 11:40 (Berlin time).', 'non-utc.local'],
		['Around 9am local time traffic fell.', 'non-utc.local'],
		['It began at 12:21 PT.', 'non-utc.local'],
	])('%s', (text, rule) => {
		expect(times(text)).toEqual([[rule, expect.any(String), []]]);
	});
});

describe('a date settles what letters or a place alone leave open', () => {
	test.each([
		['2024-07-01 12:00 PT', '2024-07-01 19:00 UTC'],
		['2024-01-15 12:00 PT', '2024-01-15 20:00 UTC'],
		['2024-07-01 12:00 Berlin time', '2024-07-01 10:00 UTC'],
		['2024-07-01 12:00 Europe/Berlin', '2024-07-01 10:00 UTC'],
		['2024-01-15 12:00 EST', '2024-01-15 17:00 UTC'],
		['2024-01-15 12:00 Pacific Time', '2024-01-15 20:00 UTC'],
		['12:00 CET/CEST on 2024-07-01', '10:00 UTC'],
	])('%s', (text, suggestion) => {
		expect(times(text).map(([, , suggestions]) => suggestions)).toEqual([[suggestion]]);
	});

	test('EST in summer may be either, and is not guessed', () => {
		expect(times('2024-07-01 12:00 EST')).toEqual([['ambiguous-time.several-zones', '2024-07-01 12:00 EST', []]]);
	});

	test('CET in summer: the clocks showed CEST, so that both readings are offered', () => {
		const [finding] = linter.lint('2020-06-09 12:25 CET alert');
		expect(finding?.message).toBe('Clocks did not show CET on that day: what was it in UTC?');
		expect(finding?.suggestions).toEqual(['2020-06-09 11:25 UTC', '2020-06-09 10:25 UTC']);
		expect(finding?.fix).toBeUndefined();
	});

	test('the configuration settles an abbreviation', () => {
		const india = createLinter({zones: {ist: 'Asia/Kolkata', XYZ: '+03:00'}});
		expect(india.lint('At 23:14 IST it began.')[0]?.suggestions).toEqual(['17:44 UTC']);
		expect(india.lint('At 23:14 XYZ it began.')[0]?.suggestions).toEqual(['20:14 UTC']);
	});
});

describe('what is UTC or no time at all is left alone', () => {
	test.each([
		'The alert fired at 10:05 UTC.',
		'[10:15 UTC] Incident declared.',
		'2026-11-20T10:05:00Z first error.',
		'From 10:05 to 10:40 UTC writes were refused.',
		'At 10:05Z the page came.',
		'The ratio is 16:10 on all screens.',
		'The recovery took 01:45:00 in all.',
		'The backup ran for 10:30 minutes.',
		'The panic came from scheduler.go:114:27.',
		'The backend listens on 127.0.0.1:8080.',
		'We run PostgreSQL 14.2 on 10.0.0.12:5432.',
		'The CAT scanner and the EST service were up.',
		'5xx errors rose and 10 servers were down.',
		'Version 12.30.1 was rolled out.',
		'The home team won 2:1.',
		'Compression is 3:1.',
		'sha256:1205 was pulled.',
		'3/4 of the nodes were up.',
		'The MAC 00:1A:2B:3C:4D:5E was seen twice.',
		'fe80::10:05 answered.',
		'10:05 UTC (03:05 PDT) first page',
		'03:05 PDT / 10:05 UTC first page',
		'UTC 10:05: first page',
		'Outage 10:00-11:00 UTC',
	])('%s', (text) => {
		expect(times(text)).toEqual([]);
	});
});

describe('a time without a zone', () => {
	test('is asked about once, not on every line', () => {
		const found = linter.lint('At 14:02 it began.\n\nAt 14:10 it grew.\n\nAt 14:20 it ended.');
		expect(found.map(({rule, message}) => [rule, message])).toEqual([
			['ambiguous-time.bare', '3 times here have no zone: say UTC once, above them'],
		]);
		expect(times('At 14:02 it began.')).toEqual([['ambiguous-time.bare', '14:02', ['14:02 UTC']]]);
	});

	test('is told of once in a stretch that no comment silences', () => {
		const text = '<!-- retro-lint-disable -->\n\n14:02 one\n\n<!-- retro-lint-enable -->\n\n14:10 two\n\n14:20 three';
		expect(times(text, {format: 'document'})).toEqual([['ambiguous-time.bare', '14:10', []]]);
	});

	test('takes no range for an offset', () => {
		expect(times('Outage: 10:00-11:00')).toEqual([['ambiguous-time.bare', '10:00', []]]);
	});

	test('is fine where the app says that times are UTC', () => {
		expect(times('At 14:02 it began.', {utcDeclared: true})).toEqual([]);
	});

	test('is fine beside one that says UTC', () => {
		expect(times('It began at 14:02 and ended at 15:00 UTC.')).toEqual([]);
	});

	test.each(['All times are in UTC.', '## Timeline (UTC)', 'Timeline (all times UTC)', 'All times UTC'])(
		'is fine under: %s',
		(declaration) => {
			expect(times(`${declaration}\n\n- 14:02 it began\n- 14:10 it grew`, {format: 'document'})).toEqual([]);
		},
	);

	test.each(['Time (UTC)', 'UTC', 'Time UTC', 'Date and Time in UTC', 'When [UTC]'])(
		'is fine in a table under: %s',
		(header) => {
			expect(times(`| ${header} | What |\n|---|---|\n| 14:02 | it began |`, {format: 'document'})).toEqual([]);
		},
	);

	test('is a length of time in a row that says so', () => {
		const text = '| Metric | Value |\n|---|---|\n| Time to detect | 00:12 |\n| Duration | 01:40 |';
		expect(times(text, {format: 'document'})).toEqual([]);
	});
});

describe('a declared zone', () => {
	test('is told of once, with all its times', () => {
		const text = '## Timeline\n\nAll times in PST.\n\n- 14:02 it began\n- 14:10 it grew\n- 3:05 pm PST it ended';
		expect(times(text, {format: 'document'})).toEqual([['non-utc.declared-zone', 'PST', []]]);
	});

	test.each([
		'All times PDT.',
		'(times in EST)',
		'Timezone: Europe/Paris',
		'Times below are Pacific.',
		'All timestamps are in Eastern Time (ET).',
		'All times in UTC+1 (Zurich time)',
		'## Timeline (all times in CET/CEST)',
		'## Timeline: (in PT)',
		'**Timeline (CET)**',
		'Note: all times are local.',
	])('is one in: %s', (declaration) => {
		const found = times(`${declaration}\n\n- 14:02 it began\n- 14:10 it grew`, {format: 'document'});
		expect(found.map(([rule]) => rule)).toEqual(['non-utc.declared-zone']);
	});

	test.each([
		'The log is in local time, which misled us.',
		'Timestamps in CET confused the parser.',
		'Servers run in UTC, laptops in PST.',
		'Convert all times from PST to UTC before publishing.',
		'## Upgrade of the broker (MSK)',
		'> All times in PST',
	])('is none in: %s', (text) => {
		expect(times(text, {format: 'document'})).toEqual([]);
	});

	test('holds for its section where there are several', () => {
		const text =
			'## Ours (UTC)\n\n- 14:02 alert\n\n## Their timeline (PST)\n\n- 07:10 ticket\n\n### Later\n\n- 07:20 fix';
		const [finding, ...others] = linter.lint(text, {format: 'document'});
		expect(others).toEqual([]);
		expect(finding?.rule).toBe('non-utc.declared-zone');
	});

	test('does not speak for another zone that is named beside a time', () => {
		const text = 'All times in UTC.\n\n- 14:02 alert\n- 07:10 PDT ticket';
		expect(times(text, {format: 'document'}).map(([rule, words]) => [rule, words])).toEqual([
			['non-utc.zone', '07:10 PDT'],
		]);
	});

	test('is told of in a field too, where bare times are fine', () => {
		expect(times('All times in PST: 10:05 alert, 10:09 fix.', {utcDeclared: true})).toEqual([
			['non-utc.declared-zone', 'PST', []],
		]);
	});
});

test('a 12-hour time is put on the 24-hour clock', () => {
	expect(times('Restored at 3:15 pm.', {utcDeclared: true})).toEqual([
		['non-utc.twelve-hour', '3:15 pm', ['15:15 UTC']],
	]);
	expect(times('Restored at 12:15 a.m. UTC')).toEqual([['non-utc.twelve-hour', '12:15 a.m. UTC', ['00:15 UTC']]]);
});

test('many 12-hour times are told of together', () => {
	const text = '| Time (UTC) | What |\n|---|---|\n| 3:15 pm | a |\n| 3:20 pm | b |\n| 3:25 pm | c |\n| 3:30 pm | d |';
	expect(linter.lint(text, {format: 'document'}).map(({message}) => message)).toEqual([
		'4 times are on the 12-hour clock: write them as 24-hour UTC',
	]);
});

test('a date that reads two ways is asked about, with both readings', () => {
	expect(times('On 03/04/2026 it began.')).toEqual([
		['ambiguous-time.numeric-date', '03/04/2026', ['2026-04-03', '2026-03-04']],
	]);
	expect(times('On 23/04/2026 it began, on 04/04/2026 it ended.')).toEqual([]);
	expect(times('3/4 of the nodes failed, on 2/3 of them twice.')).toEqual([]);
});

describe('words that depend on the day of reading', () => {
	test.each([
		'Yesterday it failed.',
		'We deployed it today.',
		'It broke again last Tuesday.',
		'The key was rotated two days ago.',
		'On Tuesday the key expired.',
	])('are asked about: %s', (text) => {
		expect(times(text).map(([rule]) => rule)).toEqual(['ambiguous-time.relative']);
	});

	test.each([
		'Today the service has no rate limit.',
		'The next day it failed again.',
		'It failed ten minutes later.',
		'It failed yesterday (2018-09-20).',
		'On 2024-05-01 the key was made. On Tuesday it expired.',
		'Deploys on Friday are allowed.',
	])('are left alone: %s', (text) => {
		expect(times(text)).toEqual([]);
	});
});

describe('a pasted chat', () => {
	test('is told of once', () => {
		const text = 'alice  10:32 AM\nanyone else?\nbob  10:33 AM\nyes, looking';
		expect(linter.lint(text, {utcDeclared: true}).map(({rule, message}) => [rule, message])).toEqual([
			['ambiguous-time.chat-stamp', '2 stamps of a chat, which shows local time: write them in UTC'],
		]);
	});

	test('is left alone as a quotation', () => {
		expect(times('> alice  10:32 AM\n> anyone else?', {format: 'document'})).toEqual([]);
	});
});

test('a time in code or in a quotation is not ours to change', () => {
	expect(times('The log has `10:05 PDT`, and the mail said "back at 3 pm".')).toEqual([]);
});
