import {expect, test} from 'vitest';
import {Problem} from '../../source/problem.ts';
import {setField} from '../../source/retro/edit.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import {lastWords} from '../../source/ui/last-words.ts';
import {type Snapshot, startSitting} from '../../source/ui/sitting.ts';
import {retroWith} from './screen.tsx';

/** A sitting in which a title was typed. */
function snapshot(save?: Snapshot['save']): Snapshot {
	const sitting = startSitting(openInMemory(retroWith({id: '2026-11-20-k3x9', title: ''})));
	sitting.send(setField(sitting.snapshot().retro, 'title', 'Slow'));
	const taken = sitting.snapshot();
	return save === undefined ? taken : {...taken, save};
}

test('who leaves is told that it is saved and how to go on', () => {
	expect(lastWords({kind: 'left'}, snapshot())).toBe('Saved. Go on with: retro open 2026-11-20-k3x9\n');
	expect(lastWords({kind: 'signal', status: 143}, snapshot())).toContain('retro open 2026-11-20-k3x9');
});

test('who only looked in, or at the list, is told nothing', () => {
	const untouched = startSitting(openInMemory(retroWith({title: ''}))).snapshot();
	expect(lastWords({kind: 'left'}, untouched)).toBe('');
	expect(lastWords({kind: 'left'}, undefined)).toBe('');
});

test('what could not be saved is said, with what to do and where everything lies', () => {
	const problem = new Problem('The disk is full', 'Make room.');
	const words = lastWords({kind: 'left'}, snapshot({kind: 'failed', problem, rescue: '/tmp/copy.json'}));
	expect(words.split('\n')).toEqual([
		'Not saved: The disk is full',
		'Make room.',
		'Everything is in /tmp/copy.json; bring it back with: retro import /tmp/copy.json',
		'',
	]);
});

test('where not even a copy could be written it is said', () => {
	const words = lastWords({kind: 'left'}, snapshot({kind: 'failed', problem: new Problem('The disk is full')}));
	expect(words).toContain('No copy could be written either.');
});

test('after an error it is said what happened, without a stack, and that the text is safe', () => {
	const words = lastWords({kind: 'error', error: new TypeError('x is not a function')}, snapshot());
	expect(words).toContain('TypeError: x is not a function');
	expect(words).toContain('Please report');
	expect(words).toContain('Saved. Go on with: retro open');
	expect(words).not.toMatch(/^\s+at /m);
});

test('something thrown that is no error is said, too', () => {
	expect(lastWords({kind: 'error', error: 'out of luck'}, undefined)).toContain('out of luck');
});
