import {describe, expect, test} from 'vitest';
import {rules} from '../../source/lint/explain.ts';
import {categories} from '../../source/lint/finding.ts';
import {createLinter} from '../../source/lint/linter.ts';

const linter = createLinter();

function found(text: string, isAction: boolean): string[] {
	return linter.lint(text, isAction ? {role: 'action'} : {}).map(({rule}) => rule);
}

describe.each(rules())('$id', ({id, category, reason, examples, lookAlikes, onlyActions}) => {
	test.each(examples)('speaks up on: %s', (example) => {
		const categoriesFound = found(example, onlyActions).map((rule) => rule.split('.')[0]);
		expect(categoriesFound.length, 'nothing was found').toBeGreaterThan(0);
	});

	test.each(lookAlikes)('is silent on: %s', (lookAlike) => {
		expect(found(lookAlike, onlyActions)).not.toContain(id);
	});

	test('says why in one kind line', () => {
		expect(reason.length).toBeLessThanOrEqual(70);
		expect(categories).toContain(category);
	});
});

test('every rule has at least one example that it finds itself', () => {
	const silent = rules().filter(
		({id, examples, onlyActions}) => !examples.some((text) => found(text, onlyActions).includes(id)),
	);
	expect(silent.map(({id}) => id)).toEqual([]);
});

test('every category has a rule', () => {
	expect(new Set(rules().map(({category}) => category))).toEqual(new Set(categories));
});

test('no wording that is offered would be flagged itself', () => {
	const offered = rules().flatMap(({examples, onlyActions}) =>
		examples.flatMap((text) =>
			linter.lint(text, onlyActions ? {role: 'action'} : {}).flatMap(({suggestions}) => suggestions),
		),
	);
	expect(offered.filter((text) => linter.lint(text, {utcDeclared: true}).length > 0)).toEqual([]);
});
