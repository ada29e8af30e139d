import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDate} from '../../source/time/date.ts';
import {readDueDate} from '../../source/time/due-date.ts';
import {dateOf, instantOf} from '../../source/time/instant.ts';
import {on} from './context.ts';

const friday = on('2026-11-20');
const dates = fc.integer({min: -719_000, max: 2_930_000}).map((days) => dateOf(instantOf(days * 86_400_000)));

describe('a date', () => {
	test.each([
		['2026-11-27', '2026-11-27'],
		['2026/11/27', '2026-11-27'],
		['2026-1-5', '2026-01-05'],
		['today', '2026-11-20'],
		['Yesterday', '2026-11-19'],
		['tomorrow', '2026-11-21'],
		['20 Nov 2026', '2026-11-20'],
		['20th November 2026', '2026-11-20'],
		['Nov 20, 2026', '2026-11-20'],
		['20-Nov-2026', '2026-11-20'],
		['Fri 20 Nov 2026', '2026-11-20'],
		['Friday 2026-11-27', '2026-11-27'],
		['20/11/2026', '2026-11-20'],
		['11/20/2026', '2026-11-20'],
		['05.05.2026', '2026-05-05'],
		['Nov 3', '2026-11-03'],
		['3 Jan', '2027-01-03'],
		['29 Feb 2028', '2028-02-29'],
	])('%s is %s', (typed, date) => {
		expect(readDate(typed, friday)).toMatchObject({kind: 'date', date});
	});

	test('its weekday is told', () => {
		expect(readDate('2026-11-27', friday)).toMatchObject({phrase: 'Friday 2026-11-27'});
	});

	test.each([
		['03/04/2026', '03/04/2026 may be 2026-03-04 or 2026-04-03'],
		['3.4.2026', '3.4.2026 may be 2026-03-04 or 2026-04-03'],
		['03/04/26', '03/04/26 has no year of four digits'],
		['2026-02-30', '2026-02-30 is no date: February 2026 has 28 days'],
		['2026-13-01', '2026-13-01 is no date: there is no month 13'],
		['31/31/2026', '31/31/2026 is no date'],
		['20 Jun', '20 Jun needs its year'],
		['30 Feb', '30 Feb is no date'],
		['Thursday 2026-11-27', '2026-11-27 is no Thursday'],
		['someday', 'someday is no date'],
		['constructor', 'constructor is no date'],
	])('%s is refused: %s', (typed, message) => {
		expect(readDate(typed, friday)).toMatchObject({kind: 'refused', message});
	});

	test('an empty field is empty', () => {
		expect(readDate(' ', friday)).toEqual({kind: 'empty'});
	});

	test('a date and its phrase are read back as the same date, whatever today is', () => {
		fc.assert(
			fc.property(dates, dates, (date, today) => {
				const reading = readDate(date, today);
				expect(reading).toMatchObject({kind: 'date', date});
				expect(reading.kind === 'date' && readDate(reading.phrase, today)).toEqual(reading);
			}),
		);
	});

	test('no text makes it throw', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), dates, (typed, today) => {
				expect(['date', 'empty', 'refused']).toContain(readDueDate(typed, today).kind);
			}),
		);
	});
});

describe('a due date', () => {
	test.each([
		['2026-12-01', 'Tuesday 2026-12-01'],
		['+10d', 'Monday 2026-11-30'],
		['+2w', 'Friday 2026-12-04'],
		['+1m', 'Sunday 2026-12-20'],
		['fri', 'Friday 2026-11-27'],
		['friday', 'Friday 2026-11-27'],
		['mon', 'Monday 2026-11-23'],
		['next fri', 'Friday 2026-11-27'],
		['next mon', 'Monday 2026-11-23'],
		['eow', 'Friday 2026-11-20'],
		['eom', 'Monday 2026-11-30'],
		['tomorrow', 'Saturday 2026-11-21'],
	])('on a Friday, %s is %s', (typed, phrase) => {
		expect(readDueDate(typed, friday)).toMatchObject({kind: 'date', phrase, warning: null});
	});

	test('next Friday is in the week after this one', () => {
		expect(readDueDate('fri', on('2026-11-23'))).toMatchObject({date: '2026-11-27'});
		expect(readDueDate('next fri', on('2026-11-23'))).toMatchObject({date: '2026-12-04'});
	});

	test('the end of the week is the coming Friday from the weekend on', () => {
		expect(readDueDate('eow', on('2026-11-21'))).toMatchObject({date: '2026-11-27'});
	});

	test('a month after the last of January is the last of February', () => {
		expect(readDueDate('+1m', on('2027-01-31'))).toMatchObject({date: '2027-02-28'});
	});

	test('one that is past is read with a warning', () => {
		expect(readDueDate('2026-11-13', friday)).toMatchObject({
			date: '2026-11-13',
			warning: 'Friday 2026-11-13 is past',
		});
	});

	test.each(['+999999y', '+2x', '03/04/2026', '2026-02-30'])('%s is refused', (typed) => {
		expect(readDueDate(typed, friday)).toMatchObject({kind: 'refused'});
	});
});
