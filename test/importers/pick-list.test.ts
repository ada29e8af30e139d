import fc from 'fast-check';
import {expect, test} from 'vitest';
import {withoutKnown} from '../../source/importers/already-there.ts';
import {kept} from '../../source/importers/candidate.ts';
import {importEdit} from '../../source/importers/entries.ts';
import {isForImport} from '../../source/importers/paste-shape.ts';
import {carriedOver, pickedRows, turn} from '../../source/importers/pick-list.ts';
import {readPasted} from '../../source/importers/read-pasted.ts';
import {rolesOf, withRoles} from '../../source/importers/roles.ts';
import {readWindow} from '../../source/importers/time-window.ts';
import {apply, inverse} from '../../source/retro/edit.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import {type Instant, instantOf} from '../../source/time/instant.ts';

const now = '2026-11-21T09:00:00Z' as Instant;
const retro = newRetro({id: '2026-11-20-checkout-k3x9', now, title: 'Checkout'});
const context = {now, date: undefined, zone: undefined, incidentDate: undefined, zones: {}};

const row = fc.record({
	at: fc.integer({min: 1_795_168_800, max: 1_795_172_400}).map((seconds) => instantOf(seconds * 1000)),
	text: fc.oneof(
		fc.constantFrom('acked', 'Acked!', 'drained'),
		fc.string({minLength: 1}).filter((text) => /\w/.test(text)),
	),
	who: fc.constantFrom('', 'Ana', 'Ben'),
	ref: fc.constantFrom('', '', 'slack:1', 'slack:2', 'slack:3'),
});

test('importing twice adds nothing the second time, and taking it back leaves what was there', () => {
	fc.assert(
		fc.property(fc.array(row, {maxLength: 30}), (given) => {
			const rows = given.map(({at, text, who, ref}) => kept(at, text, {who, ref}));
			const first = withoutKnown(rows, retro.timeline).filter(({keep}) => keep);
			const edit = importEdit(retro, first, 'abc', 'slack-export');
			if (edit === undefined) return;
			const after = apply(retro, edit);
			expect(after.timeline).toHaveLength(first.length);
			expect(withoutKnown(rows, after.timeline).filter(({keep}) => keep)).toEqual([]);
			expect(apply(after, inverse(edit))).toEqual(retro);
		}),
	);
});

test('any paste is read to its end, and a second time the same rows are known', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof(fc.string(), fc.constantFrom('10:05 paged', '  10:06 AM', 'Ana')), {maxLength: 12}),
			async (lines) => {
				const read = await readPasted(lines.join('\n'), context);
				if (read.kind !== 'gathered') return;
				const rows = withoutKnown(read.gathered.rows, []).filter(({keep}) => keep);
				const edit = importEdit(retro, rows, 'abc', 'timeline');
				const after = edit === undefined ? retro : apply(retro, edit);
				expect(withoutKnown(read.gathered.rows, after.timeline).some(({keep}) => keep)).toBe(false);
			},
		),
		{numRuns: 200},
	);
});

test('what was picked by hand is still so when the times are read anew', () => {
	const before = [kept(instantOf(0), 'a'), kept(instantOf(1000), 'b'), kept(instantOf(2000), 'b')];
	const after = [kept(instantOf(0), 'b'), kept(instantOf(1000), 'b'), kept(instantOf(2000), 'a')];
	const turned = turn(new Map(), before, [0, 2], false);
	const rows = pickedRows(after, {from: undefined, until: undefined}, carriedOver(turned, before, after));
	expect(rows.map(({keep}) => keep)).toEqual([true, false, false]);
});

test('a window is read as people write one', () => {
	const times = {now, previous: null, incidentStart: null, incidentDate: '2026-11-20' as never};
	const ends = (typed: string) => {
		const read = readWindow(typed, times);
		return read.kind === 'window' ? [read.window.from?.slice(5, 16), read.window.until?.slice(5, 16)] : read.message;
	};
	expect(ends('09:00 to 12:47')).toEqual(['11-20T09:00', '11-20T12:47']);
	expect(ends('23:00 to 01:30')).toEqual(['11-20T23:00', '11-21T01:30']);
	expect(ends('2026-11-19 09:00 – 2026-11-20 12:47')).toEqual(['11-19T09:00', '11-20T12:47']);
	expect(ends('from 10:05')).toEqual(['11-20T10:05', undefined]);
	expect(ends('10:05')).toEqual(['11-20T10:05', undefined]);
	expect(ends('until 10:05 PST')).toEqual([undefined, '11-20T18:05']);
	expect(ends('')).toEqual([undefined, undefined]);
	expect(ends('2026-11-20 10:05 to 2026-11-19 10:05')).toBe('It would end before it begins');
	expect(ends('9 to 5 maybe')).toContain('9');
});

test('people are named by the role that stands behind them in the participants', () => {
	const roles = rolesOf(['Ana Lopez (incident commander)', '@ben (scribe)', 'Cy']);
	const rows = withRoles(
		[
			kept(instantOf(0), 'ask @Ana Lopez, @ben or @benny and @Cy', {who: 'ana lopez'}),
			kept(instantOf(0), 'x', {who: 'Cy'}),
		],
		roles,
	);
	expect(rows.map(({who, text}) => [who, text])).toEqual([
		['incident commander', 'ask incident commander, scribe or @benny and @Cy'],
		['Cy', 'x'],
	]);
});

test.each([
	[
		'Slack export',
		JSON.stringify([{type: 'message', ts: '1795169100.000100', user: 'U1', text: 'x', reactions: [{name: 'pushpin'}]}]),
		['pushpin'],
	],
	['Slack paste', 'Ana\n  10:05 AM\nslow :turtle:\n:eyes:\n2\n:+1:\n1', ['eyes', '+1']],
	[
		'Teams',
		JSON.stringify({
			value: [
				{
					id: '1',
					messageType: 'message',
					createdDateTime: '2026-11-20T10:05:00Z',
					body: {contentType: 'text', content: 'x'},
					reactions: [{reactionType: 'like'}],
				},
			],
		}),
		['like'],
	],
	[
		'Google Chat',
		JSON.stringify({
			messages: [
				{
					name: 'spaces/a/messages/1',
					createTime: '2026-11-20T10:05:00Z',
					text: 'x',
					emojiReactionSummaries: [{emoji: {unicode: '👀'}}],
				},
			],
		}),
		['👀'],
	],
])('%s: reactions are known, to be filtered by', async (_source, text, reactions) => {
	const read = await readPasted(text, context);
	expect(read.kind === 'gathered' && read.gathered.rows.map((one) => one.reactions)).toEqual([reactions]);
});

test.each([
	['10:05 acked', false],
	['10:05 acked\n', false],
	['\n\n10:05 acked\r\n', false],
	['[10:05] acked', false],
	['10:05 acked\n10:06 drained', true],
	['10:05 acked\r10:06 drained', true],
	['[{"type":"message"}]', true],
	[`${'x'.repeat(2_000_000)}`, false],
])('whether a paste is for the rows: case %#', (text, expected) => {
	expect(isForImport(text)).toBe(expected);
});
