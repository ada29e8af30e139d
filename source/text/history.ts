/** Undo and redo of a text as changes: what went and what came, so that a step costs what was typed. */

/** At `start` (UTF-16 offset) `removed` gave place to `inserted`; the caret went from one offset to the other. */
export type Change = {
	readonly start: number;
	readonly removed: string;
	readonly inserted: string;
	readonly caretBefore: number;
	readonly caretAfter: number;
};

/** Keys that make one step of undo while they follow each other without a movement in between. */
export type Run = 'typing' | 'deleting-backward' | 'deleting-forward';

/** The steps that can be undone, oldest first, and those that can be redone, next last. */
export type History = {readonly past: readonly Change[]; readonly future: readonly Change[]};

export const emptyHistory: History = {past: [], future: []};

/** The history with a change that was made. It joins the step before where both belong to the same run. */
export function record({past}: History, change: Change, run: Run | null, runBefore: Run | null): History {
	const last = past.at(-1);
	const step = last !== undefined && run !== null && run === runBefore ? joined(last, change, run) : undefined;
	return {past: step === undefined ? [...past, change] : past.with(-1, step), future: []};
}

/** The history after its last step is taken back, and that step; undefined where there is none. */
export function stepBack({past, future}: History): {history: History; step: Change} | undefined {
	const step = past.at(-1);
	return step && {step, history: {past: past.slice(0, -1), future: [...future, step]}};
}

/** The history after the step last taken back is made again, and that step; undefined where there is none. */
export function stepForward({past, future}: History): {history: History; step: Change} | undefined {
	const step = future.at(-1);
	return step && {step, history: {past: [...past, step], future: future.slice(0, -1)}};
}

/** The text after a change. */
export function applied(text: string, {start, removed, inserted}: Change): string {
	return text.slice(0, start) + inserted + text.slice(start + removed.length);
}

/** The text before a change, out of the one after it. */
export function takenBack(text: string, {start, removed, inserted}: Change): string {
	return text.slice(0, start) + removed + text.slice(start + inserted.length);
}

/** Both changes as one; undefined where they do not touch, or where a new word begins. */
function joined(last: Change, next: Change, run: Run): Change | undefined {
	const {caretAfter} = next;
	switch (run) {
		case 'typing': {
			const beginsWord = /\s$/.test(last.inserted) && !/^\s/.test(next.inserted);
			if (beginsWord || next.start !== last.start + last.inserted.length) return undefined;
			return {...last, inserted: last.inserted + next.inserted, caretAfter};
		}
		case 'deleting-backward':
			if (next.start + next.removed.length !== last.start) return undefined;
			return {...last, start: next.start, removed: next.removed + last.removed, caretAfter};
		case 'deleting-forward':
			if (next.start !== last.start) return undefined;
			return {...last, removed: last.removed + next.removed, caretAfter};
	}
}
