import {expect, test} from 'vitest';
import {featureOf} from '../../source/lint/wording/feature-hash.ts';
import {type Example, probabilityOf, type Settings, shuffled, train} from './logistic.ts';

const settings: Settings = {rate: 0.5, sparseness: 0.1, smallness: 1, rounds: 20, fewest: 1};

function example(words: string, isPositive: boolean): Example {
	return {features: words.split(' ').map((word) => featureOf(word)), isPositive, weight: 1};
}

const examples = [
	example('bob forgot the flag', true),
	example('ana forgot the key', true),
	example('the job lost the flag', false),
	example('the key was rotated', false),
];

test('what is learnt tells the examples apart', () => {
	const weights = train(examples, settings);
	expect(
		probabilityOf(
			weights,
			['carl', 'forgot', 'it'].map((word) => featureOf(word)),
		),
	).toBeGreaterThan(0.5);
	expect(
		probabilityOf(
			weights,
			['the', 'job', 'was', 'late'].map((word) => featureOf(word)),
		),
	).toBeLessThan(0.5);
});

test('the same examples give the same weights', () => {
	expect(train(examples, settings)).toEqual(train(examples, settings));
});

test('features of too few examples are left out', () => {
	const weights = train(examples, {...settings, fewest: 2});
	const several = ['forgot', 'the', 'flag', 'key'].map((word) => featureOf(word));
	expect([...weights.weights.keys()].filter((feature) => !several.includes(feature))).toEqual([]);
});

test('an order holds each number once, and another seed gives another', () => {
	expect(shuffled(50, 1).toSorted((a, b) => a - b)).toEqual(Array.from({length: 50}, (_, index) => index));
	expect(shuffled(50, 1)).not.toEqual(shuffled(50, 2));
});
