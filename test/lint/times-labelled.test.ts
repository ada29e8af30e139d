/** Snippets of reports, labelled by hand: what the lint for times finds in them, and what it leaves alone. */
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {readSet} from '../measure/labelled.ts';

const linter = createLinter();
const judged = readSet(new URL('labelled/times-tuned.jsonl', import.meta.url)).map((snippet) => ({
	...snippet,
	categories: linter
		.lint(snippet.text, {format: 'document'})
		.map(({category}) => category)
		.filter((category) => category === 'non-utc' || category === 'ambiguous-time'),
}));
const innocent = judged.filter(({label}) => label === 'innocent');
const wanted = judged.filter(({label}) => label !== 'innocent');

describe('over all snippets', () => {
	test('at least 98 of 100 flags are right', () => {
		const right = wanted.filter(({categories}) => categories.length > 0).length;
		const wrong = innocent.filter(({categories}) => categories.length > 0).length;
		expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
	});

	test('at least 98 of 100 times are flagged that ought to be', () => {
		const found = wanted.filter(({categories}) => categories.length > 0).length;
		expect(found / wanted.length).toBeGreaterThanOrEqual(0.98);
	});

	test('the category is the one of the label, but for abbreviations that are both', () => {
		const agreed = wanted.filter(({label, categories}) => categories.some((category) => category === label)).length;
		expect(agreed / wanted.length).toBeGreaterThanOrEqual(0.94);
	});
});

test.each([...new Set(innocent.map(({kind}) => kind))])('innocent of the kind "%s" are left alone', (kind) => {
	const all = innocent.filter((snippet) => snippet.kind === kind);
	const alarms = all.filter(({categories}) => categories.length > 0);
	expect(alarms.length / all.length, alarms.map(({text}) => text).join('\n')).toBeLessThanOrEqual(0.08);
});
