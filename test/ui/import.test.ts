import {describe, expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const paste = [
	'Ana',
	'  10:05 AM',
	'Checkout is slow',
	':eyes:',
	'2',
	'',
	'Ben',
	'  10:07 AM',
	'draining cache-3',
	'10:15',
	'drained',
].join('\n');

function timeline(changes: Partial<Retro> = {}): Promise<Screen> {
	return walkThrough(retroWith({date: '2026-11-20' as CalendarDate, ...changes}), {step: 'timeline'});
}

function entered(screen: Screen): string[] {
	return screen.retro().timeline.map(({at, text}) => `${at.slice(0, 16)} ${text}`);
}

test('a paste without date and zone is asked for both, once, and Enter adds it as one step to undo', async () => {
	const screen = await timeline();
	await screen.paste(paste);
	await screen.until('Slack messages: 3 messages');
	expect(screen.row('Checkout is slow')).toMatch(/✓ 10:05 \? Ana +Checkout is slow :eyes:/);
	expect(screen.frame()).toContain('Which day are these times of? 2026-11-20');
	expect(screen.frame()).toContain('Friday 2026-11-20, for 3 rows');
	await screen.press('enter');
	await screen.until('In which zone are these times? UTC');
	await screen.type('PST');
	expect(screen.frame()).toContain('Pacific Standard Time');
	await screen.press('enter');
	await screen.until('Enter adds 3 entries');
	expect(screen.row('Checkout is slow')).toMatch(/✓ 18:05 {3}Ana/);
	expect(screen.retro().timeline).toEqual([]);
	await screen.press('enter');
	expect(entered(screen)).toEqual([
		'2026-11-20T18:05 Ana: Checkout is slow',
		'2026-11-20T18:07 Ben: draining cache-3',
		'2026-11-20T18:15 Ben: drained',
	]);
	expect(screen.frame()).toContain('3 entries added. Ctrl+Z takes all of them back.');
	await screen.press('ctrl+z');
	expect(screen.retro().timeline).toEqual([]);
});

const placed = [
	'2026-11-20 08:30 UTC nightly backup done',
	'2026-11-20 10:05 UTC alert fires',
	'2026-11-20 10:07 UTC on-call acked',
	'2026-11-20 11:40 UTC latency back to normal',
].join('\n');

const impact = {
	...retroWith().impact,
	start: '2026-11-20T10:00:00Z' as Instant,
	end: '2026-11-20T11:47:00Z' as Instant,
};

async function opened(text: string, changes: Partial<Retro> = {}): Promise<Screen> {
	const screen = await timeline(changes);
	await screen.paste(text);
	await screen.until(/Enter (?:adds|would)/);
	return screen;
}

test('one line stays text in the line, with or without the break at its end', async () => {
	const screen = await timeline();
	await screen.paste('1005 on-call acked\n');
	expect(screen.frame()).toContain('❯ 1005 on-call acked');
	await screen.press('enter');
	expect(entered(screen)).toEqual(['2026-11-20T10:05 on-call acked']);
});

test('what lies more than an hour outside of the impact is left out, and Space puts it in', async () => {
	const screen = await opened(placed, {impact});
	expect(screen.frame()).toContain('Written timeline: 3 entries, 1 left out: outside the window');
	expect(screen.row('alert fires')).toContain('❯ ✓ 10:05');
	await screen.press('home');
	expect(screen.row('nightly backup')).toMatch(/❯ ○ 08:30 +nightly backup done +outside the window/);
	await screen.press('space');
	expect(screen.row('nightly backup')).toMatch(/❯ ✓ 08:30/);
	expect(screen.frame()).toContain('Enter adds 4 entries');
	await screen.press('down', 'space');
	expect(screen.row('alert fires')).toMatch(/❯ ○ 10:05 +alert fires +by hand/);
	await screen.press('enter');
	expect(entered(screen).map((line) => line.slice(11))).toEqual([
		'08:30 nightly backup done',
		'10:07 on-call acked',
		'11:40 latency back to normal',
	]);
});

test('the window is asked for with w, and a mistake in it is told', async () => {
	const screen = await opened(placed);
	await screen.press('w');
	await screen.type('10:06 to 10:00');
	expect(screen.frame()).not.toContain('= 2026-11-20 10:06');
	await screen.press('ctrl+u');
	await screen.type('10:06 to 25:99');
	await screen.press('enter');
	expect(screen.frame()).toContain('Only rows 10:06 to 25:99');
	await screen.press('ctrl+u');
	await screen.type('10:06 to 12:00');
	expect(screen.frame()).toContain('= 2026-11-20 10:06 to 12:00, in UTC');
	await screen.press('enter');
	expect(screen.frame()).toContain('Enter adds 2 entries');
	expect(screen.row('alert fires')).toContain('outside the window');
});

const exported = JSON.stringify(
	[
		{user: 'ana', text: 'errors after the deploy', reactions: [{name: 'pushpin', users: ['U1'], count: 1}]},
		{user: 'ben', text: 'rolling the deploy back'},
		{user: 'ben', text: 'joined', subtype: 'channel_join'},
		{user: 'ana', text: 'all green', reactions: [{name: 'tada', users: ['U1'], count: 1}]},
	].map((message, index) => ({type: 'message', ts: `${1_795_169_100 + index * 60}.000100`, ...message})),
);

test.each([
	['deploy', ['errors after', 'rolling the'], ['all green']],
	['@ana', ['errors after', 'all green'], ['rolling the']],
	[':pushpin:', ['errors after'], ['rolling the', 'all green']],
	['@ben deploy', ['rolling the'], ['errors after', 'joined']],
])('an export on one line is recognised, and "%s" shows only what it says', async (filter, seen, unseen) => {
	const screen = await opened(exported);
	expect(screen.frame()).toContain('Slack export: 3 messages, 1 left out: channel_join');
	await screen.press('/');
	await screen.type(filter);
	for (const text of seen) expect(screen.frame()).toContain(text);
	for (const text of unseen) expect(screen.frame()).not.toContain(text);
	await screen.press('escape');
	expect(screen.frame()).toContain('Slack export: 3 messages');
	for (const text of unseen) expect(screen.frame()).toContain(text);
});

test('a takes none, or all that are shown but what is noise', async () => {
	const screen = await opened(exported);
	await screen.press('a');
	expect(screen.frame()).toContain('Enter would add nothing yet');
	await screen.press('enter');
	expect(screen.frame()).toContain('No row is in. Space puts one in');
	await screen.press('/');
	await screen.type('deploy');
	await screen.press('enter', 'a');
	expect(screen.frame()).toContain('showing 2 of 4 rows with “deploy”');
	expect(screen.frame()).toContain('Enter adds 2 entries');
	await screen.press('enter');
	expect(entered(screen)).toHaveLength(2);
});

test('a second time adds nothing, and Escape says so and how to come back', async () => {
	const screen = await opened(exported);
	await screen.press('enter');
	const before = screen.retro().timeline;
	await screen.paste(exported);
	await screen.until('Slack export: 0 messages');
	expect(screen.frame()).toContain('3 in the timeline');
	await screen.press('enter', 'escape');
	expect(screen.retro().timeline).toEqual(before);
	expect(screen.frame()).toContain('Nothing was added. Alt+V opens the paste again.');
	await screen.press('alt+v');
	expect(screen.frame()).toContain('Slack export: 0 messages');
});

test('Escape before the answers leads to the rows, Enter asks again, and what is still a guess needs a second Enter', async () => {
	const screen = await timeline();
	await screen.paste('10:05 paged\n10:07 acked\n10:02 first errors, seen later\n');
	await screen.until('Which day are these times of?');
	await screen.press('escape');
	expect(screen.frame()).toContain('Enter adds 3 entries');
	expect(screen.frame()).toContain('3 with a guess of its time (?)');
	await screen.press('enter');
	await screen.until('Which day are these times of?');
	await screen.type('19 Nov 2026');
	await screen.press('enter');
	await screen.until('In which zone');
	await screen.press('enter');
	await screen.until('1 with a guess');
	await screen.press('enter');
	expect(screen.retro().timeline).toEqual([]);
	expect(screen.frame()).toContain('One time is still a guess, marked ?.');
	await screen.press('enter');
	expect(entered(screen)).toHaveLength(3);
});

test('an abbreviation that stands for several zones is asked for with its readings', async () => {
	const screen = await timeline();
	await screen.paste('2026-11-20 10:05 IST alert fires\n2026-11-20 10:07 IST acked\n');
	await screen.until('IST stands for several zones');
	expect(screen.row('India Standard Time')).toContain('UTC+5:30');
	await screen.press('a', 'space', 'w');
	await screen.press('enter');
	await screen.until('Enter adds 2 entries');
	expect(screen.retro().timeline).toEqual([]);
	await screen.press('enter');
	expect(screen.retro().timeline[0]?.typed).toContain('10:05 IST');
});

test('lines without any time take one together, or go into the line as they were pasted', async () => {
	const screen = await timeline({impact});
	await screen.paste('cache node lost its disk\n\nfailover took over');
	await screen.until('No times in these 2 lines');
	await screen.type('10:12');
	await screen.press('enter');
	await screen.until('Enter adds 2 entries');
	await screen.press('enter');
	expect(entered(screen)).toEqual(['2026-11-20T10:12 cache node lost its disk', '2026-11-20T10:12 failover took over']);
	await screen.type('1020 ');
	await screen.paste('cache node\nlost its disk');
	await screen.until('No times in these 2 lines');
	await screen.press('escape');
	expect(screen.frame()).toContain('❯ 1020 cache node lost its disk');
});

test('JSON that is no export goes into the line as any text', async () => {
	const screen = await timeline();
	await screen.paste('{"level": 3}');
	await screen.until('❯ {"level": 3}');
});

test('tokens are masked and controls dropped before anything is shown', async () => {
	const screen = await opened(
		'2026-11-20T10:05:00Z GET /x?token=abcdefghij0123456789\n2026-11-20T10:06:00Z \u001B[31mred\u001B[0m alert',
	);
	expect(screen.frame()).toContain('Masked: 1 token');
	expect(screen.frame()).not.toContain('abcdefghij');
	expect(screen.row('red alert')).toContain('10:06');
});

test('a paste while the rows are open is put behind them, and leaving the step loses nothing', async () => {
	const screen = await opened(placed.split('\n').slice(0, 2).join('\n'));
	await screen.paste(placed.split('\n').slice(2).join('\n'));
	await screen.until('Enter adds 4 entries');
	await screen.press('alt+2');
	expect(screen.frame()).toContain('◉ Summary');
	await screen.press('alt+4');
	expect(screen.frame()).toContain('Enter adds 4 entries');
});

test('of twenty thousand rows only those in sight are drawn', async () => {
	const lines = Array.from({length: 20_000}, (_, index) => {
		const at = new Date(Date.UTC(2026, 10, 20, 10, 0, index)).toISOString().slice(0, 19);
		return `${at}Z step ${index} done`;
	});
	const screen = await opened(lines.join('\n'));
	expect(screen.frame()).toContain('Enter adds 20000 entries');
	await screen.press('end');
	expect(screen.row('step 19999 done')).toContain('❯ ✓');
	await screen.press('space');
	expect(screen.frame()).toContain('Enter adds 19999 entries');
});

test.each([
	[40, 12],
	[80, 24],
	[120, 40],
])('fits %i x %i', async (columns, rows) => {
	const screen = await walkThrough(retroWith({impact}), {step: 'timeline', columns, rows});
	await screen.paste(placed);
	await screen.until('Enter adds');
	expect(screen.rows().length).toBeLessThanOrEqual(rows);
	for (const row of screen.rows()) expect(row.length).toBeLessThanOrEqual(columns);
	expect(screen.frame()).toContain('alert fires');
});

test('a terminal that makes an Enter of each break in a paste changes nothing', async () => {
	const lines = [
		{__REALTIME_TIMESTAMP: '1795169100000000', MESSAGE: 'checkout: p99 over 2 s', SYSLOG_IDENTIFIER: 'app'},
		{__REALTIME_TIMESTAMP: '1795169160000000', MESSAGE: 'checkout: p99 over 3 s', SYSLOG_IDENTIFIER: 'app'},
	].map((line) => JSON.stringify(line));
	const screen = await opened(lines.join('\r'));
	expect(screen.frame()).toContain('Enter adds 2 entries');
	expect(screen.row('p99 over 2 s')).toContain('10:05');
});

test('Escape shows all rows again before it leaves them', async () => {
	const screen = await opened(exported);
	await screen.press('/');
	await screen.type('deploy');
	await screen.press('enter');
	expect(screen.row('Space in or out')).toContain('Esc show all');
	await screen.press('escape');
	expect(screen.frame()).toContain('all green');
	expect(screen.row('Space in or out')).toContain('Esc back');
	await screen.press('escape');
	expect(screen.frame()).toContain('Nothing was added.');
});

describe('one more paste while the rows of another are open', () => {
	test('goes on behind them where it is of their kind, with what was left out by hand', async () => {
		const screen = await opened(placed);
		await screen.press('home', 'space');
		await screen.paste('2026-11-20 11:50 UTC status page updated\n2026-11-20 11:55 UTC incident closed\n');
		await screen.until('Written timeline: 5 entries, 1 left out');
		expect(screen.row('nightly backup')).toContain('by hand');
		expect(screen.frame()).toContain('incident closed');
	});

	test('of another kind leaves them as they are and says what to do first', async () => {
		const screen = await opened(placed);
		await screen.press('home', 'space');
		await screen.paste(exported);
		await screen.until('That is of another kind. Add these rows or leave them with Esc, then paste it.');
		expect(screen.row('nightly backup')).toContain('by hand');
		await screen.press('enter');
		expect(entered(screen)).toHaveLength(3);
	});
});
