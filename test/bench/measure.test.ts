import {expect, test} from 'vitest';
import {interleave, median, quantile} from './measure.ts';
import {tableOf} from './table.ts';

test('the median and the 95th percentile are values that were measured', () => {
	const values = Array.from({length: 100}, (_, index) => 100 - index);
	expect(median(values)).toBe(50);
	expect(quantile(values, 0.95)).toBe(95);
	expect(median([7])).toBe(7);
	expect(median([])).toBeNaN();
});

test('subjects take turns', async () => {
	const turns: string[] = [];
	const subject = (name: string, value: number) => () => {
		turns.push(name);
		return value;
	};
	expect(await interleave(2, [subject('one', 1), subject('other', 2)])).toEqual([
		[1, 1],
		[2, 2],
	]);
	expect(turns).toEqual(['one', 'other', 'one', 'other']);
});

test('the table shows a ratio with its aim, and a value without a baseline as it is', () => {
	const table = tableOf([
		{name: 'start', value: 90, unit: 'ms', baseline: {name: 'empty node', value: 30}, target: 4},
		{name: 'memory', value: 70, unit: 'MB', target: 110},
	]);
	expect(table).toMatch(/^start +90\.0 ms +30\.0 ms, empty node +3\.00 +≤ 4 ×$/m);
	expect(table).toMatch(/^memory +70\.0 MB +≤ 110 MB$/m);
});
