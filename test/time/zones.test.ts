import {describe, expect, test} from 'vitest';
import {cityOfPlace, isEverydayWord, zoneAbbreviations, zoneNamed, zoneReadings} from '../../source/time/zones.ts';

describe('abbreviations of zones', () => {
	test('PDT stands for one zone, seven hours behind UTC', () => {
		expect(zoneReadings('PDT')).toEqual([
			{abbreviation: 'PDT', name: 'Pacific Daylight Time', offset: -420, city: 'America/Los_Angeles'},
		]);
	});

	test('lower case is looked up as well', () => {
		expect(zoneReadings('pdt')).toEqual(zoneReadings('PDT'));
	});

	test.each(['CST', 'IST', 'BST', 'EST', 'AST', 'AEST'])('%s has several readings', (abbreviation) => {
		expect(zoneReadings(abbreviation).length).toBeGreaterThan(1);
	});

	test('India is five and a half hours ahead', () => {
		expect(zoneReadings('IST').map(({offset}) => offset)).toContain(330);
	});

	test.each(['API', 'GET', 'UTC', 'constructor', '__proto__', ''])('"%s" is none', (letters) => {
		expect(zoneReadings(letters)).toEqual([]);
	});

	test('art and eat are words, pst is not', () => {
		expect(['art', 'eat', 'pst'].map(isEverydayWord)).toEqual([true, true, false]);
	});

	test('every city is a zone this machine knows, and keeps the offset at some time of the year', () => {
		for (const reading of zoneAbbreviations.flatMap(zoneReadings)) {
			const kept = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((day) => offsetIn(reading.city, new Date(day)));
			if (reading.offset !== null) expect(kept, `${reading.abbreviation} in ${reading.city}`).toContain(reading.offset);
		}
	});
});

/** Minutes east of UTC, read out of the platform's own words: `GMT+05:30`. */
function offsetIn(timeZone: string, date: Date): number {
	const parts = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(date);
	const [, sign, hours = 0, minutes = 0] =
		/([+-])(\d\d):(\d\d)/.exec(parts.find(({type}) => type === 'timeZoneName')?.value ?? '') ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

describe('names of zones in words', () => {
	test.each([
		['Pacific Daylight Time', 'PDT'],
		['central european time', 'CET'],
		['Eastern Time', 'ET'],
		['US Central Standard Time', 'CST'],
	])('%s is %s', (words, abbreviation) => {
		expect(zoneReadings(abbreviation)).toContainEqual({...zoneNamed(words), abbreviation});
	});

	test.each(['Response Time', 'time', ''])('"%s" is none', (words) => {
		expect(zoneNamed(words)).toBeNull();
	});

	test.each([
		['Berlin', 'Europe/Berlin'],
		['new york', 'America/New_York'],
		['Gotham', null],
		['', null],
	])('the zone of "%s" is %s', (place, zone) => {
		expect(cityOfPlace(place)).toBe(zone);
	});
});
