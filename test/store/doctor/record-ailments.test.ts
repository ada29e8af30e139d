import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Retro, TimelineEntry} from '../../../source/retro/record.ts';
import {examineRecord, mendedRecord, readableRecord} from '../../../source/store/doctor/record-ailments.ts';
import {missingIn} from '../../../source/store/doctor/words.ts';
import {printRetro} from '../../../source/store/record/layout.ts';
import {completeRetro} from '../../retro/complete-retro.ts';
import {arbitraryRetro} from '../arbitrary-retro.ts';
import {id, later} from '../fixture.ts';

const whole: Retro = {...completeRetro, id};
const text = printRetro(whole);
const [first, second] = whole.timeline as [TimelineEntry, TimelineEntry];

function kinds(content: string | Uint8Array): string[] {
	return examineRecord(typeof content === 'string' ? Buffer.from(content) : content, id).ailments.map(
		({ailment}) => ailment,
	);
}

test('a record that is well has nothing', () => {
	expect(kinds(text)).toEqual([]);
	expect(kinds(`\uFEFF${text}`)).toEqual([]);
});

/** Every way in which a file can be broken, what it is called, and whether all words are in what is made of it. */
const files: [string, string | Uint8Array, string[], 'all words' | 'some words' | 'nothing'][] = [
	['empty', '', ['broken'], 'nothing'],
	['nothing but zero bytes', Buffer.alloc(400), ['broken'], 'nothing'],
	['another kind of file', 'hello', ['broken'], 'nothing'],
	['truncated', text.slice(0, text.indexOf('"whys"')), ['broken'], 'some words'],
	['with a tail of zero bytes', Buffer.concat([Buffer.from(text), Buffer.alloc(300)]), ['broken'], 'all words'],
	['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), ['broken'], 'all words'],
	['UTF-16 without a mark', Buffer.from(text, 'utf16le'), ['broken'], 'all words'],
	['Latin-1', Buffer.from(text.replace('"Ada"', '"Zoë"'), 'latin1'), ['broken'], 'some words'],
	[
		'with a comment and a comma too much',
		text.replace('{', '{ // hand-made\n').replace('],', ',],'),
		['broken'],
		'all words',
	],
	['a number where a text belongs', text.replace('"About $4,000"', '4000'), ['broken'], 'some words'],
	['a date that is none', text.replace('"date": "2026-11-20"', '"date": "soon"'), ['broken'], 'some words'],
	['a number too long', text.replace('{', '{"ticket": 12345678901234567890,'), ['broken'], 'all words'],
	['a field twice', text.replace('"facilitator"', '"facilitator": "Zoe",\n  "facilitator"'), ['broken'], 'some words'],
	['__proto__ twice', text.replace('{', '{"__proto__": {"a": 1}, "__proto__": {"a": 1},'), ['broken'], 'all words'],
	[
		'nested without end',
		text.replace('{', `{"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)},`),
		['broken'],
		'all words',
	],
	['nested too deeply', text.replace('{', `{"deep": ${'['.repeat(600)}${']'.repeat(600)},`), ['broken'], 'all words'],
	['the version as a text', text.replace('"schemaVersion": 1', '"schemaVersion": "1"'), ['broken'], 'all words'],
	[
		'left unmerged by git',
		text.replace(/^ {2}"title".*$/m, '<<<<<<< ours\n$&\n=======\n  "title": "Site crash",\n>>>>>>> theirs'),
		['conflict-markers'],
		'some words',
	],
	['another id than its name', text.replace(id, '2026-01-01-other'), ['wrong-name'], 'all words'],
	[
		'an entry twice',
		printRetro({...whole, timeline: [...whole.timeline, {...first, text: 'Another'}]}),
		['double-ids', 'double-phase'],
		'all words',
	],
	[
		'a phase twice',
		printRetro({
			...whole,
			timeline: whole.timeline.map((entry) =>
				entry.id === second.id ? {...entry, phase: 'detected' as const} : entry,
			),
		}),
		['double-phase'],
		'some words',
	],
];

describe.each(files)('a file that is %s', (_what, content, ailing, saved) => {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;

	test('is told of', () => {
		expect(kinds(bytes)).toEqual(ailing);
	});

	test(`gives ${saved}, and is well once mended`, () => {
		const mended = mendedRecord(bytes, id, later);
		if (saved === 'nothing') {
			expect(mended).toBeUndefined();
			return;
		}
		const again = Buffer.from(mended?.text ?? '');
		expect(kinds(again).filter((kind) => kind !== 'double-phase')).toEqual([]);
		expect(mendedRecord(again, id, later)).toEqual({text: mended?.text, notes: []});
		const retro = readableRecord(bytes, id, later)?.retro as Retro;
		if (saved === 'all words') expect(missingIn(retro, whole)).toEqual([]);
		else expect(retro.timeline.length).toBe(whole.timeline.length);
		expect(({} as {a?: number}).a).toBeUndefined();
	});
});

test('of two fields of one name both wordings are kept', () => {
	const double = text.replace('"facilitator"', '"facilitator": "Zoe",\n  "facilitator"');
	const read = readableRecord(Buffer.from(double), id, later);
	expect(JSON.stringify(read?.retro)).toContain('Zoe');
	expect(JSON.stringify(read?.retro)).toContain('Ada');
	expect(read?.notes).toContain('there twice, and both kept: facilitator');
});

test('of two lists of one name every entry is kept', () => {
	const entry = {id: 'x1', at: later, text: 'Only in the first of them'};
	const double = text.replace('"timeline"', `"timeline": ${JSON.stringify([entry])},\n  "timeline"`);
	const read = readableRecord(Buffer.from(double), id, later);
	expect(missingIn(read?.retro as Retro, whole)).toEqual([]);
	expect(read?.retro.timeline).toContainEqual(entry);
});

test('a number that no number holds is kept to the digit', () => {
	const long = text.replace('{', '{"ticket": 12345678901234567890,');
	const read = readableRecord(Buffer.from(long), id, later);
	expect(read?.retro).toMatchObject({ticket: '12345678901234567890'});
});

test('a record of a newer version is told of and left alone', () => {
	const newer = Buffer.from(text.replace('"schemaVersion": 1', '"schemaVersion": 7'));
	expect(examineRecord(newer, id).ailments).toEqual([{ailment: 'newer', what: 'record version 7'}]);
	expect(mendedRecord(newer, id, later)).toBeUndefined();
});

test('mending any record that is well changes nothing in it', () => {
	fc.assert(
		fc.property(arbitraryRetro, (retro) => {
			const print = printRetro(retro);
			const {ailments} = examineRecord(Buffer.from(print), retro.id);
			if (ailments.length > 0) return;
			expect(mendedRecord(Buffer.from(print), retro.id, later)?.text).toBe(print);
		}),
	);
});

test('whatever is mended is well and has all words that were readable', () => {
	fc.assert(
		fc.property(arbitraryRetro, fc.double({min: 0, max: 1, noNaN: true}), (retro, where) => {
			const print = Buffer.from(printRetro(retro));
			const bytes = print.subarray(0, Math.floor(print.length * where));
			const mended = mendedRecord(bytes, retro.id, later);
			if (mended === undefined) return;
			const {ailments} = examineRecord(Buffer.from(mended.text), retro.id);
			expect(ailments.filter(({ailment}) => ailment !== 'double-phase')).toEqual([]);
		}),
	);
});
