import {describe, expect, test} from 'vitest';
import {isQuantified, isSaid} from '../../source/retro/said.ts';

describe('a text says something', () => {
	test.each(['none', 'n/a', '5', '@infra', '数', '$', 'TODO: ask the team', 'The tbd service was down'])(
		'%j',
		(text) => {
			expect(isSaid(text)).toBe(true);
		},
	);

	test.each(['', ' \n', '?', '-', '…', '@', 'TBD', 'tbd.', '(T.B.D.)', '@tbd', 'To do', 'to be confirmed'])(
		'and %j does not',
		(text) => {
			expect(isSaid(text)).toBe(false);
		},
	);
});

describe('a text gives a quantity', () => {
	test.each([
		'12 % of EU sessions',
		'about 4,100 people.',
		'~34% of evaluation requests failing',
		'10-15%',
		'3/7 clusters',
		'€3.5M',
		'US$400',
		'USD 5000',
		'12k (estimated)',
		'none',
		'No users',
		'no one',
		'All ingress in the live cluster',
		'the entire EU region',
		'half of them',
		'a third of the users',
		'Two regions',
		'unknown, not measured',
		'n/a',
	])('%j', (text) => {
		expect(isQuantified(text)).toBe(true);
	});

	test.each([
		'some customers',
		'a majority',
		'users of the v2 API',
		'teams on K8s in us-east-1',
		'HTTP 500 errors, and 5xx from the edge',
		'since 10:05 on 2026-11-20',
		'those on version 2',
		'third-party integrations',
		'users could no longer log in',
		'no idea',
		'single sign-on',
	])('and %j does not', (text) => {
		expect(isQuantified(text)).toBe(false);
	});
});
