import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';

type Sentence = {label: string; kind: string; text: string};

const linter = createLinter();
const sentences = readFileSync(new URL('sentences.tsv', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line): Sentence => {
		const [label = '', kind = '', text = ''] = line.split('\t');
		return {label, kind, text};
	});
const timeKinds = new Set(['time', 'non-utc', 'ambiguous-time']);
const actionKinds = new Set(['vague-action', 'specific-action']);

function isFound({kind, text}: Sentence): boolean {
	return linter
		.lint(text, actionKinds.has(kind) ? {role: 'action'} : {})
		.some(({category}) => timeKinds.has(kind) || !timeKinds.has(category));
}

const blameful = sentences.filter(({label}) => label !== 'innocent');
const innocent = sentences.filter(({label}) => label === 'innocent');

test('there are several hundred sentences of either sort', () => {
	expect(blameful.length).toBeGreaterThan(350);
	expect(innocent.length).toBeGreaterThan(350);
});

test('at least 97 of 100 blameful sentences are found', () => {
	const missed = blameful.filter((sentence) => !isFound(sentence)).map(({text}) => text);
	expect(missed.length / blameful.length, missed.join('\n')).toBeLessThanOrEqual(0.03);
});

test('at least 99 of 100 findings are on blameful sentences', () => {
	const wrong = innocent.filter(isFound).map(({text}) => text);
	expect(wrong.length / blameful.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
});
