import {describe, expect, test} from 'vitest';
import type {Phase, TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retroWith, type Screen, type ScreenOptions, walkThrough} from './screen.tsx';

function entry(clock: string, text: string, phase?: Phase): TimelineEntry {
	return {id: `e${clock.replace(':', '')}`, at: `2026-11-20T${clock}:00Z` as Instant, text, ...(phase && {phase})};
}

const incident = [
	entry('10:00', 'a release goes out', 'started'),
	entry('10:10', 'the alert fires', 'detected'),
	entry('10:20', 'the page is taken', 'acknowledged'),
	entry('10:22', 'a guess'),
	entry('10:23', 'another'),
	entry('10:50', 'the release is taken back', 'mitigated'),
	entry('11:00', 'all is well', 'resolved'),
];

function timeline(entries: readonly TimelineEntry[] = incident, options: ScreenOptions = {}): Promise<Screen> {
	return walkThrough(retroWith({timeline: [...entries]}), {step: 'timeline', ...options});
}

/** The bar, and the strip under it. */
function picture(screen: Screen): string[] {
	const rows = screen.rows();
	const bar = rows.findIndex((row) => /█▓|#=/.test(row));
	return rows.slice(bar, bar + 2);
}

test('the phases stand over the timeline as long as they were, and how densely it is noted under them', async () => {
	const screen = await timeline();
	expect(screen.row('started')).toMatch(/started +detected +acked \+20m +mitigated \+50m +resolved$/);
	const [bar = '', strip = ''] = picture(screen);
	expect(bar.trim()).toMatch(/^█{12}▓{12}▒{37}─{12}┤$/);
	expect(strip.trim()).toMatch(/^▂▁+▂▁+▂▁▁▂▂▁+▂▁+▂$/);
	expect(strip.length).toBe(bar.length);
});

test('is told apart without Unicode, by plain characters', async () => {
	const screen = await timeline(incident, {env: {TERM: 'linux'}});
	const [bar = '', strip = ''] = picture(screen);
	expect(bar.trim()).toMatch(/^#+=+\++\.+\|$/);
	expect(strip.trim()).toMatch(/^\. +\. +\. {2}\.\. +\. +\.$/);
});

test('shows where the selected entry lies, and the time that ends with its phase', async () => {
	const screen = await timeline();
	await screen.press('up');
	expect(picture(screen)[1]?.trim()).toMatch(/▁▲$/);
	expect(screen.frame()).toContain('Time to resolve 1h: 10:00 started to 11:00 resolved');
	await screen.press('up');
	expect(screen.frame()).toContain('Time to mitigate 50m: 10:00 started to 10:50 mitigated');
	await screen.press('up');
	expect(picture(screen)[1]).toMatch(/▲▁+▂▁+▂$/);
	expect(screen.row('started')).toContain('resolved');
});

test('says of a phase whose time cannot be told what is missing', async () => {
	const screen = await timeline(incident.slice(1));
	await screen.press('up');
	expect(screen.frame()).toContain('Time to resolve: no entry is marked as started');
});

test('tells of entries outside the incident at its edges', async () => {
	const screen = await timeline([entry('03:00', 'the cause'), ...incident, entry('23:00', 'the follow-up')]);
	expect(picture(screen)[1]).toMatch(/^ ?< ▂.*▂ >$/);
});

describe('never takes the room of what is typed', () => {
	/** The row that the line is typed in, counted from below. */
	const lineFromBelow = (screen: Screen): number =>
		screen.rows().length - screen.rows().findIndex((row) => /❯/.test(row));

	test('the line stays in its row when the picture comes', async () => {
		const screen = await timeline([entry('10:00', 'alert fires')]);
		const before = lineFromBelow(screen);
		await screen.type('1005 acked');
		await screen.press('alt+p', 'enter');
		expect(screen.frame()).toContain('▂');
		expect(lineFromBelow(screen)).toBe(before);
	});

	test.each([
		[80, 24, true],
		[40, 24, true],
		[80, 20, false],
		[40, 12, false],
		[39, 24, false],
	])('in %i by %i', async (columns, rows, isDrawn) => {
		const screen = await timeline(incident, {columns, rows});
		expect(screen.frame().includes('█')).toBe(isDrawn);
		expect(screen.frame()).toContain('❯');
	});
});

test('gives its row to the list while there are a few entries without a phase', async () => {
	const few = ['10:00', '10:04', '10:09', '10:30'].map((clock) => entry(clock, `at ${clock}`));
	expect((await timeline(few)).frame()).not.toMatch(/▁/);
	expect((await timeline([...few, entry('10:40', 'one more')])).frame()).toMatch(/▂▁+/);
});

test('the times beside the guide’s line take a whole clause of it, and no half word', async () => {
	const screen = await timeline();
	expect(screen.row('detect 10m')).toMatch(/What happened, in UTC\. +detect 10m . mitigate 50m . resolve 1h$/);
});
