import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const {$schema, ...lists} = read('timeline-words.json') as Record<string, string[]>;
const schema = read(`${$schema}`) as {required: string[]; $defs: {words: {items: {minLength: number}}}};

test('the word lists are those of their schema, sorted, and each word stands once', () => {
	expect(Object.keys(lists)).toEqual(schema.required);
	for (const words of Object.values(lists)) expect(words).toEqual([...new Set(words)].toSorted());
});

test('each word is a regular expression that needs some letters', () => {
	for (const word of Object.values(lists).flat()) {
		expect(word.length).toBeGreaterThanOrEqual(schema.$defs.words.items.minLength);
		expect(new RegExp(`^(?:${word})$`).test('')).toBe(false);
	}
});
