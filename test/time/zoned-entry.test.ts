import {describe, expect, test} from 'vitest';
import {readEntry} from '../../source/time/entry.ts';
import {at, bare, evening} from './context.ts';

describe('a time in another zone', () => {
	test.each([
		['2:51am pst budget closes', '2026-11-20T10:51:00Z', '2:51am pst', 'PST is UTC-8'],
		['2026-07-01 10:05 PDT x', '2026-07-01T17:05:00Z', '2026-07-01 10:05 PDT', 'PDT is UTC-7'],
		['10:05 (CET) x', '2026-11-20T09:05:00Z', '10:05 (CET)', 'CET is UTC+1'],
		['15:35 NPT x', '2026-11-20T09:50:00Z', '15:35 NPT', 'NPT is UTC+5:45'],
		['10:05 +02:00 x', '2026-11-20T08:05:00Z', '10:05 +02:00', 'from UTC+2'],
		['10:05 +0200 x', '2026-11-20T08:05:00Z', '10:05 +0200', 'from UTC+2'],
		['10:05-07:00 x', '2026-11-20T17:05:00Z', '10:05-07:00', 'from UTC-7'],
		['10:05 UTC+2 x', '2026-11-20T08:05:00Z', '10:05 UTC+2', 'from UTC+2'],
		['2026-11-20T10:05:00+02:00 x', '2026-11-20T08:05:00Z', '2026-11-20T10:05:00+02:00', 'from UTC+2'],
		['2026-11-20 10:05:00-07 x', '2026-11-20T17:05:00Z', '2026-11-20 10:05:00-07', 'from UTC-7'],
		['10:05 Europe/Berlin x', '2026-11-20T09:05:00Z', '10:05 Europe/Berlin', 'Europe/Berlin is UTC+1'],
		['10:05 america/new_york x', '2026-11-20T15:05:00Z', '10:05 america/new_york', 'America/New_York is UTC-5'],
		['2026-07-01 10:05 ET x', '2026-07-01T14:05:00Z', '2026-07-01 10:05 ET', 'ET is UTC-4'],
		['10:05 EST x', '2026-11-20T15:05:00Z', '10:05 EST', 'EST is UTC-5'],
	])('%s is %s and says so', (line, instant, typed, note) => {
		expect(readEntry(line, evening)).toMatchObject({kind: 'timed', at: instant, typed, note});
	});

	test('today and yesterday are days of that zone', () => {
		const context = {...bare, now: at('2026-11-20T03:00:00Z')};
		expect(readEntry('today 3pm PST x', context)).toMatchObject({at: '2026-11-19T23:00:00Z'});
		expect(readEntry('yesterday 3pm PST x', context)).toMatchObject({at: '2026-11-18T23:00:00Z'});
	});

	test.each(['10:05 API is down', '10:05 GET /health fails', '10:05 art director paged', '10:05 CI/CD is stuck'])(
		'%s names no zone',
		(line) => {
			expect(readEntry(line, evening)).toMatchObject({kind: 'timed', at: '2026-11-20T10:05:00Z', text: line.slice(6)});
		},
	);
});

describe('an abbreviation of several zones', () => {
	test.each(['CST', 'IST', 'BST', 'AST', 'AEST'])('%s is never guessed', (zone) => {
		const reading = readEntry(`10:05 ${zone} x`, evening);
		expect(reading).toMatchObject({kind: 'refused', typed: `10:05 ${zone}`, text: 'x'});
		expect(reading.kind === 'refused' && new Set(reading.readings.map((one) => one.at)).size).toBeGreaterThan(1);
	});

	test('the readings are told in words', () => {
		expect(readEntry('10:05 IST x', evening)).toMatchObject({
			message: 'IST may be UTC+5:30 (Kolkata), UTC+1 (Dublin) or UTC+2 (Jerusalem)',
			readings: [
				{label: 'India Standard Time, UTC+5:30', at: '2026-11-20T04:35:00Z'},
				{label: 'Irish Standard Time, UTC+1', at: '2026-11-20T09:05:00Z'},
				{label: 'Israel Standard Time, UTC+2', at: '2026-11-20T08:05:00Z'},
				{label: 'Dublin that day: UTC+0', at: '2026-11-20T10:05:00Z'},
			],
		});
	});

	test('each reading knows what settles it: the place, or the offset where the place does not keep it', () => {
		const settled = (line: string): unknown[] => {
			const reading = readEntry(line, evening);
			return reading.kind === 'refused' ? reading.readings.map(({settles}) => settles?.zone) : [];
		};
		expect(settled('10:05 IST x')).toEqual(['Asia/Kolkata', '+01:00', 'Asia/Jerusalem', 'Europe/Dublin']);
		expect(settled('2026-07-01 10:05 EST x')).toEqual(['America/Panama', 'America/New_York']);
		expect(settled('2026-11-01 1:30am ET x')).toEqual([undefined, undefined]);
	});

	test('what settles a reading makes the same line read so', () => {
		for (const line of ['10:05 IST x', '2026-06-10 10:05 CST x', '2026-07-01 10:05 EST x', '2026-01-10 10:05 BST x']) {
			const reading = readEntry(line, evening);
			const choices = reading.kind === 'refused' ? reading.readings : [];
			expect(choices.length).toBeGreaterThan(1);
			for (const {at: instant, settles} of choices) {
				const zones = settles === undefined ? {} : {[settles.abbreviation]: settles.zone};
				expect(readEntry(line, {...evening, zones})).toMatchObject({kind: 'timed', at: instant});
			}
		}
	});

	test('EST is refused outside its season', () => {
		expect(readEntry('2026-07-01 10:05 EST x', evening)).toMatchObject({
			kind: 'refused',
			readings: [{at: '2026-07-01T15:05:00Z'}, {at: '2026-07-01T14:05:00Z'}],
		});
	});

	test('a team settles it once', () => {
		expect(readEntry('10:05 ist x', {...evening, zones: {IST: 'Asia/Kolkata'}})).toMatchObject({
			kind: 'timed',
			at: '2026-11-20T04:35:00Z',
			note: 'IST is UTC+5:30, Asia/Kolkata',
		});
	});

	test('a team may settle letters of its own', () => {
		expect(readEntry('10:05 HQ x', {...evening, zones: {HQ: 'Europe/Berlin'}})).toMatchObject({
			at: '2026-11-20T09:05:00Z',
		});
	});

	test('a configuration that names no zone is told of', () => {
		expect(readEntry('10:05 IST x', {...evening, zones: {IST: 'India'}})).toMatchObject({
			kind: 'refused',
			message: 'IST is settled as India, which is no known time zone',
		});
	});
});

describe('clocks that change', () => {
	test('an hour that was skipped is refused with the reading by either offset', () => {
		expect(readEntry('2026-03-29 02:30 Europe/Berlin x', evening)).toMatchObject({
			kind: 'refused',
			message: '02:30 was skipped by the clocks in Berlin on 2026-03-29',
			readings: [
				{label: 'UTC+2, Berlin', at: '2026-03-29T00:30:00Z'},
				{label: 'UTC+1, Berlin', at: '2026-03-29T01:30:00Z'},
			],
		});
	});

	test('an hour that came twice is refused with both', () => {
		expect(readEntry('2026-11-01 1:30am ET x', evening)).toMatchObject({
			kind: 'refused',
			message: '1:30am came twice in New York on 2026-11-01',
			readings: [
				{label: 'UTC-4, New York', at: '2026-11-01T05:30:00Z'},
				{label: 'UTC-5, New York', at: '2026-11-01T06:30:00Z'},
			],
		});
	});

	test('what the refusal proposes is accepted', () => {
		expect(readEntry('2026-03-29 02:30 +02:00 x', evening)).toMatchObject({at: '2026-03-29T00:30:00Z'});
	});
});

describe('warnings', () => {
	function kinds(line: string, context = evening): string[] {
		const reading = readEntry(line, context);
		return reading.kind === 'timed' ? reading.warnings.map(({kind}) => kind) : ['no time'];
	}

	test('a time more than five minutes ahead', () => {
		expect(kinds('23:05 x')).toEqual([]);
		expect(kinds('23:06 x')).toEqual(['future']);
	});

	test("a time before the incident's start", () => {
		expect(kinds('09:50 x')).toEqual([]);
		expect(kinds('09:49 x')).toEqual(['before-start']);
	});

	test('PST in summer', () => {
		expect(kinds('2026-07-01 10:05 PST x', bare)).toEqual(['not-observed']);
		expect(kinds('2026-07-01 10:05 PDT x', bare)).toEqual([]);
		expect(readEntry('2026-06-10 10:05 PST x', bare)).toMatchObject({
			at: '2026-06-10T18:05:00Z',
			note: 'PST is UTC-8',
			warnings: [{message: 'that day Los Angeles was on PDT, UTC-7: 17:05 UTC?'}],
			readings: [
				{label: 'Pacific Standard Time, UTC-8', at: '2026-06-10T18:05:00Z'},
				{at: '2026-06-10T17:05:00Z', settles: {abbreviation: 'PST', zone: 'America/Los_Angeles'}},
			],
		});
	});

	test('CEST in winter, and a time by the clocks that is on another day', () => {
		expect(readEntry('2026-12-01 00:30 CEST x', bare)).toMatchObject({
			at: '2026-11-30T22:30:00Z',
			warnings: [{kind: 'future'}, {message: 'that day Berlin was on CET, UTC+1: 23:30 UTC?'}],
		});
		expect(readEntry('2026-06-10 16:30 PST x', bare)).toMatchObject({
			warnings: [{message: 'that day Los Angeles was on PDT, UTC-7: 2026-06-10 23:30 UTC?'}],
		});
	});

	test('an hour that the clocks skipped has no reading by them', () => {
		const reading = readEntry('2026-03-08 02:30 PST x', bare);
		expect(reading).toMatchObject({at: '2026-03-08T10:30:00Z', readings: []});
		expect(reading.kind === 'timed' && reading.warnings.map(({message}) => message)).toEqual([
			'that day Los Angeles was on PDT, UTC-7',
		]);
	});

	test('the old year in January', () => {
		const january = {...bare, now: at('2027-01-05T12:00:00Z')};
		expect(kinds('2026-01-04 10:05 x', january)).toEqual(['wrong-year']);
		expect(kinds('2027-12-30 10:05 x', january)).toEqual(['wrong-year']);
		expect(kinds('2026-12-30 10:05 x', january)).toEqual([]);
		expect(kinds('2026-06-04 10:05 x', january)).toEqual([]);
	});
});
