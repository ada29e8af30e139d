import {describe, expect, test} from 'vitest';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retroWith, type Screen, type ScreenOptions, walkThrough} from './screen.tsx';

function entry(clock: string, text: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	return {id: `e${clock.replace(':', '')}`, at: `2026-11-20T${clock}:00Z` as Instant, text, ...more};
}

const three = [entry('10:00', 'alert fires'), entry('10:05', 'acked'), entry('10:15', 'declared')];

function timeline(
	entries: readonly TimelineEntry[] = [],
	changes: Partial<Retro> = {},
	options: ScreenOptions = {},
): Promise<Screen> {
	return walkThrough(retroWith({timeline: [...entries], ...changes}), {step: 'timeline', ...options});
}

/** The stored entries as their clock time and text, by instant. */
function entered(screen: Screen): string[] {
	return screen
		.retro()
		.timeline.toSorted((a, b) => a.at.localeCompare(b.at))
		.map(({at, text}) => `${at.slice(11, 16)} ${text}`);
}

/** The numbers of the rows that hold these texts, from above. */
function places(screen: Screen, ...texts: string[]): number[] {
	return texts.map((text) => screen.rows().findIndex((row) => row.includes(text)));
}

describe('a time of several readings', () => {
	test('the readings stand under the line, and Enter opens them to pick one', async () => {
		const screen = await timeline();
		await screen.type('10:05 IST acked');
		expect(screen.frame()).toContain('IST: 1 Kolkata 04:35 · 2 Dublin 09:05 · 3 Jerusalem 08:05 UTC… · Enter picks');
		await screen.press('enter');
		expect(screen.row('Which time is')).toContain('10:05 IST');
		expect(screen.row('3  2026')).toContain('2026-11-20 08:05 UTC  Israel Standard Time, UTC+2');
		await screen.press('down', 'down', 'enter');
		expect(screen.retro().timeline).toEqual([
			{id: 'id1', at: '2026-11-20T08:05:00Z', text: 'acked', typed: '10:05 IST'},
		]);
		expect(screen.retro().drafts).toBeUndefined();
		expect(screen.frame()).toContain('❯ 1005 on-call acked, 3:05pm PDT');
		expect(screen.told.settled).toEqual([]);
	});

	test('a digit takes one, and Escape goes back to the line as it was', async () => {
		const screen = await timeline();
		await screen.type('10:05 IST acked');
		await screen.press('enter', 'escape');
		expect(screen.row('❯')).toContain('10:05 IST acked');
		await screen.type(' by phone');
		await screen.press('enter', '1');
		expect(entered(screen)).toEqual(['04:35 acked by phone']);
	});

	test('one that is taken for good is settled for the team, and read so at once', async () => {
		const screen = await timeline();
		await screen.type('10:05 IST acked');
		await screen.press('enter');
		expect(screen.frame()).toContain('a  takes it, and always reads IST as Asia/Kolkata, for this team');
		await screen.press('a');
		expect(entered(screen)).toEqual(['04:35 acked']);
		expect(screen.told.settled).toEqual(['IST Asia/Kolkata']);
		await screen.until('IST is Asia/Kolkata from now on: it stands in /home/ada/retros/config.json');
		await screen.type('10:20 IST drained');
		expect(screen.frame()).toContain('= 2026-11-20 04:50 UTC · IST is UTC+5:30, Asia/Kolkata');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['04:35 acked', '04:50 drained']);
	});

	test('settings that cannot be written are told of, and the entry is entered all the same', async () => {
		const screen = await timeline([], {}, {cannotWrite: true});
		await screen.type('10:05 IST acked');
		await screen.press('enter', 'down', 'a');
		await screen.until('Cannot write the settings');
		expect(entered(screen)).toEqual(['09:05 acked']);
	});

	test('an hour that came twice is asked, and cannot be settled', async () => {
		const screen = await timeline();
		await screen.type('2026-11-01 1:30am ET acked');
		expect(screen.frame()).toContain('1:30am came twice: 1 UTC-4 05:30 UTC · 2 UTC-5 06:30 UTC · Enter picks');
		await screen.press('enter');
		expect(screen.frame()).not.toContain('always reads');
		await screen.press('a', '2');
		expect(screen.retro().timeline).toMatchObject([{at: '2026-11-01T06:30:00Z', typed: '2026-11-01 1:30am ET'}]);
		expect(screen.told.settled).toEqual([]);
	});

	test('PST in summer is entered as its letters say; Alt+Z takes what the clocks showed', async () => {
		const screen = await timeline();
		await screen.type('2026-06-10 10:05 PST first');
		expect(screen.row('18:05 UTC')).toMatch(/Los Angeles was on PDT, UTC-7: 17:05 UTC\? · Alt\+Z$/);
		await screen.press('enter');
		await screen.type('2026-06-10 10:05 PST second');
		await screen.press('alt+z');
		expect(screen.row('1  2026')).toContain('2026-06-10 18:05 UTC  Pacific Standard Time, UTC-8');
		await screen.press('2');
		expect(screen.retro().timeline).toMatchObject([
			{at: '2026-06-10T18:05:00Z', text: 'first', typed: '2026-06-10 10:05 PST'},
			{at: '2026-06-10T17:05:00Z', text: 'second', typed: '2026-06-10 10:05 PST'},
		]);
	});

	test('a time without a text yet is put into the line as the instant that was taken', async () => {
		const screen = await timeline();
		await screen.type('10:05 IST');
		await screen.press('enter', '1');
		expect(screen.row('❯')).toContain('2026-11-20 04:35 UTC');
		await screen.type('acked');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['04:35 acked']);
	});

	test('a row that is edited in its place asks in the same way', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'enter', 'ctrl+u');
		await screen.type('10:05 IST declared');
		await screen.press('enter', 'escape');
		expect(screen.row('❯')).toContain('10:05 IST declared');
		await screen.press('enter', '2');
		expect(screen.retro().timeline[2]).toMatchObject({
			at: '2026-11-20T09:05:00Z',
			text: 'declared',
			typed: '10:05 IST',
		});
		expect(screen.retro().drafts).toBeUndefined();
	});

	test.each([
		[60, 14],
		[40, 10],
		[20, 6],
	])('the choice fits into %i columns and %i rows', async (columns, rows) => {
		const screen = await timeline([], {}, {columns, rows});
		await screen.type('10:05 CST x');
		await screen.press('enter');
		expect(screen.rows().length).toBeLessThanOrEqual(rows);
		await screen.press('2');
		expect(entered(screen)).toEqual(['02:05 x']);
	});
});

describe('entering', () => {
	test('a line with a time becomes an entry, and the line is empty again', async () => {
		const screen = await timeline();
		await screen.type('1005 on-call acked');
		expect(screen.frame()).toContain('= 2026-11-20 10:05 UTC');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:05 on-call acked']);
		expect(screen.row('on-call acked')).toMatch(/✓ 10:05 +on-call acked/);
		expect(screen.frame()).toContain('❯ 1005 on-call acked, 3:05pm PDT');
	});

	test('entries stand in the order of their times, whatever order they are typed in', async () => {
		const screen = await timeline();
		for (const line of ['1015 declared', '1000 alert fires', '1005 acked']) {
			await screen.type(line);
			await screen.press('enter');
		}
		const [first = 0, second = 0, third = 0] = places(screen, 'alert fires', 'acked', 'declared');
		expect(first).toBeGreaterThan(0);
		expect([second - first, third - second]).toEqual([1, 1]);
		expect(screen.row('acked')).toContain('+5m');
		expect(screen.row('declared')).toContain('+10m');
	});

	test('+5 is five minutes after the entry that was entered last', async () => {
		const screen = await timeline([entry('10:15', 'declared'), entry('10:00', 'alert fires')]);
		await screen.type('+5 acked');
		expect(screen.frame()).toContain('= 2026-11-20 10:05 UTC');
		await screen.press('enter');
		expect(entered(screen)).toContain('10:05 acked');
	});

	test('a time in another zone is converted in sight, and what was typed is kept', async () => {
		const screen = await timeline();
		await screen.type('2:51am PST error budget page closes');
		expect(screen.frame()).toContain('= 2026-11-20 10:51 UTC');
		expect(screen.frame()).toContain('PST is UTC-8');
		await screen.press('enter');
		expect(screen.retro().timeline).toEqual([
			expect.objectContaining({at: '2026-11-20T10:51:00Z', text: 'error budget page closes', typed: '2:51am PST'}),
		]);
	});

	test.each(['25:61 too late', '2026-11-31 10:05 acked'])(
		'"%s" is refused with a reason and stays to be mended',
		async (line) => {
			const screen = await timeline();
			await screen.type(line);
			const [at = 0] = places(screen, `❯ ${line}`);
			const reading = screen.rows()[at + 1];
			expect(reading?.trim()).not.toBe('');
			await screen.press('enter');
			expect(screen.retro().timeline).toEqual([]);
			expect(screen.rows()[at + 1]).toBe(reading);
			expect(screen.frame()).toContain(`❯ ${line}`);
		},
	);

	test('a line without a time is not taken and says what a time looks like', async () => {
		const screen = await timeline();
		await screen.type('5xx errors everywhere');
		await screen.press('enter');
		expect(screen.retro().timeline).toEqual([]);
		expect(screen.frame()).toContain('Begin with a time: 1005, 3:05pm PDT');
	});

	test('a time without a text is not taken', async () => {
		const screen = await timeline();
		await screen.type('1005');
		await screen.press('enter');
		expect(screen.retro().timeline).toEqual([]);
		expect(screen.frame()).toContain('❯ 1005');
	});

	test('Enter on the empty line goes on to the whys', async () => {
		const screen = await timeline();
		await screen.press('enter');
		expect(screen.frame()).toContain('◉ Whys');
	});

	test('Alt+P before Enter gives the new entry a phase, the first one that is free', async () => {
		const screen = await timeline([entry('10:00', 'alert fires', {phase: 'detected'})]);
		await screen.type('1005 acked');
		await screen.press('alt+p');
		expect(screen.frame()).toContain('◆ acknowledged = 2026-11-20 10:05 UTC');
		await screen.press('enter');
		expect(screen.row('◆ acknowledged')).toContain('acked');
		expect(screen.retro().timeline.at(-1)).toMatchObject({text: 'acked', phase: 'acknowledged'});
	});

	test('a line that was begun is there when the step is come back to', async () => {
		const screen = await timeline();
		await screen.type('1005 on-c');
		await screen.press('pagedown', 'pageup');
		expect(screen.frame()).toContain('❯ 1005 on-c');
		await screen.type('all acked');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:05 on-call acked']);
	});

	test('a phase that was chosen for a line outlives leaving the step', async () => {
		const screen = await timeline();
		await screen.type('1005 acked');
		await screen.press('alt+p', 'pagedown', 'pageup', 'enter');
		expect(screen.retro().timeline[0]?.phase).toBe('started');
	});

	test('a line in which the lint finds something is entered all the same', async () => {
		const screen = await timeline();
		await screen.type('1005 a careless deploy');
		await screen.until('Judges a person');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:05 a careless deploy']);
		await screen.until('⚠ a careless deploy');
	});
});

describe('a selected entry', () => {
	test('is reached by Up from the line, and the row is marked', async () => {
		const screen = await timeline(three);
		await screen.press('up');
		expect(screen.row('declared')).toContain('❯ 10:15');
		await screen.press('up');
		expect(screen.row('acked')).toContain('❯ 10:05');
	});

	test('goes through the phases that are free by Alt+P', async () => {
		const screen = await timeline(three, {impact: {...retroWith().impact, start: '2026-11-20T10:00:00Z' as Instant}});
		await screen.press('up', 'up', 'up', 'alt+p');
		expect(screen.row('alert fires')).toContain('◆ detected');
		await screen.press('alt+p');
		expect(screen.row('alert fires')).toContain('◆ acknowledged');
		await screen.press('down', 'alt+p');
		expect(screen.row('acked')).toContain('◆ declared');
	});

	test('with a phase gives the times between them, in sight', async () => {
		const screen = await timeline(three, {impact: {...retroWith().impact, start: '2026-11-20T09:54:00Z' as Instant}});
		await screen.press('up', 'up', 'up', 'alt+p');
		expect(screen.rows()[3]).toContain('detect 6m');
	});

	test('is edited in place: Enter, type, Enter', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'up', 'enter');
		expect(screen.row('10:05 acked')).toContain('❯');
		await screen.type(' by the on-call');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:05 acked by the on-call', '10:15 declared']);
		expect(screen.row('acked by the on-call')).toContain('❯ 10:05');
	});

	test('is sorted in anew when its time is edited', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'up', 'enter', 'ctrl+a', 'delete', 'delete', 'delete', 'delete', 'delete');
		await screen.type('10:30');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:15 declared', '10:30 acked']);
		const [declared = 0, acked = 0] = places(screen, 'declared', 'acked');
		expect(acked).toBeGreaterThan(declared);
	});

	test('keeps its time where the one that was typed cannot be read, and says so', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'up', 'enter', 'ctrl+a', 'delete', 'delete', 'delete', 'delete', 'delete');
		await screen.type('25:61');
		await screen.press('enter');
		expect(entered(screen).some((line) => line.startsWith('10:05'))).toBe(true);
		expect(screen.frame()).toContain('The entry keeps 10:05 UTC');
	});

	test('that is edited and left by a step or an arrow keeps what was typed', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'enter');
		await screen.type(' SEV 2');
		await screen.press('pagedown');
		expect(entered(screen)).toContain('10:15 declared SEV 2');
		await screen.press('pageup', 'up', 'enter');
		await screen.type(' by phone');
		await screen.press('up');
		expect(entered(screen).filter((line) => line.includes('by phone'))).toHaveLength(1);
	});

	test('that is edited and left by Escape keeps what was typed', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'enter');
		await screen.type(' SEV 2');
		await screen.press('escape');
		expect(entered(screen)).toContain('10:15 declared SEV 2');
		expect(screen.row('declared SEV 2')).toContain('❯');
	});

	test('is deleted by Delete, with its neighbour selected, and Ctrl+Z brings it back', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'up', 'delete');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:15 declared']);
		expect(screen.row('declared')).toContain('❯');
		expect(screen.frame()).toContain('Ctrl+Z brings it back');
		await screen.press('ctrl+z');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:05 acked', '10:15 declared']);
	});

	test('moves among entries of the same time, and no further', async () => {
		const screen = await timeline([
			entry('10:00', 'first'),
			entry('10:00', 'second', {id: 'b'}),
			entry('10:05', 'third'),
		]);
		await screen.press('up', 'up', 'alt+up');
		const [first = 0, second = 0] = places(screen, 'first', 'second');
		expect(second).toBeLessThan(first);
		await screen.press('down', 'alt+down');
		const [third = 0] = places(screen, 'third');
		expect(third).toBeGreaterThan(first);
	});

	test('gives way to the line as soon as somebody types', async () => {
		const screen = await timeline(three);
		await screen.press('up', 'up');
		await screen.type('1047 back');
		await screen.press('enter');
		expect(entered(screen).at(-1)).toBe('10:47 back');
	});

	test('that is too long for its row has its whole text in sight', async () => {
		const text = `${'a long story '.repeat(12)}with an end`;
		const screen = await timeline([entry('10:00', text)]);
		expect(screen.frame()).not.toContain('with an end');
		await screen.press('up');
		expect(screen.frame()).toContain('with an end');
		expect(screen.rows()).toHaveLength(24);
	});
});

describe('the list', () => {
	test('says where nothing was noted for long while users were affected', async () => {
		const impact = {...retroWith().impact, start: '2026-11-20T10:00:00Z' as Instant};
		const screen = await timeline([entry('10:15', 'declared'), entry('10:47', 'back')], {impact});
		expect(screen.frame()).toContain('32m with nothing noted');
	});

	test('has a heading for each day', async () => {
		const screen = await timeline([
			entry('23:50', 'alert fires'),
			{id: 'next', at: '2026-11-21T00:10:00Z' as Instant, text: 'acked'},
		]);
		expect(screen.frame()).toMatch(/2026-11-20[\s\S]*23:50[\s\S]*2026-11-21[\s\S]*00:10/);
	});

	test('of one day says which, so that a wrong one is seen', async () => {
		const screen = await timeline(three);
		const [day, first] = places(screen, '2026-11-20', 'alert fires');
		expect(first).toBe((day as number) + 1);
	});

	test('keeps the day of the first row that is shown over it while it scrolls', async () => {
		const minutes = Array.from({length: 40}, (_, minute) => String(minute + 10));
		const nextDay = minutes.map((minute) => ({
			id: `n${minute}`,
			at: `2026-11-21T08:${minute}:00Z` as Instant,
			text: `morning ${minute}`,
		}));
		const screen = await timeline([...minutes.map((minute) => entry(`10:${minute}`, `day ${minute}`)), ...nextDay]);
		const day = places(screen, '2026-11-21')[0] as number;
		expect(screen.rows()[day + 1]).toMatch(/08:\d\d .*morning/);
		expect(screen.frame()).toContain('morning 49');
		for (let step = 0; step < 45; step++) await screen.press('up');
		expect(screen.row('❯')).toContain('day 45');
		expect(places(screen, '2026-11-20')).toEqual([day]);
		expect(screen.rows()[day + 1]).toMatch(/10:\d\d .*day/);
	});

	test('keeps a long time since the entry before apart from the clock and the phase', async () => {
		const screen = await timeline(
			[
				{...entry('10:00', 'alert fires'), at: '2026-11-20T10:00:30Z' as Instant},
				{...entry('23:59', 'all hands called', {phase: 'declared'}), at: '2026-11-20T23:59:20Z' as Instant},
			],
			{},
			{columns: 80},
		);
		expect(screen.row('all hands')).toContain('23:59:20 +13h 58m ◆ declared');
	});

	test('says of more than a hundred days no hours, so that the rows stay in line', async () => {
		const screen = await timeline([
			{...entry('10:00', 'config drifts'), at: '2026-01-01T20:00:00Z' as Instant},
			entry('10:05', 'deploy goes out'),
		]);
		expect(screen.row('deploy goes')).toMatch(/10:05 +\+322d +deploy goes/);
		expect(screen.row('deploy goes').indexOf('deploy goes')).toBe(screen.row('config drifts').indexOf('config drifts'));
	});

	test('keeps the sign of a phase apart from the text at 40 columns', async () => {
		const screen = await timeline([entry('10:00', 'alert fires', {phase: 'detected'})], {}, {columns: 40});
		expect(screen.row('alert fires')).toContain('10:00 ◆ alert fires');
	});

	test('leaves the columns of the phases to what happened until there is one', async () => {
		const long = 'customers of the eu region cannot pay by card, nor by bank';
		const screen = await timeline([entry('10:00', long), entry('10:05', 'acked')]);
		expect(screen.frame()).toContain(long);
		await screen.press('up', 'alt+p');
		expect(screen.row('acked')).toContain('◆ started');
		expect(screen.row('10:00')).toMatch(/customers of the .*…$/);
	});

	test('draws only what can be seen of 500 entries, and follows the selection', async () => {
		const many = Array.from({length: 500}, (_, index) => {
			const at = new Date(Date.UTC(2026, 10, 20, 0, index)).toISOString().replace('.000Z', 'Z') as Instant;
			return {id: `m${index}`, at, text: `event ${index}.`};
		});
		const screen = await timeline(many);
		expect(screen.rows()).toHaveLength(24);
		expect(screen.frame()).toContain('event 499.');
		expect(screen.frame()).not.toContain('event 480.');
		for (let index = 0; index < 20; index++) await screen.press('up');
		expect(screen.row('event 480.')).toContain('❯');
		expect(screen.frame()).toMatch(/↑ \d+ above {2}↓ \d+ below/);
	});

	test('shows where a new entry went, although it lies far above', async () => {
		const many = Array.from({length: 60}, (_, index) =>
			entry(`12:${String(index).padStart(2, '0')}`, `event ${index}.`),
		);
		const screen = await timeline(many);
		await screen.type('1201 in between');
		await screen.press('enter');
		expect(screen.row('in between')).toContain('✓ 12:01');
	});
});

describe('evidence', () => {
	const run = 'https://ci.example.com/pipelines/checkout/run/5';

	test('is a mark behind the words, and stands whole under the row that is selected', async () => {
		const screen = await timeline();
		await screen.type(`1005 Rolled back ${run}`);
		await screen.press('enter');
		expect(screen.row('Rolled back')).toMatch(/Rolled back ↗$/);
		expect(screen.frame()).not.toContain('https://');
		await screen.press('up');
		expect(screen.frame()).toContain(`Rolled back ${run}`);
		expect(screen.retro().timeline).toMatchObject([{text: `Rolled back ${run}`}]);
	});

	test('a long row keeps its mark, and a plain terminal has one too', async () => {
		const text = `Rolled back ${'again and '.repeat(12)}again $ kubectl rollout undo deploy/web`;
		const screen = await timeline([entry('10:05', text)], {}, {env: {TERM: 'linux'}});
		expect(screen.row('Rolled back')).toMatch(/\.\.\. \^$/);
	});

	test('the link to a message gives the time and is evidence', async () => {
		const screen = await timeline();
		await screen.type('https://acme.slack.com/archives/C024/p1795169100123456 rolled back');
		expect(screen.frame()).toContain('= 2026-11-20 10:05 UTC · from the link');
		await screen.press('enter');
		expect(screen.row('rolled back')).toMatch(/10:05 +rolled back ↗$/);
		await screen.press('up');
		expect(screen.frame()).toContain('rolled back https://acme.slack.com/archives/C024/p1795169100123456');
	});

	test('a command at the end is no wording', async () => {
		const screen = await timeline();
		await screen.type('1005 Rolled back $ careless --undo deploy/web');
		await screen.press('enter');
		expect(screen.row('Rolled back')).not.toContain('⚠');
	});
});

describe('one Enter too many', () => {
	test('stays behind what was entered and says where the next one leads', async () => {
		const screen = await timeline();
		await screen.type('10:00 alert fires');
		await screen.press('enter', 'enter');
		expect(screen.frame()).toContain('Nothing typed. Enter once more goes on to the root cause.');
		await screen.type('10:05 acked');
		await screen.press('enter', 'enter');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:05 acked']);
		await screen.press('enter');
		expect(screen.frame()).toContain('Ask why');
	});

	test('goes on from a timeline without entries', async () => {
		const screen = await timeline();
		await screen.press('enter');
		expect(screen.frame()).toContain('Ask why');
	});
});
