/** The text field that has the focus, for those outside it: the lint, the finding dialog, the editor. */
import {type Finding, movedFinding} from '../lint/finding.ts';
import type {TextBuffer} from '../text/buffer.ts';
import type {Focus} from './focus.ts';

/** What kind of text it is, as the lint and the editor want to know it. */
export type FieldKind = 'prose' | 'line' | 'action' | 'time' | 'plain';

export type ActiveField = {
	/** The field's path, or the name of the list whose new line it is. */
	readonly id: string;
	readonly kind: FieldKind;
	readonly text: string;
	/** The text with what is no prose (the time before an entry) blanked out, of the same length. */
	readonly prose: string;
	/** UTF-16 offset. */
	readonly caret: number;
	/** Puts text in the place of a range, as one step to undo. */
	replace(start: number, end: number, text: string): void;
};

export type FieldHub = {
	current(): ActiveField | undefined;
	/** Told by the focused field whenever its text or caret changes, and with undefined when it goes. */
	announce(field: ActiveField | undefined): void;
	subscribe(listener: () => void): () => void;
	/** The buffers of fields that were left, by id, so that coming back finds the caret where it was. */
	readonly buffers: Map<string, TextBuffer>;
	/** Told where the focus is whenever it moves: the visit of the field before has ended. */
	moveTo(focus: Focus): void;
	/**
	 * Told of the field that is edited. It undoes by itself what was done to it in this visit; everything before
	 * is the sitting's to take back, in the order it was done.
	 */
	visit(id: string): void;
	isVisiting(id: string): boolean;
};

export function createFieldHub(): FieldHub {
	let active: ActiveField | undefined;
	let focused: Focus | undefined;
	let visited: string | undefined;
	const listeners = new Set<() => void>();
	return {
		buffers: new Map(),
		current: () => active,
		announce(field) {
			active = field;
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		moveTo(focus) {
			if (focus !== focused) visited = undefined;
			focused = focus;
		},
		visit(id) {
			visited = id;
		},
		isVisiting: (id) => visited === id,
	};
}

/** Findings of a text as it stood when it was linted. */
export type LiveFindings = {readonly id: string; readonly text: string; readonly findings: readonly Finding[]};

/**
 * Findings carried over to a text that has been typed on since: what lies before the change stays, what
 * lies after it moves along, what the change touches goes until the text is linted again. It keeps marks
 * from flickering at each key.
 */
export function carryFindings(before: string, findings: readonly Finding[], after: string): readonly Finding[] {
	if (before === after || findings.length === 0) return findings;
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const moved = after.length - before.length;
	return findings.flatMap((finding) => {
		const {start, end} = finding.span;
		if (end <= head) return [finding];
		if (start < before.length - tail) return [];
		return [movedFinding(finding, moved)];
	});
}

/** The finding under the caret, else the nearest to it; undefined where there is none. */
export function nearestFinding(findings: readonly Finding[], caret: number): Finding | undefined {
	const distance = ({span}: Finding): number => Math.max(span.start - caret, caret - span.end, 0);
	return findings.toSorted((a, b) => distance(a) - distance(b))[0];
}
