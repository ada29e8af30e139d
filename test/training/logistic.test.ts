import {expect, test} from 'vitest';
import {type Example, probabilityOf, type Settings, shuffled, train} from './logistic.ts';

const settings: Settings = {rate: 0.5, sparseness: 0.1, smallness: 1, rounds: 20, fewest: 1};

function example(words: string, isPositive: boolean): Example {
	return {features: words.split(' '), isPositive, weight: 1};
}

const examples = [
	example('bob forgot the flag', true),
	example('ana forgot the key', true),
	example('the job lost the flag', false),
	example('the key was rotated', false),
];

test('what is learnt tells the examples apart', () => {
	const weights = train(examples, settings);
	expect(probabilityOf(weights, ['carl', 'forgot', 'it'])).toBeGreaterThan(0.5);
	expect(probabilityOf(weights, ['the', 'job', 'was', 'late'])).toBeLessThan(0.5);
});

test('the same examples give the same weights', () => {
	expect(train(examples, settings)).toEqual(train(examples, settings));
});

test('features of too few examples are left out', () => {
	const weights = train(examples, {...settings, fewest: 2});
	expect([...weights.weights.keys()].every((name) => ['forgot', 'the', 'flag', 'key'].includes(name))).toBe(true);
});

test('an order holds each number once, and another seed gives another', () => {
	expect(shuffled(50, 1).toSorted((a, b) => a - b)).toEqual(Array.from({length: 50}, (_, index) => index));
	expect(shuffled(50, 1)).not.toEqual(shuffled(50, 2));
});
