import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import * as merge from '../../../source/retro/merge/three-way-text.ts';

const mergeProse = (was: string, ours: string, theirs: string) => merge.mergeProse(was, ours, theirs).text;
const mergeLine = (was: string, ours: string, theirs: string) => merge.mergeLine(was, ours, theirs).text;

const prose = fc
	.array(fc.constantFrom('the', 'db', 'failed', 'at', 'noon', '\n', '\n\n', 'and', 'came', 'back'), {maxLength: 20})
	.map((words) => words.join(' '));

describe('two wordings of one prose', () => {
	test('changed in different paragraphs are both there', () => {
		const was = 'The deploy failed.\n\nUsers saw errors.\n\nIt was rolled back.';
		const ours = 'The deploy failed at noon.\n\nUsers saw errors.\n\nIt was rolled back.';
		const theirs = 'The deploy failed.\n\nUsers saw errors.\n\nIt was rolled back in ten minutes.';
		expect(mergeProse(was, ours, theirs)).toBe(
			'The deploy failed at noon.\n\nUsers saw errors.\n\nIt was rolled back in ten minutes.',
		);
	});

	test('changed in different words of one sentence are both there', () => {
		const was = 'The db failed at noon';
		expect(mergeProse(was, 'The database failed at noon', 'The db failed at 12:00')).toBe(
			'The database failed at 12:00',
		);
	});

	test('where one goes on writing at the end of what the other changed are both there', () => {
		expect(mergeProse('The db', 'The db failed', 'The database')).toBe('The database failed');
		expect(mergeProse('One.', 'One more.', 'One.\n\nTwo.')).toBe('One more.\n\nTwo.');
	});

	test('of the same words become two paragraphs, theirs first', () => {
		expect(mergeProse('We lost', 'We lost the primary', 'We lost two nodes')).toBe(
			'We lost two nodes\n\nWe lost the primary',
		);
		expect(mergeProse('', 'Mine', 'Theirs')).toBe('Theirs\n\nMine');
	});

	test('stay whole where the other side took the words away', () => {
		expect(mergeProse('Old words', '', 'New words')).toBe('New words');
		expect(mergeProse('Old words', 'New words', '')).toBe('New words');
	});

	test('are the one that was changed where only one was', () => {
		fc.assert(
			fc.property(prose, prose, (was, changed) => {
				expect(mergeProse(was, changed, was)).toBe(changed);
				expect(mergeProse(was, was, changed)).toBe(changed);
				expect(mergeProse(was, changed, changed)).toBe(changed);
			}),
		);
	});

	test('lose no word that either side added', () => {
		fc.assert(
			fc.property(prose, fc.nat(20), fc.nat(20), (was, first, second) => {
				const merged = mergeProse(was, withWord(was, first, 'OURS'), withWord(was, second, 'THEIRS'));
				expect(merged.split(/\s+/)).toEqual(expect.arrayContaining(['OURS', 'THEIRS']));
			}),
		);
	});
});

describe('two wordings of one line', () => {
	test('are merged by words', () => {
		expect(mergeLine('CPU at 90', 'CPU at 95', 'Primary CPU at 90')).toBe('Primary CPU at 95');
	});

	test('of the same words stand beside each other', () => {
		expect(mergeLine('CPU high', 'CPU at 95 %', 'CPU at 80 %')).toBe('CPU at 80 % / CPU at 95 %');
	});
});

function withWord(text: string, place: number, word: string): string {
	return text.split(' ').toSpliced(place, 0, word).join(' ');
}
