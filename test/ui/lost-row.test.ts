import {expect, test} from 'vitest';
import {type Edit, removeItem} from '../../source/retro/edit.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import type {OpenRetro, StoreNotice} from '../../source/store/open/open-retro.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const retro = retroWith({
	lessons: {wentWell: [{id: 'n1', text: 'Alerts fired'}], wentWrong: [], gotLucky: []},
	actions: [
		{
			id: 'a1',
			kind: 'prevent',
			text: 'Add a canary',
			owner: 'infra',
			due: '2026-12-01' as CalendarDate,
			status: 'open',
		},
	],
});

/** A walk through the retro, and somebody else who edits it. */
async function walk(step: 'lessons' | 'actions'): Promise<{screen: Screen; elsewhere(edit: Edit | undefined): void}> {
	const memory = openInMemory(retro);
	const listeners = new Set<(notice?: StoreNotice) => void>();
	let notice: StoreNotice | undefined;
	memory.subscribe(() => {
		for (const listener of listeners) listener(notice);
	});
	const open: OpenRetro = Object.assign(Object.create(memory) as OpenRetro, {
		subscribe(listener: (notice?: StoreNotice) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	});
	return {
		screen: await walkThrough(open, {step}),
		elsewhere(edit) {
			notice = {kind: 'merged', changed: {before: memory.retro, after: memory.retro}};
			if (edit !== undefined) memory.commit(edit);
			notice = undefined;
		},
	};
}

test('what was typed into a note that somebody else deletes meanwhile is in the line, and typing goes on there', async () => {
	const {screen, elsewhere} = await walk('lessons');
	await screen.press('up', 'enter');
	await screen.type(' at once');
	elsewhere(removeItem(retro, 'lessons.wentWell', 'n1'));
	await screen.until('Somebody else deleted that row.');
	await screen.type(' and loud');
	await screen.press('enter');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['Alerts fired at once and loud']);
	expect(screen.retro().drafts ?? {}).toEqual({});
});

test('an action item that was only looked at goes, and the line is there for the next', async () => {
	const {screen, elsewhere} = await walk('actions');
	await screen.press('up', 'enter');
	elsewhere(removeItem(retro, 'actions', 'a1'));
	await screen.until('Somebody else deleted the row you were in.');
	await screen.type('detect: Alert on latency @infra 2026-12-01');
	await screen.press('enter');
	expect(screen.retro().actions.map(({text}) => text)).toEqual(['Alert on latency']);
});
