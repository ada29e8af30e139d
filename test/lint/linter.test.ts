import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';

const linter = createLinter();

function rulesFound(text: string, options = {}): string[] {
	return linter.lint(text, {utcDeclared: true, ...options}).map(({rule}) => rule);
}

describe('who is meant decides', () => {
	test.each([
		['Jonas forgot to renew the certificate.', 'Redis forgot the session.'],
		['The reviewer missed the race condition.', 'The replica missed 300 WAL segments.'],
		['An engineer from the storage team broke the index.', 'A release of the storage service broke the index.'],
		['The team failed to update the record.', 'The job failed to update the record.'],
		['One of the operators deleted the wrong volume.', 'One of the operators of the cluster is called etcd-operator.'],
		['The intern introduced a race condition.', 'The new scheduler introduced a race condition.'],
	])('%s is found, %s is not', (blameful, innocent) => {
		expect(rulesFound(blameful)).not.toEqual([]);
		expect(rulesFound(innocent)).toEqual([]);
	});

	test('a person behind a relative clause is still the subject', () => {
		expect(rulesFound('The engineer who was on call that night failed to notice the alert.')).toEqual([
			'omission.person',
		]);
	});

	test('a second verb goes back to the same person', () => {
		expect(rulesFound('Ana opened the console and deleted the wrong volume.')).toEqual(['blame.person-fault']);
	});

	test('a product that bears a given name is no person', () => {
		expect(rulesFound('Jenkins ignored the stage.')).toEqual([]);
	});

	test('a handle is a person', () => {
		expect(rulesFound('@carlos forgot the flag.')).toEqual(['omission.person']);
	});
});

describe('findings', () => {
	test('offer the sentence without the person', () => {
		const [finding] = linter.lint('Priya deleted the wrong volume.');
		expect(finding?.suggestions[0]).toBe('The wrong volume was deleted: what made that possible?');
		expect(finding?.span).toEqual({start: 0, end: 31});
	});

	test('lie at the offsets of the text that was given', () => {
		const text = 'All went well. 👍 **Priya** forgot the `flag`, again.\n\nThe end.';
		for (const {span} of linter.lint(text)) {
			expect(text.slice(span.start, span.end)).toBe('**Priya** forgot the `flag`, again.');
		}
		expect(linter.lint(text)).toHaveLength(1);
	});

	test('come in the order of the text', () => {
		const starts = linter.lint('Bob broke it. It failed at 10:05 PDT. He forgot.').map(({span}) => span.start);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(starts.length).toBeGreaterThan(2);
	});

	test('are nudges where a team speaks of itself', () => {
		expect(linter.lint('We forgot to rotate the key.').map(({severity}) => severity)).toEqual(['nudge']);
	});
});

describe('while typing', () => {
	test('the word at the caret is not judged yet', () => {
		const text = 'Priya forgot';
		expect(linter.lint(text, {typingAt: text.length})).toEqual([]);
		expect(linter.lint(text).length).toBe(1);
	});

	test('a space behind the word is enough', () => {
		const text = 'Priya forgot ';
		expect(linter.lint(text, {typingAt: text.length}).length).toBe(1);
	});

	test('what stands before the caret is still found', () => {
		const text = 'Priya forgot the key. Then the jo';
		expect(linter.lint(text, {typingAt: text.length}).map(({rule}) => rule)).toEqual(['omission.person']);
	});
});

describe('what is not prose', () => {
	test.each([
		'The log says `user Bob forgot password`.',
		'The status page said "an engineer made a mistake".',
		'See https://example.org/bob-broke-the-build for the log.',
		'See [the report](https://example.org/bob-forgot).',
		'> Bob forgot the flag.',
		'## Bob forgot the flag',
		'```\nBob forgot the flag.\n```',
		'<!-- Bob forgot the flag. -->',
	])('is not judged: %s', (text) => {
		expect(rulesFound(text)).toEqual([]);
	});

	test('an apostrophe opens no quotation', () => {
		expect(rulesFound("It didn't start, and Bob forgot the servers' names.")).not.toEqual([]);
	});
});

describe('action items', () => {
	test('a wish is told from work that can be checked', () => {
		expect(rulesFound('Improve monitoring', {role: 'action'})).toEqual(['vague-action.wish']);
		expect(rulesFound('Alert when disk usage exceeds 85% for 10 minutes', {role: 'action'})).toEqual([]);
	});

	test('the same wish elsewhere is none of our business', () => {
		expect(rulesFound('Improve monitoring')).toEqual([]);
	});

	test('a box to tick makes an action of a list item', () => {
		expect(rulesFound('- [ ] Improve monitoring', {format: 'document'})).toEqual(['vague-action.wish']);
	});

	test('so does a heading above the list', () => {
		const text = '# Retro\n\n## Action items\n\n- Improve monitoring\n\n## Notes\n\n- Improve monitoring';
		expect(rulesFound(text, {format: 'document'})).toEqual(['vague-action.wish']);
	});
});

describe('comments for the lint', () => {
	const text = [
		'<!-- retro-lint-disable omission.person -->',
		'',
		'Bob forgot the flag. Bob broke the build.',
		'',
		'<!-- retro-lint-enable omission.person -->',
		'',
		'Bob forgot the flag.',
	].join('\n');

	test('silence the rule they name, as far as they reach', () => {
		expect(rulesFound(text, {format: 'document'})).toEqual(['blame.person-fault', 'omission.person']);
	});

	test('silence everything where they name none', () => {
		expect(rulesFound('<!-- retro-lint-disable -->\n\nBob forgot the flag.', {format: 'document'})).toEqual([]);
	});

	test('silence a category', () => {
		expect(rulesFound('<!-- retro-lint-disable blame -->\n\nBob broke the build.', {format: 'document'})).toEqual([]);
	});
});

test('every input ends, throws nothing and has its findings within it', () => {
	const bits = fc.constantFrom(
		'Bob ',
		'forgot ',
		'the ',
		'wrong ',
		'"',
		'`',
		'```\n',
		'[',
		'](',
		'<!--',
		'-->',
		'| ',
		'\n',
		'- ',
		'> ',
		'10:05 ',
		'PDT ',
		'https://',
		'\\',
		'*',
		'_',
		'…',
		'\u0000',
		'\uE000',
		'👩‍👩‍👧',
		"n't ",
		'retro-lint-disable ',
	);
	const text = fc.oneof(
		fc.string({unit: 'binary'}),
		fc.array(bits, {maxLength: 60}).map((all) => all.join('')),
	);
	fc.assert(
		fc.property(text, fc.constantFrom('prose' as const, 'line' as const, 'document' as const), (input, format) => {
			for (const {span, message} of linter.lint(input, {format})) {
				expect(span.start).toBeGreaterThanOrEqual(0);
				expect(span.end).toBeGreaterThan(span.start);
				expect(span.end).toBeLessThanOrEqual(input.length);
				expect(message).not.toBe('');
			}
		}),
		{numRuns: 150},
	);
});

test.each([
	['spaces', ' '],
	['brackets', '['],
	['backticks and a mark', '` "'],
	['quotation marks', '"a '],
	['colons', '10:'],
	['times', '10:05 '],
	['a padded table row', '|   '],
	['verbs', 'forgot '],
	['names', 'Bob '],
	['links', '[a]('],
	['comments', '<!-- retro-lint-disable '],
	['dashes', '-'],
	['letters', 'a'],
	['dates', '1/2/'],
])(
	'100,000 characters of %s are read in the time of a breath',
	(_, bit) => {
		const text = bit.repeat(100_000 / bit.length);
		for (const format of ['prose', 'line', 'document'] as const)
			expect(linter.lint(text, {format})).toBeInstanceOf(Array);
	},
	5000,
);
