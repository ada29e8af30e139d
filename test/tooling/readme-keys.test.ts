import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {keyTable, withKeyTable} from '../../.tooling/readme-keys.mjs';
import {chordLabel, contextTitles, keymap} from '../../source/ui/keymap.ts';

const readme = readFileSync(join(import.meta.dirname, '../../readme.md'), 'utf8');

test('the keys in the readme are the keys of the app (npm run readme writes them)', () => {
	expect(withKeyTable(readme, keyTable({keymap, contextTitles, chordLabel}))).toBe(readme);
});

test('a readme without a place for them is told of', () => {
	expect(() => withKeyTable('# Nothing here', '')).toThrow('<!-- keys -->');
});
