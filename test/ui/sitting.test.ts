import {describe, expect, test, vi} from 'vitest';
import {append, setField} from '../../source/retro/edit.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import {type Sitting, startSitting} from '../../source/ui/sitting.ts';
import {retroWith} from './screen.tsx';

function start(): Sitting {
	return startSitting(openInMemory(retroWith({title: ''})));
}

function title(sitting: Sitting, text: string, visit?: string): void {
	sitting.send(setField(sitting.snapshot().retro, 'title', text), visit);
}

describe('a sitting', () => {
	test('has the edit in its retro at once, before its listeners are told', () => {
		const sitting = start();
		const seen: string[] = [];
		sitting.subscribe(() => void seen.push(sitting.snapshot().retro.title));
		title(sitting, 'Slow');
		expect(sitting.snapshot().retro.title).toBe('Slow');
		expect(new Set(seen)).toEqual(new Set(['Slow']));
	});

	test('gives the same snapshot until something changes', () => {
		const sitting = start();
		const before = sitting.snapshot();
		expect(sitting.snapshot()).toBe(before);
		title(sitting, 'Slow');
		expect(sitting.snapshot()).not.toBe(before);
	});

	test('tells nobody who has gone', () => {
		const sitting = start();
		const listener = vi.fn<() => void>();
		sitting.subscribe(listener)();
		title(sitting, 'Slow');
		expect(listener).not.toHaveBeenCalled();
	});

	test('takes no edit for none', () => {
		const sitting = start();
		const before = sitting.snapshot();
		sitting.send(undefined);
		expect(sitting.snapshot()).toBe(before);
	});
});

describe('undo', () => {
	test('takes back a visit of a field as one step and does it again', () => {
		const sitting = start();
		title(sitting, 'S', 'title');
		title(sitting, 'Slow', 'title');
		expect(sitting.undo()).toMatchObject({type: 'set', field: 'title', value: ''});
		expect(sitting.snapshot()).toMatchObject({canUndo: false, canRedo: true});
		expect(sitting.redo()).toMatchObject({value: 'Slow'});
		expect(sitting.snapshot().retro.title).toBe('Slow');
	});

	test('keeps two visits apart', () => {
		const sitting = start();
		title(sitting, 'Slow', 'title');
		sitting.send(setField(sitting.snapshot().retro, 'summary', 'x'), 'summary');
		title(sitting, 'Slow checkout', 'title');
		sitting.undo();
		expect(sitting.snapshot().retro).toMatchObject({title: 'Slow', summary: 'x'});
	});

	test('of nothing is nothing', () => {
		const sitting = start();
		expect([sitting.undo(), sitting.redo()]).toEqual([undefined, undefined]);
	});

	test('leaves a line that is being typed as it is', () => {
		const sitting = start();
		sitting.send(append(sitting.snapshot().retro, 'contributingFactors', {id: 'f', text: 'sale'}));
		sitting.send({type: 'draft', place: 'timeline', text: '1005', was: ''});
		sitting.undo();
		expect(sitting.snapshot().retro).toMatchObject({contributingFactors: [], drafts: {timeline: '1005'}});
	});
});
