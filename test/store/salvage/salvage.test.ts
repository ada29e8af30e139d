import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Retro} from '../../../source/retro/record.ts';
import {printRetro} from '../../../source/store/record/layout.ts';
import {salvaged} from '../../../source/store/salvage/salvage.ts';
import {completeRetro} from '../../retro/complete-retro.ts';
import {id, later} from '../fixture.ts';

const whole: Retro = {...completeRetro, id};
const text = printRetro(whole);

function salvage(content: string | Uint8Array) {
	return salvaged(typeof content === 'string' ? Buffer.from(content) : content, id, later);
}

test('a whole record comes out as it is, with its unknown fields, and nothing is noted', () => {
	const extended = {...whole, ticket: {key: 'OPS-1'}};
	expect(salvage(printRetro(extended))).toEqual({retro: extended, notes: []});
});

test('wherever a record is cut off, every entry before the cut is saved', () => {
	fc.assert(
		fc.property(fc.integer({min: 0, max: text.length}), (cut) => {
			const saved = salvage(text.slice(0, cut))?.retro;
			const before = whole.timeline.filter((entry) => text.indexOf(JSON.stringify(entry.text)) + 200 < cut);
			expect(saved?.timeline.slice(0, before.length) ?? []).toEqual(before);
			if (cut > text.indexOf('"summary"') + whole.summary.length + 40) expect(saved?.summary).toBe(whole.summary);
		}),
	);
});

test('random bytes never throw', () => {
	fc.assert(fc.property(fc.uint8Array({maxLength: 300}), (bytes) => void salvage(bytes)));
	fc.assert(
		fc.property(
			fc.json(),
			fc.constantFrom('timeline', 'impact', 'lessons', 'title', 'actions', 'kept'),
			(json, key) => {
				const saved = salvage(
					text.replace('{\n', () => `{\n"${key}": ${json},\n`).replace(`\n  "${key}"`, '\n  "other"'),
				);
				expect(saved?.retro.summary).toBe(whole.summary);
			},
		),
	);
});

test.each<[string, Uint8Array, string]>([
	['a byte order mark', Buffer.from(`\uFEFF${text}`), 'read although it begins with a byte order mark'],
	['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'read although it is UTF-16'],
	['UTF-16 without one', Buffer.from(text, 'utf16le'), 'read although it is UTF-16'],
	[
		'zero bytes at its end',
		Buffer.concat([Buffer.from(text), Buffer.alloc(500)]),
		'read although it ends in zero bytes',
	],
])('a record with %s is read whole', (_what, bytes, note) => {
	expect(salvage(bytes)).toEqual({retro: whole, notes: [note]});
});

test('bytes that are no UTF-8 cost no word', () => {
	const latin = Buffer.from(text.replace(JSON.stringify(whole.title), '"Störung der Kasse"'), 'latin1');
	const saved = salvage(latin);
	expect(saved?.retro.title).toBe('Störung der Kasse');
	expect(saved?.notes).toContain('read although it is not UTF-8');
});

test.each([
	['nothing', ''],
	['zero bytes', '\0'.repeat(200)],
	['another kind of JSON', '{"name": "x"}'],
	['no JSON at all', 'hello'],
	['nesting without end', '['.repeat(200_000)],
])('nothing is made of %s', (_what, content) => {
	expect(salvage(content)).toBeUndefined();
});

test('a part of the wrong kind is mended where that loses nothing, and else told of', () => {
	const odd = {
		...whole,
		schemaVersion: '1',
		title: 42,
		severity: 'SEV9',
		impact: {...whole.impact, users: 12, start: 'yesterday'},
		timeline: [
			{id: 7, at: '2026-11-20T10:05:00Z', text: 404},
			{id: 'b', at: 'soon', text: 'Paged'},
		],
		actions: [{text: 'Add a canary'}],
		lessons: {...whole.lessons, gotLucky: ['A sentence without an id']},
	};
	const saved = salvage(JSON.stringify(odd));
	expect(saved?.retro).toMatchObject({
		title: '42',
		severity: null,
		impact: {users: '12', start: null},
		timeline: [{id: '7', at: '2026-11-20T10:05:00Z', text: '404'}],
		actions: [{kind: 'prevent', text: 'Add a canary', owner: '', due: null, status: 'open'}],
		lessons: {gotLucky: [{text: 'A sentence without an id'}]},
	});
	expect(saved?.notes).toEqual([
		'severity could not be read: "SEV9"',
		'impact.start could not be read: "yesterday"',
		'timeline 2 could not be read: {"id":"b","at":"soon","text":"Paged"}',
	]);
});

test('a name that reaches for the prototype of everything reaches nothing', () => {
	const saved = salvage(text.replace('{\n', '{\n"__proto__": {"polluted": true},\n'));
	expect(saved?.retro.title).toBe(whole.title);
	expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
});
