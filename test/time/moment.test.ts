import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {formatMinute, printMoment} from '../../source/time/format.ts';
import {instantOf} from '../../source/time/instant.ts';
import {readMoment} from '../../source/time/moment.ts';
import {at, bare, evening} from './context.ts';

/** Whole seconds of the years 0000 to 9999. */
const instants = fc.integer({min: -62_167_219_200, max: 253_402_300_799}).map((seconds) => instantOf(seconds * 1000));

describe('a field that is a time', () => {
	test('an empty one is empty', () => {
		expect(readMoment('  ', evening)).toEqual({kind: 'empty'});
	});

	test('it takes the same grammar as the entry line', () => {
		expect(readMoment(' 2:51am pst ', evening)).toEqual({
			kind: 'moment',
			at: '2026-11-20T10:51:00Z',
			typed: '2:51am pst',
			note: 'PST is UTC-8',
			warnings: [],
			readings: [],
		});
	});

	test('the end of an impact may be told by its length', () => {
		expect(readMoment('+47m', {...bare, previous: at('2026-11-20T10:00:00Z')})).toMatchObject({
			at: '2026-11-20T10:47:00Z',
		});
	});

	test('Now may be written at the beginning of a sentence', () => {
		expect(readMoment('Now', evening)).toMatchObject({kind: 'moment', at: evening.now});
	});

	test.each([
		['soon', 'soon is no time'],
		['2026-11-20', '2026-11-20 is no time'],
		['10:05 or so', 'or so is more than a time'],
		['25:61', '25:61 is no time of day'],
		['10:05 IST', 'IST may be UTC+5:30 (Kolkata), UTC+1 (Dublin) or UTC+2 (Jerusalem)'],
	])('"%s" is refused: %s', (typed, message) => {
		expect(readMoment(typed, evening)).toMatchObject({kind: 'refused', message});
	});

	test('a time that was printed is read back as the same instant', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(evening, bare), (instant, context) => {
				expect(readMoment(printMoment(instant), context)).toMatchObject({kind: 'moment', at: instant, typed: ''});
				expect(readMoment(formatMinute(instant), context)).toMatchObject({kind: 'moment', at: instant, typed: ''});
				expect(readMoment(instant, context)).toMatchObject({kind: 'moment', at: instant, typed: ''});
			}),
		);
	});

	test('a time printed at any distance from UTC is read back as the same instant', () => {
		const quarters = fc.integer({min: -48, max: 56}).filter((count) => count === 0 || Math.abs(count) >= 4);
		const recent = fc.integer({min: 0, max: 4_000_000_000}).map((seconds) => instantOf(seconds * 1000));
		fc.assert(
			fc.property(recent, quarters, (instant, count) => {
				const local = instantOf(Date.parse(instant) + count * 900_000);
				const size = Math.abs(count) * 15;
				const clock = `${String(Math.trunc(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
				const typed = `${local.slice(0, 19)}${count < 0 ? '-' : '+'}${clock}`;
				expect(readMoment(typed, bare)).toMatchObject({kind: 'moment', at: instant});
			}),
		);
	});

	test('no text makes it throw', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), (typed) => {
				expect(['moment', 'empty', 'refused']).toContain(readMoment(typed, evening).kind);
			}),
		);
	});
});
