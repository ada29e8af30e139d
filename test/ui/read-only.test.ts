/** A retro of a newer version: all of it can be looked at, and nothing pretends to be changed or saved. */
import {expect, test} from 'vitest';
import {openOrRead} from '../../source/store/open/read-only.ts';
import {printRetro} from '../../source/store/record/layout.ts';
import {id, put, sample, storeWith, textOf} from '../store/fixture.ts';
import {type Screen, walkThrough} from './screen.tsx';

const newer = printRetro(sample({facilitator: 'Ada'})).replace('"schemaVersion": 1', '"schemaVersion": 2');

async function opened(): Promise<{screen: Screen; text: () => Promise<string>}> {
	const store = await storeWith(sample());
	await put(store, newer);
	return {screen: await walkThrough(await openOrRead(store, id)), text: () => textOf(store)};
}

test('the header says so, and what is typed does not appear', async () => {
	const {screen, text} = await opened();
	expect(screen.rows()[0]).toContain('read-only, of a newer version');
	expect(screen.row('Title')).toContain('Checkout latency');
	await screen.type('hello');
	await screen.press('ctrl+s');
	await screen.until('Nothing is changed or saved here');
	expect(screen.row('Title')).not.toContain('hello');
	expect(screen.frame()).not.toContain('leave, saved');
	expect(await text()).toBe(newer);
});

test('every step can be looked at', async () => {
	const {screen} = await opened();
	for (const step of ['2', '3', '4', '5', '6', '7', '8']) await screen.press(`alt+${step}`);
	await screen.until('read-only');
	expect(screen.told.errors).toEqual([]);
});
