import {describe, expect, test} from 'vitest';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import type {OpenRetro, StoreNotice} from '../../source/store/open/open-retro.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retroWith, walkThrough} from './screen.tsx';

const at = (time: string): Instant => `2026-11-20T${time}Z` as Instant;

function entry(time: string, text: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	return {id: `e${time.replaceAll(':', '')}`, at: at(time), text, ...more};
}

type Options = {time?: string; env?: Record<string, string>; columns?: number; open?: OpenRetro};

/** A screen in live mode whose clock the test sets. */
async function live(changes: Partial<Retro> = {}, {time = '10:42:10', open, ...more}: Options = {}) {
	const clock = {now: at(time)};
	const screen = await walkThrough(open ?? retroWith(changes), {step: 'timeline', isLive: true, clock, ...more});
	const told = (): (readonly unknown[])[] =>
		screen.retro().timeline.map((noted) => [noted.at.slice(11, 19), noted.text, noted.phase]);
	return {screen, clock, told};
}

describe('noting live', () => {
	test('takes a line without a time as of now, to the second; a typed time wins', async () => {
		const {screen, told} = await live();
		await screen.type('cache node drained');
		expect(screen.frame()).toContain('= now, when you press Enter');
		await screen.press('enter');
		await screen.type('1040 on-call joins');
		await screen.press('enter');
		expect(told()).toEqual([
			['10:42:10', 'cache node drained', undefined],
			['10:40:00', 'on-call joins', undefined],
		]);
	});

	test('begins and ends with Alt+L, and is nothing of the record', async () => {
		const screen = await walkThrough(retroWith(), {step: 'timeline'});
		const before = screen.retro();
		await screen.press('alt+l');
		await screen.until('Live: a line without a time is of now. Alt+L ends it.');
		expect(screen.rows()[0]).toContain('LIVE 0:00:00');
		await screen.press('alt+l');
		await screen.until('No longer live.');
		expect(screen.rows()[0]).not.toContain('LIVE');
		expect(screen.retro()).toBe(before);
		await screen.type('cache node drained');
		await screen.press('enter');
		expect(screen.retro().timeline).toEqual([]);
	});

	test('stays where it is with one Enter too many', async () => {
		const {screen, told} = await live();
		await screen.type('cache node drained');
		await screen.press('enter', 'enter');
		await screen.type('latency falls');
		await screen.press('enter');
		expect(told()).toHaveLength(2);
	});

	test('the key takes a half-typed line along', async () => {
		const screen = await walkThrough(retroWith(), {step: 'timeline'});
		await screen.type('cache no');
		await screen.press('alt+l');
		await screen.type('de drained');
		await screen.press('enter');
		expect(screen.retro().timeline).toMatchObject([{text: 'cache node drained'}]);
	});

	test('tells at the start how it works', async () => {
		const {screen} = await live();
		await screen.until('Live: a line without a time is of now');
	});
});

describe('the clock in the header', () => {
	test('counts from the start of the impact and ticks without a key, while the caret stays', async () => {
		const impact = {...retroWith().impact, start: at('10:00:00')};
		const {screen, clock} = await live({impact, severity: 'SEV2'});
		expect(screen.rows()[0]).toMatch(/Checkout latency +LIVE 0:42:10 +SEV 2 · draft/);
		await screen.type('half a li');
		clock.now = at('10:42:11');
		await screen.until('LIVE 0:42:11');
		await screen.type('ne');
		expect(screen.row('❯')).toContain('half a line');
	});

	test('counts from the first entry where no start is known', async () => {
		const {screen} = await live({timeline: [entry('10:40:00', 'alert fires')]});
		expect(screen.rows()[0]).toContain('LIVE 0:02:10');
	});

	test('stays on the other steps, and cuts a long title instead', async () => {
		const {screen} = await live({title: 'A very long title of an incident that goes on and on and on and on'});
		await screen.press('alt+2');
		expect(screen.rows()[0]).toMatch(/^ A very long .*… +LIVE 0:00:00 +draft · saved/);
		expect(screen.rows()).toHaveLength(24);
	});

	test('has room in a narrow window', async () => {
		const {screen} = await live({severity: 'SEV2'}, {columns: 40});
		expect(screen.rows()[0]).toMatch(/^Checko… +LIVE 0:00:00 +saved 12:00 UTC$/);
	});
});

describe('the keys of the phases', () => {
	test.each([
		['alt+w', 'detected'],
		['alt+a', 'acknowledged'],
		['alt+i', 'declared'],
		['alt+m', 'mitigated'],
		['alt+r', 'resolved'],
	])('%s enters the line as %s', async (chord, phase) => {
		const {screen, told} = await live();
		await screen.type('what happened');
		await screen.press(chord);
		expect(told()).toEqual([['10:42:10', 'what happened', phase]]);
		expect(screen.frame()).toContain('❯ what happens');
	});

	test('note a short entry of now where nothing is typed', async () => {
		const {screen, told} = await live();
		await screen.press('alt+m');
		expect(told()).toEqual([['10:42:10', 'Mitigated.', 'mitigated']]);
		await screen.press('ctrl+z');
		expect(told()).toEqual([]);
	});

	test('take a time that is typed on its own', async () => {
		const {screen, told} = await live();
		await screen.type('1040');
		await screen.press('alt+m');
		expect(told()).toEqual([['10:40:00', 'Mitigated.', 'mitigated']]);
	});

	test('do not take a phase from its entry by a slip on the empty line, and with words they do', async () => {
		const {screen, told, clock} = await live();
		await screen.press('alt+m');
		clock.now = at('10:45:00');
		await screen.press('alt+m');
		expect(told()).toHaveLength(1);
		expect(screen.frame()).toContain('Mitigated is noted at 10:42:10. To note it anew, type what happened first.');
		await screen.type('latency is really back');
		await screen.press('alt+m');
		expect(told().map(([, , phase]) => phase)).toEqual([undefined, 'mitigated']);
	});

	test('a time that cannot be read stays to be mended', async () => {
		const {screen, told} = await live();
		await screen.type('25:61 too late');
		await screen.press('alt+m');
		expect(told()).toEqual([]);
		expect(screen.frame()).toContain('❯ 25:61 too late');
	});

	test('Alt+U says that users are affected and sets the start of the impact with it, in one step', async () => {
		const {screen} = await live();
		await screen.press('alt+u');
		expect(screen.retro().impact.start).toBe(at('10:42:10'));
		expect(screen.frame()).toContain('The impact starts at 10:42:10 UTC with it.');
		await screen.press('ctrl+z');
		expect(screen.retro()).toMatchObject({timeline: [], impact: {start: null}});
	});

	test('resolved says that the end of the impact is still to be set', async () => {
		const {screen} = await live();
		await screen.type('all green');
		await screen.press('alt+r');
		expect(screen.retro().impact.end).toBeNull();
		expect(screen.frame()).toContain('The end of the impact is not set yet: Alt+3.');
	});

	test('Alt+G marks what is typed as a decision, and begins one on an empty line', async () => {
		const {screen, told} = await live();
		await screen.type('1041 fail over to eu-2');
		await screen.press('alt+g', 'alt+g');
		expect(screen.frame()).toContain('❯ Decision:');
		await screen.type('no more deploys today');
		await screen.press('enter');
		expect(told().map(([time, text]) => `${time} ${text}`)).toEqual([
			'10:41:00 Decision: fail over to eu-2',
			'10:42:10 Decision: no more deploys today',
		]);
	});

	test('a decision that says nothing stays to be finished', async () => {
		const {screen, told} = await live();
		await screen.press('alt+g', 'enter', 'alt+g');
		expect(told()).toEqual([]);
		expect(screen.frame()).toContain('❯ Decision:');
	});

	test('give the phase to a selected entry', async () => {
		const {screen, told} = await live({timeline: [entry('10:40:00', 'alert fires'), entry('10:41:00', 'paged')]});
		await screen.press('up', 'up', 'alt+w', 'down', 'alt+g');
		expect(told()).toEqual([
			['10:40:00', 'alert fires', 'detected'],
			['10:41:00', 'Decision: paged', undefined],
		]);
	});

	test('do nothing while it is not live', async () => {
		const screen = await walkThrough(retroWith(), {step: 'timeline'});
		await screen.type('what happened');
		await screen.press('alt+m', 'alt+g', 'enter');
		expect(screen.retro().timeline).toEqual([]);
	});

	test('are in sight, without those that are noted', async () => {
		const {screen} = await live();
		const keys = screen.row('Alt+ U start');
		expect(keys).toContain('W detect  A ack  I declare  M mitigate  R resolve  G decide');
		await screen.press('alt+w');
		expect(screen.row('Alt+ U start')).not.toContain('W detect');
	});
});

describe('a TODO in an entry', () => {
	test('is an action item as well, undone together', async () => {
		const {screen} = await live();
		await screen.type('queue drained by hand. TODO: detect: alert on queue age @infra 2026-12-01');
		await screen.press('enter');
		expect(screen.retro().timeline[0]?.text).toContain('TODO: detect: alert on queue age');
		expect(screen.retro().actions).toMatchObject([
			{kind: 'detect', text: 'alert on queue age', owner: '@infra', due: '2026-12-01'},
		]);
		expect(screen.frame()).toContain('An action item as well: DETECT · @infra');
		await screen.press('ctrl+z');
		expect(screen.retro()).toMatchObject({timeline: [], actions: []});
	});
});

/** A retro that somebody else can add to. */
function shared(timeline: TimelineEntry[]) {
	const memory = openInMemory(retroWith({timeline}));
	const listeners = new Set<(notice?: StoreNotice) => void>();
	let notice: StoreNotice | undefined;
	memory.subscribe(() => {
		for (const listener of listeners) listener(notice);
	});
	const open: OpenRetro = {
		get retro() {
			return memory.retro;
		},
		get state() {
			return memory.state;
		},
		commit: (edit) => memory.commit(edit),
		flush: () => memory.flush(),
		close: () => memory.close(),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
	return {
		open,
		addElsewhere(item: TimelineEntry) {
			notice = {kind: 'merged'};
			memory.commit({type: 'insert', list: 'timeline', item, after: null});
			notice = undefined;
		},
	};
}

test('an entry from elsewhere is told of and marked, while the line being typed keeps its caret', async () => {
	const {open, addElsewhere} = shared([entry('10:00:00', 'alert fires')]);
	const {screen} = await live({}, {open});
	await screen.type('half-typed li');
	await screen.press('left');
	addElsewhere(entry('10:41:00', 'cache node drained'));
	await screen.until('From elsewhere: 10:41 cache node drained');
	expect(screen.row('+41m')).toMatch(/✓ 10:41 +\+41m +cache node drained/);
	await screen.type('X');
	expect(screen.row('❯')).toContain('half-typed lXi');
});

test('a long silence is told', async () => {
	const {screen, clock} = await live({timeline: [entry('10:40:00', 'alert fires')]});
	clock.now = at('10:58:00');
	await screen.until('Nothing noted for 15m.');
});

test('without colour and Unicode all of it is there', async () => {
	const {screen} = await live({}, {env: {TERM: 'dumb', LANG: 'C'}});
	await screen.press('alt+w');
	expect(screen.rows()[0]).toContain('LIVE 0:00:00');
	expect(screen.row('Detected.')).toMatch(/\+ 10:42:10 +\* detected +Detected\./);
});
