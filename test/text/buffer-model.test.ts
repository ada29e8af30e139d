/** The buffer held against the simplest model there is: a text that is segmented as a whole at each step. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type BufferAction, createBuffer, edit, type TextBuffer} from '../../source/text/buffer.ts';
import {cleanProse} from '../../source/text/clean.ts';
import {boundaries, graphemes, prose, typed} from './texts.ts';

/** A text as its graphemes, and how many of them lie before the caret. */
type Model = {readonly graphemes: readonly string[]; readonly caret: number};

/** The model of two halves, with the caret at the first boundary that does not lie before the second. */
function modelOf(before: string, behind: string): Model {
	const all = boundaries(before + behind);
	return {graphemes: graphemes(before + behind), caret: all.findIndex((boundary) => boundary >= before.length)};
}

const modelled = [
	'delete-backward',
	'delete-forward',
	'kill-to-start',
	'kill-to-end',
	'move-left',
	'move-right',
	'move-line-start',
	'move-line-end',
	'move-text-start',
	'move-text-end',
] as const;

const unmodelled = [
	'break-line',
	'delete-word-backward',
	'delete-word-forward',
	'rub-out-word',
	'yank',
	'move-word-left',
	'move-word-right',
	'move-up',
	'move-down',
	'undo',
	'redo',
] as const;

const killing = [
	'kill-to-start',
	'kill-to-end',
	'delete-word-backward',
	'delete-word-forward',
	'rub-out-word',
] as const;

type Modelled = {type: 'insert'; text: string} | {type: (typeof modelled)[number]};

function expected({graphemes: all, caret}: Model, action: Modelled): Model {
	const before = all.slice(0, caret);
	const behind = all.slice(caret);
	const lineBefore = before.slice(before.lastIndexOf('\n') + 1).length;
	const feed = behind.indexOf('\n');
	const lineBehind = feed < 0 ? behind.length : feed;
	const without = (start: number, end: number): Model => modelOf(all.slice(0, start).join(''), all.slice(end).join(''));
	switch (action.type) {
		case 'insert':
			return modelOf(before.join('') + action.text, behind.join(''));
		case 'delete-backward':
			return without(Math.max(0, caret - 1), caret);
		case 'delete-forward':
			return without(caret, caret + 1);
		case 'kill-to-start':
			return without(Math.max(0, caret - (lineBefore || 1)), caret);
		case 'kill-to-end':
			return without(caret, caret + (lineBehind || 1));
		case 'move-left':
			return {graphemes: all, caret: Math.max(0, caret - 1)};
		case 'move-right':
			return {graphemes: all, caret: Math.min(all.length, caret + 1)};
		case 'move-line-start':
			return {graphemes: all, caret: caret - lineBefore};
		case 'move-line-end':
			return {graphemes: all, caret: caret + lineBehind};
		case 'move-text-start':
			return {graphemes: all, caret: 0};
		case 'move-text-end':
			return {graphemes: all, caret: all.length};
	}
}

const pasted = fc
	.array(fc.oneof(typed, fc.constantFrom('\r\n', '\r', '\t', '\x1b[31m', '\x1b[201~', '\u202e', '\ud83d')), {
		maxLength: 8,
	})
	.map((pieces) => cleanProse(pieces.join('')));
const insertion = fc.oneof(typed, pasted).map((text) => ({type: 'insert' as const, text}));
const modelledAction = fc.oneof(
	insertion,
	fc.constantFrom(...modelled).map((type) => ({type})),
);
const anyAction: fc.Arbitrary<BufferAction> = fc.oneof(
	modelledAction,
	fc.constantFrom(...unmodelled).map((type) => ({type})),
	fc.record({type: fc.constant('set' as const), text: prose}),
	fc.record({type: fc.constant('set' as const), text: prose, caret: fc.integer({min: -2, max: 80})}),
	fc.record({type: fc.constant('replace' as const), start: fc.nat(40), end: fc.nat(40), text: typed}),
);
/** Text in which no grapheme joins another, whatever is taken out between them. */
const unjoined = fc
	.array(fc.constantFrom('a', 'b', '漢', ' ', '\n', '-', "'"), {maxLength: 30})
	.map((all) => all.join(''));
const many = {maxLength: 40};

function typedOn(buffer: TextBuffer, actions: readonly BufferAction[], width = 12): TextBuffer {
	return actions.reduce((last, action) => edit(last, action, width), buffer);
}

/** As often as there is something to do. */
function untilDone(buffer: TextBuffer, type: 'undo' | 'redo'): TextBuffer {
	const next = edit(buffer, {type});
	return next === buffer ? buffer : untilDone(next, type);
}

describe('whatever is typed', () => {
	test('text and caret are those of a list of graphemes', () => {
		fc.assert(
			fc.property(prose, fc.array(modelledAction, many), (text, actions) => {
				let model = modelOf(text, '');
				let buffer = createBuffer(text);
				for (const action of actions) {
					model = expected(model, action);
					buffer = edit(buffer, action);
					expect(buffer.text).toBe(model.graphemes.join(''));
					expect(buffer.caret).toBe(model.graphemes.slice(0, model.caret).join('').length);
				}
			}),
			{numRuns: 300},
		);
	});

	test('the caret lies between two graphemes', () => {
		fc.assert(
			fc.property(prose, fc.array(anyAction, many), fc.integer({min: 1, max: 20}), (text, actions, width) => {
				let buffer = createBuffer(text);
				for (const action of actions) {
					buffer = edit(buffer, action, width);
					expect(boundaries(buffer.text)).toContain(buffer.caret);
				}
			}),
			{numRuns: 300},
		);
	});

	test('undo leads back to where it began, and redo to where it ended', () => {
		fc.assert(
			fc.property(prose, fc.array(anyAction, many), (text, actions) => {
				const end = typedOn(createBuffer(text), actions);
				const start = untilDone(end, 'undo');
				expect(start.text).toBe(text);
				expect(untilDone(start, 'redo').text).toBe(untilDone(end, 'redo').text);
			}),
			{numRuns: 300},
		);
	});

	test('redo gives back text and caret that undo took', () => {
		fc.assert(
			fc.property(prose, fc.array(anyAction, many), typed, (text, actions, last) => {
				const end = edit(typedOn(createBuffer(text), actions), {type: 'insert', text: `${last}!`});
				const {text: again, caret} = edit(edit(end, {type: 'undo'}), {type: 'redo'});
				expect({text: again, caret}).toEqual({text: end.text, caret: end.caret});
			}),
		);
	});

	test('an action that changes neither text nor caret gives the same buffer back, undo and redo apart', () => {
		fc.assert(
			fc.property(prose, fc.array(anyAction, many), anyAction, (text, actions, action) => {
				fc.pre(action.type !== 'undo' && action.type !== 'redo');
				const before = typedOn(createBuffer(text), actions);
				const next = edit(before, action, 12);
				if (next.text === before.text && next.caret === before.caret) expect(next).toBe(before);
			}),
		);
	});

	test('yank puts a killed text back as it was', () => {
		fc.assert(
			fc.property(unjoined, fc.nat(30), fc.constantFrom(...killing), (text, caret, type) => {
				const before = createBuffer(text, caret);
				expect(typedOn(before, [{type}, {type: 'yank'}]).text).toBe(text);
			}),
		);
	});
});
