/** What the lint tells apart, on our own labelled sets. `npm run measure` says more of them. */
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {isTimeFound, isWordingFound, type Labelled, readSet} from '../measure/labelled.ts';
import {scoreOf} from '../measure/score.ts';

const linter = createLinter();

function set(name: string): Labelled[] {
	return readSet(new URL(`labelled/${name}.jsonl`, import.meta.url));
}

function lines(texts: readonly {readonly wrong: readonly Labelled[]}[]): string {
	return texts.flatMap(({wrong}) => wrong.map(({text}) => text)).join('\n');
}

describe('sentences that the rules were written with', () => {
	const {precision, recall, missed, falseAlarms} = scoreOf(set('wording-tuned'), (text) =>
		isWordingFound(linter, text),
	);

	test('at least 97 of 100 blameful ones are found', () => {
		expect(recall, lines(missed)).toBeGreaterThanOrEqual(0.97);
	});

	test('at least 99 of 100 findings are on blameful ones', () => {
		expect(precision, lines(falseAlarms)).toBeGreaterThanOrEqual(0.99);
	});
});

describe('snippets of times', () => {
	test('are told apart as in the set that was tuned to', () => {
		const {precision, recall} = scoreOf(set('times-tuned'), (text) => isTimeFound(linter, text));
		expect(precision).toBeGreaterThanOrEqual(0.95);
		expect(recall).toBeGreaterThanOrEqual(0.9);
	});
});
