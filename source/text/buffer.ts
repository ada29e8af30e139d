/**
 * The editing buffer under every text field: a text, its caret, its undo, as data, and a reducer over named
 * actions. It knows no keys and no screen. The text is expected clean (`clean.ts`).
 *
 * What a key costs depends on the line it touches, not on the text: everything looks at the neighbourhood
 * of the caret, and laid out lines are remembered.
 */
import {type Deletion, rangeOf} from './deletion.ts';
import {carried, difference} from './difference.ts';
import {boundaryAfter, boundaryFrom} from './graphemes.ts';
import {
	applied,
	type Change,
	emptyHistory,
	type History,
	type Run,
	record,
	stepBack,
	stepForward,
	takenBack,
} from './history.ts';
import {type Movement, offsetAfter, offsetInNextRow} from './movement.ts';

export type TextBuffer = {
	readonly text: string;
	/** UTF-16 offset, always between two graphemes. */
	readonly caret: number;
	/** The column in terminal cells that moving up and down keeps to; null outside of such a movement. */
	readonly goal: number | null;
	/** What the last action was, where the next of its kind goes on with it. */
	readonly run: Run | 'killing' | null;
	/** What was killed last, for `yank`. */
	readonly killed: string;
	readonly history: History;
};

export type BufferAction =
	/** One grapheme is typed and joins the word being typed; more are pasted, a step of undo of their own. */
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'break-line'}
	/** All but the two first keep what they take for `yank`; kills in a row add up. */
	| {readonly type: Deletion}
	| {readonly type: 'yank'}
	| {readonly type: Movement}
	/** By rows as they are drawn; nothing changes at the first and the last, so that the field can be left. */
	| {readonly type: 'move-up' | 'move-down'}
	/**
	 * The text was replaced from outside, in one step of undo. Without a caret (UTF-16 offset) the caret stays
	 * at its place in the text.
	 */
	| {readonly type: 'set'; readonly text: string; readonly caret?: number}
	/** A range (UTF-16 offsets) gives place to a text, in one step; the caret goes behind it. */
	| {readonly type: 'replace'; readonly start: number; readonly end: number; readonly text: string}
	| {readonly type: 'undo' | 'redo'};

/** A buffer without anything to undo. The caret (UTF-16 offset) goes to the end of the grapheme it would split. */
export function createBuffer(text: string, caret = text.length): TextBuffer {
	return {text, caret: boundaryFrom(text, caret), goal: null, run: null, killed: '', history: emptyHistory};
}

/**
 * The buffer after the action; the same object where it changes nothing.
 * @param width of the drawn text in terminal cells, as for `wrap`; without it each line is one row
 */
export function edit(buffer: TextBuffer, action: BufferAction, width = Number.POSITIVE_INFINITY): TextBuffer {
	const {text, caret} = buffer;
	switch (action.type) {
		case 'insert':
			return replaced(buffer, caret, caret, action.text, isOneGrapheme(action.text) ? 'typing' : null);
		case 'break-line':
			return replaced(buffer, caret, caret, '\n', null);
		case 'delete-backward':
		case 'delete-forward': {
			const {start, end} = rangeOf(action.type, text, caret);
			return replaced(
				buffer,
				start,
				end,
				'',
				action.type === 'delete-forward' ? 'deleting-forward' : 'deleting-backward',
			);
		}
		case 'delete-word-backward':
		case 'rub-out-word':
		case 'delete-word-forward':
		case 'kill-to-start':
		case 'kill-to-end':
			return kill(buffer, rangeOf(action.type, text, caret));
		case 'yank':
			return replaced(buffer, caret, caret, buffer.killed, null);
		case 'move-up':
		case 'move-down':
			return moveByRow(buffer, action.type === 'move-up' ? -1 : 1, width);
		case 'set':
			return set(buffer, action.text, action.caret);
		case 'replace':
			return replaced(buffer, action.start, action.end, action.text, null);
		case 'undo':
			return undo(buffer);
		case 'redo':
			return redo(buffer);
		default:
			return moveTo(buffer, offsetAfter(action.type, text, caret));
	}
}

function isOneGrapheme(text: string): boolean {
	return boundaryAfter(text, 0) === text.length;
}

/** The range, brought into the text, gives place to what is inserted, with the caret behind it. */
function replaced(buffer: TextBuffer, from: number, to: number, inserted: string, run: Run | null): TextBuffer {
	const {text} = buffer;
	const start = Math.max(0, Math.min(from, text.length));
	const removed = text.slice(start, Math.max(start, to));
	if (removed === inserted) return buffer;
	return changed(buffer, {start, removed, inserted}, start + inserted.length, run);
}

/** The caret is wanted at an offset of the text after the change; it goes on to the next grapheme boundary. */
function changed(
	buffer: TextBuffer,
	{start, removed, inserted}: Pick<Change, 'start' | 'removed' | 'inserted'>,
	wanted: number,
	run: Run | null,
): TextBuffer {
	const {text: before, caret: caretBefore, history, killed} = buffer;
	const text = before.slice(0, start) + inserted + before.slice(start + removed.length);
	const caret = boundaryFrom(text, wanted);
	const change = {start, removed, inserted, caretBefore, caretAfter: caret};
	const runBefore = buffer.run === 'killing' ? null : buffer.run;
	return {text, caret, goal: null, run, killed, history: record(history, change, run, runBefore)};
}

function kill(buffer: TextBuffer, {start, end}: {start: number; end: number}): TextBuffer {
	const next = replaced(buffer, start, end, '', null);
	if (next === buffer) return buffer;
	const taken = buffer.text.slice(start, end);
	const before = buffer.run === 'killing' ? buffer.killed : '';
	return {...next, run: 'killing', killed: start < buffer.caret ? taken + before : before + taken};
}

function moveTo(buffer: TextBuffer, caret: number): TextBuffer {
	return caret === buffer.caret ? buffer : {...buffer, caret, goal: null, run: null};
}

function moveByRow(buffer: TextBuffer, by: 1 | -1, width: number): TextBuffer {
	const found = offsetInNextRow(buffer.text, buffer.caret, {by, goal: buffer.goal, width});
	return found === undefined ? buffer : {...buffer, ...found, run: null};
}

function set(buffer: TextBuffer, text: string, caret: number | undefined): TextBuffer {
	if (text === buffer.text) return caret === undefined ? buffer : moveTo(buffer, boundaryFrom(text, caret));
	const change = difference(buffer.text, text);
	// An empty line that is given a beginning is typed on behind it.
	const kept = buffer.text === '' ? text.length : carried(buffer.caret, change);
	return changed(buffer, change, caret ?? kept, null);
}

function undo(buffer: TextBuffer): TextBuffer {
	const back = stepBack(buffer.history);
	if (back === undefined) return buffer;
	const text = takenBack(buffer.text, back.step);
	return {...buffer, text, caret: back.step.caretBefore, goal: null, run: null, history: back.history};
}

function redo(buffer: TextBuffer): TextBuffer {
	const forward = stepForward(buffer.history);
	if (forward === undefined) return buffer;
	const text = applied(buffer.text, forward.step);
	return {...buffer, text, caret: forward.step.caretAfter, goal: null, run: null, history: forward.history};
}
