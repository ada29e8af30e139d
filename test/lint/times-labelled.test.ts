/** Snippets of reports, labelled by hand: what the lint for times finds in them, and what it leaves alone. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';

type Snippet = {
	readonly label: 'non-utc' | 'ambiguous-time' | 'innocent';
	readonly kind: string;
	readonly text: string;
};

const snippets = readFileSync(new URL('labelled/times-tuned.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map((line): Snippet => JSON.parse(line));
const linter = createLinter();

function categoriesIn({text}: Snippet): string[] {
	return linter
		.lint(text, {format: 'document'})
		.map(({category}) => category)
		.filter((category) => category === 'non-utc' || category === 'ambiguous-time');
}

const judged = snippets.map((snippet) => ({...snippet, categories: categoriesIn(snippet)}));
const flagged = judged.filter(({categories}) => categories.length > 0);
const wanted = judged.filter(({label}) => label !== 'innocent');

describe('over all snippets', () => {
	test('nearly every flag is right', () => {
		const right = flagged.filter(({label}) => label !== 'innocent').length;
		expect(right / flagged.length).toBeGreaterThanOrEqual(0.98);
	});

	test('nearly every time is flagged that ought to be', () => {
		const found = wanted.filter(({categories}) => categories.length > 0).length;
		expect(found / wanted.length).toBeGreaterThanOrEqual(0.98);
	});

	test('the category is the one of the label, but for abbreviations that are both', () => {
		const agreed = wanted.filter(({label, categories}) => categories.includes(label)).length;
		expect(agreed / wanted.length).toBeGreaterThanOrEqual(0.94);
	});
});

const kinds = [...new Set(judged.filter(({label}) => label === 'innocent').map(({kind}) => kind))];

test.each(kinds)('innocent of the kind "%s" are left alone', (kind) => {
	const all = judged.filter(({label, kind: other}) => label === 'innocent' && other === kind);
	const alarms = all.filter(({categories}) => categories.length > 0);
	expect(alarms.length / all.length, alarms.map(({text}) => text).join('\n')).toBeLessThanOrEqual(0.08);
});
