import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {wordingRules} from '../../source/lint/wording/rule-book.ts';

const linter = createLinter();
const questions = new Set(wordingRules.flatMap((rule) => rule.questions));
const pairs = readFileSync(new URL('labelled/wordings.jsonl', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line) => JSON.parse(line) as {text: string; suggestion: string});

/** All wordings that are offered for a text. */
function offered(text: string): string[] {
	return linter.lint(text, {utcDeclared: true}).flatMap(({suggestions}) => suggestions);
}

/** All wordings that are made of the text, and not a question of the rule. */
function madeOf(text: string): string[] {
	return offered(text).filter((wording) => !questions.has(wording));
}

describe('an accepted wording', () => {
	test.each(pairs)('$text → $suggestion', ({text, suggestion}) => {
		expect(offered(text)).toContain(suggestion);
	});

	test('is there for at least 150 sentences', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(150);
	});
});

describe('where nothing can be made of the sentence', () => {
	test.each(['The engineer was incompetent.', 'The operator will be retrained.', 'What were they thinking?'])(
		'%s gets a question',
		(text) => {
			const [finding] = linter.lint(text);
			expect(finding?.suggestions[0]).toMatch(/\?$/);
		},
	);
});

test('at most three wordings are offered', () => {
	for (const {text} of pairs) {
		for (const {suggestions} of linter.lint(text)) expect(suggestions.length).toBeLessThanOrEqual(3);
	}
});

test('no wording would be found itself', () => {
	const found = pairs
		.flatMap(({text}) => madeOf(text))
		.filter((wording) => linter.lint(wording, {utcDeclared: true}).length > 0);
	expect(found).toEqual([]);
});

const who = fc.constantFrom('Priya', 'The DBA', 'An engineer', 'The on-call', '@jo', 'We', 'Nobody', 'The team');
const did = fc.constantFrom(
	'deleted',
	'restarted',
	'forgot to renew',
	'did not check',
	'should have tested',
	'skipped',
	'broke',
);
const what = fc.constantFrom(
	'`db-3`',
	'the [wrong bucket](https://example.org/b)',
	'14 volumes',
	'the `orders` table',
	'the **main** index',
	'the certificate for api.example.org',
	'3 of 40 hosts',
);
const rest = fc.constantFrom(
	'',
	' at 10:05 UTC',
	' in `eu-west-1`',
	' for 25 minutes',
	' and 1,200 orders were lost',
	', which cost 40 minutes (see https://example.org/42)',
	' because v2.3.1 was late',
);

test('numbers, times, code and links of the sentence stand in every wording that is made of it', () => {
	fc.assert(
		fc.property(who, did, what, rest, (subject, verb, object, tail) => {
			const facts = `${object}${tail}`.match(/`[^`]+`|\[[^\]]+\]\([^)]+\)|\d[\d.,:]*\d|\d+/g) ?? [];
			for (const wording of madeOf(`${subject} ${verb} ${object}${tail}.`)) {
				for (const fact of facts) expect(wording).toContain(fact);
			}
		}),
		{numRuns: 200},
	);
});

test('marks of emphasis come in pairs in every wording', () => {
	fc.assert(
		fc.property(who, did, what, rest, (subject, verb, object, tail) => {
			for (const wording of madeOf(`${subject} ${verb} ${object}${tail}.`)) {
				expect(wording.split('**').length % 2).toBe(1);
				expect(wording.split('`').length % 2).toBe(1);
			}
		}),
		{numRuns: 200},
	);
});

test('hostile sentences are worded without an error', () => {
	const bits = fc.constantFrom(
		...'Bob|forgot|to|renew|the|wrong|lack of|because|who|that|had|been|it was|human error|not|and|,|:|?|"|`|**|[|](|)|10:05|\u0000|\uE000|’s|👩‍👩‍👧|should have|by|for|led to|being'.split(
			'|',
		),
	);
	fc.assert(
		fc.property(fc.array(bits, {maxLength: 40}), (words) => {
			const text = words.join(' ');
			for (const {suggestions} of linter.lint(text)) for (const wording of suggestions) expect(wording).not.toBe('');
		}),
		{numRuns: 600},
	);
});
