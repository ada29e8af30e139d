import {expect, test} from 'vitest';
import {remembered} from '../../source/lint/remembered.ts';

function counted() {
	const asked: number[] = [];
	const double = remembered(
		(question: number) => {
			asked.push(question);
			return 2 * question;
		},
		(question) => String(question),
	);
	return {asked, double};
}

test('what is asked again and again is answered once, however much is asked between', () => {
	const {asked, double} = counted();
	for (let question = 1; question < 30_000; question++) {
		double(question);
		double(0);
	}
	expect(double(0)).toBe(0);
	expect(asked.filter((question) => question === 0)).toEqual([0]);
});

test('what was not asked for long is forgotten', () => {
	const {asked, double} = counted();
	for (let question = 0; question < 30_000; question++) double(question);
	double(0);
	expect(asked.filter((question) => question === 0)).toEqual([0, 0]);
});
