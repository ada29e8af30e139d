/** Ctrl+Z in a sitting that has nothing to take back goes on into those before it. */
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {append, type Edit, setField} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {openKeptStore} from '../../source/store/kept-store.ts';
import type {OpenRetro} from '../../source/store/open/open-retro.ts';
import type {KeptStore} from '../../source/store/versions/kept-versions.ts';
import type {Instant} from '../../source/time/instant.ts';
import {takenBackWords} from '../../source/ui/earlier-words.ts';
import {startSitting} from '../../source/ui/sitting.ts';
import {temporaryDirectory} from '../store/fixture.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const yesterday = '2026-11-20T16:00:00Z' as Instant;

/** A retro that was worked on yesterday: its title and an entry, in this order. */
async function workedOn(): Promise<{store: KeptStore; retro: Retro}> {
	const directory = await temporaryDirectory();
	let ids = 0;
	const store = openKeptStore(
		{directory: join(directory, 'store'), kind: 'user'},
		{
			...{now: () => yesterday, randomId: () => `r${ids++}`, temporaryDirectory: directory},
			...{env: {}, home: directory, platform: 'linux', by: 'open'},
		},
	);
	const retro = retroWith({title: ''});
	await store.create(retro);
	const sitting = startSitting(await store.open(retro.id), store.earlier(retro.id));
	const send = (edit: (now: Retro) => Edit): void => sitting.send(edit(sitting.snapshot().retro));
	send((now) => setField(now, 'title', 'Slow checkout'));
	send((now) => append(now, 'timeline', {id: 'a', at: yesterday, text: 'on-call acked'}));
	await sitting.close();
	return {store, retro};
}

async function screenOf(store: KeptStore, id: string): Promise<{screen: Screen; open: OpenRetro}> {
	const open = await store.open(id);
	onTestFinished(() => open.close());
	return {screen: await walkThrough(open, {earlier: store.earlier(id)}), open};
}

test('takes yesterday’s steps back one by one, goes to where they were, and says whose they are', async () => {
	const {store, retro} = await workedOn();
	const {screen} = await screenOf(store, retro.id);
	await screen.press('ctrl+z');
	await screen.until('Took back a step of yesterday’s sitting.');
	expect(screen.retro()).toMatchObject({title: 'Slow checkout', timeline: []});
	expect(screen.frame()).toContain('◉ Timeline');
	await screen.press('ctrl+z');
	await screen.until('◉ Details');
	expect(screen.retro().title).toBe('');
	await screen.press('ctrl+z');
	await screen.until('Nothing to undo in this sitting.');
});

test('does them again with Ctrl+Y', async () => {
	const {store, retro} = await workedOn();
	const {screen} = await screenOf(store, retro.id);
	await screen.press('ctrl+z');
	await screen.until('Took back');
	await screen.press('ctrl+y');
	expect(screen.retro().timeline).toHaveLength(1);
	await screen.press('ctrl+z');
	await screen.until('Undone.');
	expect(screen.retro().timeline).toHaveLength(0);
});

test('takes its own steps back first', async () => {
	const {store, retro} = await workedOn();
	const {screen} = await screenOf(store, retro.id);
	await screen.press('tab', '2', 'ctrl+z');
	expect(screen.retro()).toMatchObject({severity: null, timeline: [{text: 'on-call acked'}]});
	expect(screen.frame()).toContain('Undone.');
	await screen.press('ctrl+z');
	await screen.until('yesterday');
	expect(screen.retro().timeline).toEqual([]);
});

test.each([
	['2026-11-20T16:00:00Z', 'open', 'Took back a step of yesterday’s sitting. Ctrl+Y does it again.'],
	['2026-11-21T08:05:00Z', 'open', 'Took back a step of the sitting until 08:05 UTC. Ctrl+Y does it again.'],
	['2026-10-02T08:05:00Z', 'open', 'Took back a step of the sitting of 2026-10-02. Ctrl+Y does it again.'],
	['2026-11-20T16:00:00Z', 'log', 'Took back what “retro log” did yesterday. Ctrl+Y does it again.'],
])('of %s by %s it says: %s', (at, by, words) => {
	expect(takenBackWords({at: at as Instant, by}, '2026-11-21T09:00:00Z' as Instant)).toBe(words);
	expect(words.length).toBeLessThanOrEqual(76);
});
