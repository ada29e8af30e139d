import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type EntryReading, readEntry} from '../../source/time/entry.ts';
import {isInstant} from '../../source/time/instant.ts';
import {at, bare, evening, on} from './context.ts';

function read(line: string, context = evening): Partial<Record<string, unknown>> & EntryReading {
	return readEntry(line, context);
}

describe('a time in front of an entry', () => {
	test.each([
		['1005 on-call acked', '2026-11-20T10:05:00Z', 'on-call acked'],
		['10:05 acked', '2026-11-20T10:05:00Z', 'acked'],
		['10:05:30 acked', '2026-11-20T10:05:30Z', 'acked'],
		['10:05:30.987 acked', '2026-11-20T10:05:30Z', 'acked'],
		['3:05pm acked', '2026-11-20T15:05:00Z', 'acked'],
		['3pm acked', '2026-11-20T15:00:00Z', 'acked'],
		['3 PM acked', '2026-11-20T15:00:00Z', 'acked'],
		['17:14pm acked', '2026-11-20T17:14:00Z', 'acked'],
		['1005utc acked', '2026-11-20T10:05:00Z', 'acked'],
		['12pm acked', '2026-11-20T12:00:00Z', 'acked'],
		['12:30 a.m. acked', '2026-11-21T00:30:00Z', 'acked'],
		['[10:05] acked', '2026-11-20T10:05:00Z', 'acked'],
		['[10:05 UTC] acked', '2026-11-20T10:05:00Z', 'acked'],
		['10:05Z acked', '2026-11-20T10:05:00Z', 'acked'],
		['10:05 GMT acked', '2026-11-20T10:05:00Z', 'acked'],
		['2026-11-19 10:05 acked', '2026-11-19T10:05:00Z', 'acked'],
		['2026-11-19T10:05Z acked', '2026-11-19T10:05:00Z', 'acked'],
		['2026-11-19T10:05:30.123Z acked', '2026-11-19T10:05:30Z', 'acked'],
		['yesterday 10:05 acked', '2026-11-19T10:05:00Z', 'acked'],
		['today 1005 acked', '2026-11-20T10:05:00Z', 'acked'],
		['now acked', '2026-11-20T23:00:00Z', 'acked'],
		['= acked', '2026-11-20T10:00:00Z', 'acked'],
		['+5 acked', '2026-11-20T10:05:00Z', 'acked'],
		['+1h30m acked', '2026-11-20T11:30:00Z', 'acked'],
		['+1h30 acked', '2026-11-20T11:30:00Z', 'acked'],
		['+90s acked', '2026-11-20T10:01:30Z', 'acked'],
		['-5m acked', '2026-11-20T22:55:00Z', 'acked'],
		['1763633100 acked', '2025-11-20T10:05:00Z', 'acked'],
		['1763633100123 acked', '2025-11-20T10:05:00Z', 'acked'],
		['1763633100.123456 acked', '2025-11-20T10:05:00Z', 'acked'],
	])('%s is %s', (line, instant, text) => {
		expect(read(line)).toMatchObject({kind: 'timed', at: instant, text, typed: '', note: null});
	});

	test.each([
		['10:05 - acked', 'acked'],
		['10:05: acked', 'acked'],
		['10:05 – acked', 'acked'],
		['10:05 UTC ::::: acked', 'acked'],
		['- **10:05 UTC** - acked', 'acked'],
		['* `[10:05 UTC]` acked', 'acked'],
		['10:05 -5 replicas', '-5 replicas'],
		['10:05 +2 pods', '+2 pods'],
		['10:05', ''],
	])('%s leaves the text "%s"', (line, text) => {
		expect(read(line)).toMatchObject({kind: 'timed', at: '2026-11-20T10:05:00Z', text});
	});

	test('the span covers the time with its brackets and zone', () => {
		const line = '  [2:51am pst] budget closes';
		const reading = read(line);
		expect(reading.kind === 'timed' && line.slice(reading.span.start, reading.span.end)).toBe('[2:51am pst]');
	});
});

describe('a link to a chat message in front of an entry', () => {
	test.each([
		['https://acme.slack.com/archives/C024BE91L/p1763633100123456', '2025-11-20T10:05:00Z'],
		[
			'https://acme.slack.com/archives/C024BE91L/p1763633100123456?thread_ts=1763633000.000100&cid=C024BE91L',
			'2025-11-20T10:05:00Z',
		],
		['https://acme.enterprise.slack.com/archives/G024/p1763633100123456', '2025-11-20T10:05:00Z'],
		[
			'https://teams.microsoft.com/l/message/19:1a2b@thread.tacv2/1763633100652?tenantId=1-2&createdTime=1763633100652',
			'2025-11-20T10:05:00Z',
		],
		['https://discord.com/channels/81384788765712384/81384788765712384/175928847299117063', '2016-04-30T11:18:25Z'],
	])('%s carries its instant, and stands behind what happened', (link, instant) => {
		const timed = {kind: 'timed', at: instant, text: `rolled back ${link}`, typed: '', note: 'from the link'};
		expect(read(`${link} rolled back`)).toMatchObject(timed);
		expect(read(`- <${link}> - rolled back`)).toMatchObject(timed);
		expect(read(`${link} rolled back ${link}`)).toMatchObject(timed);
		expect(read(link)).toMatchObject({...timed, text: ''});
	});

	test.each([
		'https://ci.example.com/run/1763633100123 failed',
		'https://acme.slack.com/archives/C024BE91L rolled back',
		'https://acme.slack.com/archives/C024BE91L/p17636331001234567 rolled back',
		'https://slack.com.example.com/archives/C024/p1763633100123456 rolled back',
		'<https://acme.slack.com/archives/C024/p1763633100123456|here> rolled back',
	])('%s is text', (line) => {
		expect(read(line)).toEqual({kind: 'text', text: line});
	});
});

describe('numbers that are no time', () => {
	test.each([
		'5xx errors',
		'503 errors',
		'10 servers down',
		'5000 users affected',
		'1200ms at the 95th percentile',
		'1:1 with the team',
		'16:9 stream broke',
		'10.0.0.5 unreachable',
		'10:05:30:ab:cd:ef joined',
		'2026-11-20 release notes',
		'2026-02-30 release notes',
		'+5% errors',
		'-5°C in the hall',
		'==== end ====',
		'nowhere to be seen',
		'[SEV1] declared',
		'[10:05 is not closed',
		'1005-on-call',
		'1005th request',
		'10:05ish it began',
		'',
	])('"%s" is text', (line) => {
		expect(read(line)).toEqual({kind: 'text', text: line});
	});
});

describe('the date of a time that has none', () => {
	test('after midnight it is the day after the entry before', () => {
		expect(read('00:10 x', {...bare, previous: at('2026-11-20T23:50:00Z')})).toMatchObject({
			at: '2026-11-21T00:10:00Z',
		});
	});

	test('up to six hours before the entry before it is earlier, not the next day', () => {
		const context = {...bare, previous: at('2026-11-20T01:00:00Z')};
		expect(read('19:00 x', context)).toMatchObject({at: '2026-11-19T19:00:00Z'});
		expect(read('18:59 x', context)).toMatchObject({at: '2026-11-20T18:59:00Z'});
	});

	test("it leans on the incident's start where there is no entry before", () => {
		expect(read('00:10 x', {...bare, incidentStart: at('2026-03-01T22:00:00Z')})).toMatchObject({
			at: '2026-03-02T00:10:00Z',
		});
	});

	test('it is the day of the incident where only that is known', () => {
		expect(read('23:50 x', {...bare, incidentDate: on('2026-11-18')})).toMatchObject({at: '2026-11-18T23:50:00Z'});
	});

	test('with nothing else known it is the last such time', () => {
		expect(read('23:50 x', {...bare, now: at('2026-11-21T00:10:00Z')})).toMatchObject({at: '2026-11-20T23:50:00Z'});
	});

	test('the days are those of the zone that was typed', () => {
		expect(read('11:30pm PST x', {...bare, previous: at('2026-11-21T07:00:00Z')})).toMatchObject({
			at: '2026-11-21T07:30:00Z',
		});
	});
});

describe('a refusal', () => {
	test.each([
		['25:61 x', '25:61 is no time of day'],
		['24:00 x', '24:00 is no time of day'],
		['10:60 UTC x', '10:60 is no time of day'],
		['13pm x', '13pm is no time of day'],
		['2026-02-30 10:05 x', '2026-02-30 is no date: February 2026 has 28 days'],
		['2026-13-01 10:05 x', '2026-13-01 is no date: there is no month 13'],
		['23:59:60 x', '23:59:60 has a leap second, which cannot be stored'],
		['10:05 +25:00 x', '+25:00 is no distance from UTC'],
		['10:05 Europe/Berlyn x', 'Europe/Berlyn is no known time zone'],
		['10:05-10:20 x', '10:05-10:20 is a span of two times'],
		['10:05 UTC to 10:20 x', '10:05 UTC to 10:20 is a span of two times'],
		['0000-01-01 00:00+14:00 x', '00:00 is out of reach'],
		['+99999999999d x', '+99999999999d is out of reach'],
	])('%s: %s', (line, message) => {
		const reading = read(line);
		expect(reading).toMatchObject({kind: 'refused', message, text: 'x'});
		expect(reading.kind === 'refused' && reading.hint).toBeTruthy();
	});

	test.each(['=', '+5'])('%s needs an entry before', (typed) => {
		expect(read(`${typed} x`, bare)).toMatchObject({
			kind: 'refused',
			typed,
			message: `${typed} needs an entry before this one`,
		});
	});

	test('what may be a span or a zone is handed back with both readings', () => {
		expect(read('10:05-11:00 x')).toMatchObject({
			kind: 'refused',
			readings: [{at: '2026-11-20T10:05:00Z'}, {at: '2026-11-20T21:05:00Z'}],
		});
	});
});

test('no line makes it throw, and what it reads is an instant', () => {
	const fragment = fc.constantFrom(
		...[
			'now',
			'=',
			'+',
			'-',
			'5',
			'10',
			':',
			'05',
			'1005',
			'pm',
			' ',
			'T',
			'Z',
			'UTC',
			'PST',
			'IST',
			'EST',
			'est',
			'[',
		],
		...[']', '(', ')', '2026-11-20', '2026-02-30', '9999-12-31', '0000-01-01', 'today ', 'Europe/Berlin', 'Etc/GMT+12'],
		...[
			'23:59',
			'00:00',
			'+14:00',
			'-12:00',
			'1700000000',
			'999999999999999999',
			'h',
			'm',
			'd',
			'**',
			'`',
			'–',
			'\u0000',
			'🙂',
		],
	);
	const line = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.array(fragment, {maxLength: 8}).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(line, fc.constantFrom(evening, bare), (typed, context) => {
			const reading = readEntry(typed, context);
			if (reading.kind === 'timed') expect(isInstant(reading.at)).toBe(true);
			if (reading.kind === 'refused') expect(reading.readings.every((one) => isInstant(one.at))).toBe(true);
			if (reading.kind !== 'text') expect(reading.span.end).toBeLessThanOrEqual(typed.length);
		}),
		{numRuns: 1000},
	);
});
