import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';

const linter = createLinter();

function rulesFound(...lines: string[]): string[] {
	return linter.lint(lines.join('\n'), {format: 'document'}).map(({rule}) => rule);
}

function unused(...lines: string[]): [kind: string, name: string | undefined, comment: string][] {
	const text = lines.join('\n');
	return linter.unusedComments(text).map(({kind, name, span}) => [kind, name, text.slice(span.start, span.end)]);
}

const broke = 'Bob broke the build.';
const forgot = 'Bob forgot the flag.';

describe('where rules are silent', () => {
	test('enabling one of two rules leaves the other one silent', () => {
		const disabled = '<!-- retro-lint-disable blame omission -->';
		expect(rulesFound(disabled, '', broke, '', '<!-- retro-lint-enable blame -->', '', broke, '', forgot)).toEqual([
			'blame.person-fault',
		]);
	});

	test('enabling without a name ends all', () => {
		expect(rulesFound('<!-- retro-lint-disable blame -->', '', '<!-- retro-lint-enable -->', '', broke)).toEqual([
			'blame.person-fault',
		]);
	});

	test('the next line alone, across empty lines', () => {
		const comment = '<!-- retro-lint-disable-next-line blame -->';
		expect(rulesFound(comment, '', broke, '', broke)).toEqual(['blame.person-fault']);
		expect(rulesFound(`- One. ${comment}`, `- ${broke}`, `- ${broke}`)).toEqual(['blame.person-fault']);
	});

	test.each([
		['in backticks', ['Write `<!-- retro-lint-disable -->` above it.', '', broke]],
		['in a heading, in backticks', ['# `<!-- retro-lint-disable -->`', '', broke]],
		['in a fence', ['```', '<!-- retro-lint-disable -->', '```', '', broke]],
		['in a fence within a list', ['- So:', '  ```', '  <!-- retro-lint-disable -->', '  ```', '', broke]],
		['in an indented block', ['So:', '', '    <!-- retro-lint-disable -->', '', broke]],
	])('an example %s silences nothing and is not called unused', (_name, lines) => {
		expect(rulesFound(...lines)).toEqual(['blame.person-fault']);
		expect(unused(...lines)).toEqual([]);
	});

	test('a comment behind code is one', () => {
		expect(rulesFound('```', 'x', '```', '', 'Run `x`. <!-- retro-lint-disable -->', '', broke)).toEqual([]);
		expect(rulesFound('# Notes `x` <!-- retro-lint-disable -->', '', broke)).toEqual([]);
	});
});

describe('comments that do nothing', () => {
	test('there are none where each of them silences something', () => {
		expect(
			unused('<!-- retro-lint-disable blame.person-fault -->', broke, '', '<!-- retro-lint-enable -->', '', forgot),
		).toEqual([]);
		expect(unused('<!-- retro-lint-disable-next-line omission -->', forgot)).toEqual([]);
	});

	test('a rule that finds nothing in its stretch, by name', () => {
		const comment = '<!-- retro-lint-disable blame, hindsight.adverb -->';
		expect(unused(comment, '', broke)).toEqual([['silences-nothing', 'hindsight.adverb', comment]]);
	});

	test('a comment for all rules over a text without findings', () => {
		expect(unused('<!-- retro-lint-disable -->', '', 'The pod crashed.')).toEqual([
			['silences-nothing', undefined, '<!-- retro-lint-disable -->'],
		]);
	});

	test('what is enabled and was not disabled', () => {
		const comment = '<!-- retro-lint-enable blame -->';
		expect(unused(comment, '', broke)).toEqual([['ends-nothing', 'blame', comment]]);
	});

	test('a slip in the word, in the order of the text', () => {
		expect(unused('<!-- retro-lint-disabel blame -->', '', broke, '', '<!-- retro-lint-enable -->')).toEqual([
			['unknown-word', 'retro-lint-disabel', '<!-- retro-lint-disabel blame -->'],
			['ends-nothing', undefined, '<!-- retro-lint-enable -->'],
		]);
	});

	test('a rule that the team has switched off is not needed either', () => {
		const quiet = createLinter({severities: {blame: 'off'}});
		expect(quiet.unusedComments(`<!-- retro-lint-disable blame -->\n\n${broke}`)).toHaveLength(1);
	});

	test.each([
		['disabling', '<!-- retro-lint-disable -->'],
		['disabling and enabling', '<!-- retro-lint-disable --> <!-- retro-lint-enable -->'],
		['disabling the next line', '<!-- retro-lint-disable-next-line -->\n'],
	])(
		'100,000 characters of %s are read in the time of a breath',
		(_name, comment) => {
			const text = comment.repeat(100_000 / comment.length);
			expect(linter.unusedComments(text).length).toBeGreaterThan(1000);
			expect(linter.unusedComments(`# ${text}`).length).toBeGreaterThan(1000);
		},
		5000,
	);
});
