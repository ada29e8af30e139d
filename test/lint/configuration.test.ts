import * as v from 'valibot';
import {describe, expect, test} from 'vitest';
import {lintConfigurationSchema} from '../../source/lint/configuration.ts';
import {createLinter, type LintConfiguration} from '../../source/lint/linter.ts';

function found(text: string, configuration: LintConfiguration) {
	return createLinter(configuration).lint(text, {utcDeclared: true});
}

describe('a team settles', () => {
	test('words that are never found', () => {
		expect(found('It was a careless mistake.', {allow: ['careless mistake']})).toEqual([]);
	});

	test('how loud a rule or a category is', () => {
		expect(found('Bob forgot the flag.', {severities: {omission: 'nudge'}})[0]?.severity).toBe('nudge');
		expect(found('Bob forgot the flag.', {severities: {'omission.person': 'off'}})).toEqual([]);
	});

	test('that the rule goes before its category', () => {
		const severities = {omission: 'off', 'omission.person': 'warning'} as const;
		expect(found('Bob forgot the flag.', {severities})).toHaveLength(1);
	});

	test('words of its own, with what to say instead', () => {
		const rules = [{words: ['war room'], message: 'We call it the bridge', suggestions: ['bridge']}];
		expect(found('The War Room opened, not the software room.', {rules})).toMatchObject([
			{span: {start: 4, end: 12}, severity: 'nudge', suggestions: ['bridge']},
		]);
	});

	test('which names are systems', () => {
		expect(found('Martha forgot the session.', {})).toHaveLength(1);
		expect(found('Martha forgot the session.', {systems: ['Martha']})).toEqual([]);
	});

	test('which names are people', () => {
		expect(found('Xorblax ignored the alert.', {})).toEqual([]);
		expect(found('Xorblax ignored the alert.', {people: ['Xorblax']})).toHaveLength(1);
	});

	test('what an ambiguous zone means here', () => {
		const [finding] = found('Paged at 23:14 IST.', {zones: {IST: '+05:30'}});
		expect(finding?.suggestions).toEqual(['17:44 UTC']);
	});
});

describe('the schema', () => {
	test('takes an empty configuration and a full one', () => {
		const full = {
			allow: ['blast radius'],
			severities: {hindsight: 'off'},
			rules: [{words: ['war room'], message: 'We call it the bridge'}],
			systems: ['Atlas'],
			people: ['Bobby'],
			zones: {IST: 'Asia/Kolkata'},
		};
		expect(v.is(lintConfigurationSchema, {})).toBe(true);
		expect(v.is(lintConfigurationSchema, full)).toBe(true);
	});

	test.each([
		[{allow: 'careless'}],
		[{severities: {blame: 'error'}}],
		[{rules: [{words: [], message: 'x'}]}],
		[{rules: [{words: ['x'], message: 'x'.repeat(71)}]}],
	])('refuses %j', (configuration) => {
		expect(v.is(lintConfigurationSchema, configuration)).toBe(false);
	});
});
