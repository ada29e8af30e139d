import fc from 'fast-check';
import {expect, test} from 'vitest';
import {withoutKnown} from '../../source/importers/already-there.ts';
import {importEdit} from '../../source/importers/entries.ts';
import {readImport} from '../../source/importers/read-import.ts';
import {sources} from '../../source/importers/sources.ts';
import {apply} from '../../source/retro/edit.ts';
import {retroWith} from '../ui/screen.tsx';
import {exportsBySource} from './every-source.ts';
import {bare, imported, inChunks} from './fixture.ts';

test('there is an export of each source to try', () => {
	expect(Object.keys(exportsBySource).toSorted()).toEqual(sources.map(({name}) => name).toSorted());
});

const each = Object.entries(exportsBySource);

test.each(each)('an export of %s is recognised, and adds nothing the second time', async (name, text) => {
	const {rows, source} = await imported(text);
	expect(source.name).toBe(name);
	const before = retroWith();
	const first = withoutKnown(rows, before.timeline).filter(({keep}) => keep);
	expect(first.length).toBeGreaterThan(1);
	const edit = importEdit(before, first, 'abc', name);
	const after = edit === undefined ? before : apply(before, edit);
	expect(after.timeline).toHaveLength(first.length);
	const again = await imported(text);
	expect(withoutKnown(again.rows, after.timeline).filter(({keep}) => keep)).toEqual([]);
});

/** What went wrong on the way: cut, a stretch of it taken out or twice in it, bytes that are anything. */
const damage = fc.record({
	from: fc.double({min: 0, max: 1, noNaN: true}),
	length: fc.integer({min: 0, max: 60}),
	instead: fc.oneof(
		fc.string({unit: 'binary', maxLength: 20}),
		fc.constantFrom('', '{', '"', ']', '99:99', '-1', 'null', '\0', '\u001b[2J', '{"ts":{}}', '[[[[', '10:05 IST'),
	),
});

/** In milliseconds, for a text of a few hundred characters; a machine that is busy takes its time too. */
const longest = 2000;

test.each(each)('a damaged export of %s is read to its end by every reader, and soon', async (_name, text) => {
	await fc.assert(
		fc.asyncProperty(fc.array(damage, {minLength: 1, maxLength: 4}), async (damages) => {
			let whole = text;
			for (const {from, length, instead} of damages) {
				const start = Math.floor(from * whole.length);
				whole = whole.slice(0, start) + instead + whole.slice(start + length);
			}
			const begun = performance.now();
			const any = await readImport(inChunks(whole), bare);
			for (const source of sources) await readImport(inChunks(whole), bare, {}, source);
			expect(performance.now() - begun).toBeLessThan(longest);
			if (any.kind !== 'imported') return;
			for (const row of any.imported.rows) {
				expect(`${row.text}${row.who}${row.ref}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
				if (row.keep) expect(row.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			}
		}),
		{numRuns: 40},
	);
});

test('bytes that are anything are read to their end by every reader, and soon', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({maxLength: 2000}), async (bytes) => {
			const whole = new TextDecoder().decode(bytes);
			const begun = performance.now();
			await readImport(inChunks(whole, 100), bare);
			for (const source of sources) await readImport(inChunks(whole, 100), bare, {}, source);
			expect(performance.now() - begun).toBeLessThan(longest);
		}),
		{numRuns: 100},
	);
});
