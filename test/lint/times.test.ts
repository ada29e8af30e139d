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
		['on 2026-03-01 22:20 PDT', '2026-03-01 22:20 PDT', '2026-03-02 05:20 UTC'],
	])('%s', (text, words, suggestion) => {
		expect(times(text)).toEqual([['non-utc.zone', words, [suggestion]]]);
	});

	test('both ends of a range', () => {
		expect(times('from 10:05 to 10:40 PDT').map(([, , suggestions]) => suggestions)).toEqual([
			['17:05 UTC'],
			['17:40 UTC'],
		]);
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
	])('%s', (text) => {
		expect(times(text)).toEqual([]);
	});
});

describe('a time without a zone', () => {
	test('is asked about once, not on every line', () => {
		expect(times('At 14:02 it began.\n\nAt 14:10 it grew.\n\nAt 14:20 it ended.')).toEqual([
			['ambiguous-time.bare', '14:02', ['14:02 UTC']],
		]);
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

	test('is fine in a table whose header says UTC', () => {
		expect(times('| Time (UTC) | What |\n|---|---|\n| 14:02 | it began |', {format: 'document'})).toEqual([]);
	});
});

test('a document that declares another zone is told so once', () => {
	const text = '## Timeline\n\nAll times in PST.\n\n- 14:02 it began\n- 14:10 it grew\n- 3:05 pm it ended';
	expect(times(text, {format: 'document'})).toEqual([['non-utc.declared-zone', 'PST', []]]);
});

test('a 12-hour time is put on the 24-hour clock', () => {
	expect(times('Restored at 3:15 pm.', {utcDeclared: true})).toEqual([
		['non-utc.twelve-hour', '3:15 pm', ['15:15 UTC']],
	]);
	expect(times('Restored at 12:15 a.m. UTC')).toEqual([['non-utc.twelve-hour', '12:15 a.m. UTC', ['00:15 UTC']]]);
});

test('a date that reads two ways is asked about, one that does not is not', () => {
	expect(times('On 03/04/2026 it began.')).toEqual([['ambiguous-time.numeric-date', '03/04/2026', []]]);
	expect(times('On 23/04/2026 it began, on 04/04/2026 it ended.')).toEqual([]);
});

test('a time in code or in a quotation is not ours to change', () => {
	expect(times('The log has `10:05 PDT`, and the mail said "back at 3 pm".')).toEqual([]);
});
