import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Retro} from '../../../source/retro/record.ts';
import {parseRetro, printRetro} from '../../../source/store/record/layout.ts';
import {arbitraryRetro} from '../arbitrary-retro.ts';
import {entry, sample, temporaryDirectory} from '../fixture.ts';

describe('the text of a record', () => {
	test('reads back as the retro that it was printed from', () => {
		fc.assert(
			fc.property(arbitraryRetro, (retro) => {
				expect(parseRetro(printRetro(retro))).toEqual({kind: 'retro', retro});
			}),
		);
	});

	test('is the same however the fields of the retro are ordered', () => {
		fc.assert(
			fc.property(arbitraryRetro, (retro) => {
				const known = parseRetro(printRetro(retro));
				expect(known.kind === 'retro' && printRetro(known.retro)).toBe(printRetro(retro));
			}),
		);
		const {title, ...others} = sample();
		expect(printRetro({...others, title})).toBe(printRetro(sample()));
	});

	test('keeps unknown fields, in the record and in its entries, after the known ones', () => {
		const text = printRetro({
			future: {b: 1, a: [2]},
			...sample({timeline: [{mood: 'calm', ...entry('a', 'Deploy finished')}]}),
		} as Retro);
		expect(text).toContain('"text": "Deploy finished",\n      "mood": "calm"\n');
		expect(text).toMatch(/\n {2}"future": \{\n {4}"b": 1,\n {4}"a": \[[^}]*\}\n\}\n$/);
	});

	test('merges in git where two people added entries apart', async () => {
		const [first, last] = [entry('a', 'Deploy finished'), entry('z', 'Rollback done')];
		const base = sample({timeline: [first, last]});
		const ours = sample({timeline: [entry('b', 'Alert fired'), first, last]});
		const theirs = sample({timeline: [first, entry('y', 'CPU at 95 %'), last], title: 'Slow checkout'});
		const merged = parseRetro(await gitMerge(base, ours, theirs));
		expect(merged).toEqual({
			kind: 'retro',
			retro: sample({
				title: 'Slow checkout',
				timeline: [entry('b', 'Alert fired'), first, entry('y', 'CPU at 95 %'), last],
			}),
		});
	});
});

describe('a text that is no record', () => {
	const whole = printRetro(sample({timeline: [entry('a', 'Deploy finished')]}));

	test.each([
		['empty', '', 'it is empty'],
		['blank', ' \n', 'it is empty'],
		['full of zero bytes', '\0'.repeat(512), 'it holds nothing but zero bytes, as after a power failure'],
		['cut short', whole.slice(0, 200), 'it ends in the middle'],
		[
			'in a conflict that has no end',
			`<<<<<<< HEAD\n${whole}=======\n${whole}`,
			'it has conflict markers of a git merge in it',
		],
		['not JSON', '{title: "x"}', 'it is not valid JSON'],
		['a list', '[]', 'schemaVersion is missing'],
		['without a version', '{}', 'schemaVersion is missing'],
		['of a wrong version', '{"schemaVersion": "1"}', 'schemaVersion should be 1'],
		[
			'with a wrong time',
			whole.replace('10:00:00Z', '25:00:00Z'),
			'updatedAt should be a time in UTC like 2026-11-20T10:05:00Z',
		],
		['with a wrong text', whole.replace('"Deploy finished"', '5'), 'timeline.0.text should be string'],
	])('%s: says so', (_name, text, why) => {
		expect(parseRetro(text)).toEqual({kind: 'broken', why});
	});

	test('cut short anywhere is never taken for one', () => {
		fc.assert(
			fc.property(fc.integer({min: 0, max: whole.length - 2}), (length) => {
				expect(parseRetro(whole.slice(0, length)).kind).toBe('broken');
			}),
		);
	});

	test('of a newer version says which, whatever else is in it', () => {
		expect(parseRetro('{"schemaVersion": 7, "title": {"new": true}}')).toEqual({kind: 'newer', version: 7});
	});
});

async function gitMerge(base: Retro, ours: Retro, theirs: Retro): Promise<string> {
	const directory = await temporaryDirectory();
	const paths = await Promise.all(
		Object.entries({ours, base, theirs}).map(async ([name, retro]) => {
			const path = join(directory, name);
			await writeFile(path, printRetro(retro));
			return path;
		}),
	);
	return (await promisify(execFile)('git', ['merge-file', '-p', ...paths])).stdout;
}
