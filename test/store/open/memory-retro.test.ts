import {expect, test, vi} from 'vitest';
import {setField} from '../../../source/retro/edit.ts';
import {openInMemory} from '../../../source/store/open/memory-retro.ts';
import {sample} from '../fixture.ts';

test('an edit is in the retro at once, and the retro it began with is as it was', () => {
	const start = sample();
	const open = openInMemory(start);
	const listener = vi.fn<() => void>();
	open.subscribe(listener);
	expect(open.commit(setField(start, 'title', 'Mine')).title).toBe('Mine');
	expect(open.retro.title).toBe('Mine');
	expect(start.title).toBe('Checkout latency');
	expect(listener).toHaveBeenCalledTimes(1);
});

test('nobody who has gone is told', () => {
	const open = openInMemory(sample());
	const listener = vi.fn<() => void>();
	open.subscribe(listener)();
	open.commit(setField(open.retro, 'title', 'Mine'));
	expect(listener).not.toHaveBeenCalled();
});

test('it counts as saved and can be flushed and closed', async () => {
	const open = openInMemory(sample());
	open.commit(setField(open.retro, 'title', 'Mine'));
	await open.flush();
	await open.close();
	expect(open.state.kind).toBe('saved');
});
