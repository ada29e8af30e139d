/**
 * A text field: the editing buffer, its keys and its view put together. It knows nothing of the retro; it
 * is given a value and tells of changes.
 */
import {memo, useEffectEvent, useLayoutEffect, useMemo, useRef, useState} from 'react';
import {type BufferAction, createBuffer, edit, type TextBuffer} from '../../text/buffer.ts';
import {cleanLine, cleanProse} from '../../text/clean.ts';
import {wrap} from '../../text/wrapping.ts';
import type {ActiveField, FieldKind} from '../active-field.ts';
import {useFieldHub, useMarks} from '../hooks/use-active-field.ts';
import {useKeys} from '../hooks/use-keys.ts';
import type {Press} from '../press.ts';
import {bufferActionOf} from '../text-commands.ts';
import {marginColumns, TextView} from './text-view.tsx';

export type TextFieldProps = {
	/** The field's path or the name of its list: the same text keeps the same id. */
	readonly id: string;
	readonly kind: FieldKind;
	readonly value: string;
	readonly focused: boolean;
	/** Terminal cells, margin included. */
	readonly columns: number;
	/** Most rows it grows to before it scrolls. */
	readonly height: number;
	readonly placeholder?: string;
	/** Blanks out what the lint is not to read, keeping the length; must be cheap. */
	readonly proseOf?: (text: string) => string;
	/** Called with the text after each change, cleaned of control characters. */
	readonly onChange: (text: string) => void;
};

/** Takes the keys of context `text` while focused; what it does not take goes on to the screen around it. */
export const TextField = memo(function TextField({
	id,
	kind,
	value,
	focused,
	columns,
	height,
	placeholder = '',
	proseOf,
	onChange,
}: TextFieldProps) {
	const hub = useFieldHub();
	const {buffers} = hub;
	const [held, setBuffer] = useState(() => buffers.get(id) ?? createBuffer(value));
	// Somebody else changed the text: an undo elsewhere, a suggestion, another app.
	const buffer = held.text === value ? held : withoutHistory(edit(held, {type: 'set', text: value}));
	const width = Math.max(1, columns - marginColumns);
	const isProse = kind === 'prose';

	// The newest buffer, for keys that come faster than they are drawn.
	const newest = useRef(buffer);
	useLayoutEffect(() => {
		newest.current = buffer;
		// Others may go on: each change carries the caret from where the one before has put it.
		setBuffer((now) => (now.text === buffer.text ? now : buffer));
	}, [buffer]);
	const change = (action: BufferAction): boolean => {
		const before = hub.isVisiting(id) ? newest.current : withoutHistory(newest.current);
		const next = edit(before, action, width);
		if (next === before) return false;
		hub.visit(id);
		newest.current = next;
		setBuffer(next);
		buffers.set(id, next);
		if (next.text !== before.text) onChange(next.text);
		return true;
	};

	useKeys('text', (command, press) => take(command, press, isProse, change), focused);
	useAnnouncement({id, kind, prose: proseOf?.(buffer.text) ?? buffer.text}, buffer, focused, change);

	const rows = useMemo(() => wrap(buffer.text, width), [buffer.text, width]);
	const findings = useMarks(id, buffer.text);
	return (
		<TextView
			text={buffer.text}
			rows={rows}
			caret={focused ? buffer.caret : null}
			height={height}
			findings={findings}
			placeholder={placeholder}
		/>
	);
});

/** The same text and caret with nothing to undo. */
function withoutHistory(buffer: TextBuffer): TextBuffer {
	return {...buffer, history: createBuffer('').history, run: null};
}

type Change = (action: BufferAction) => boolean;

/** Whether the field took the press. Moving off an end is left to the screen, editing never is. */
function take(command: string | undefined, press: Press, isProse: boolean, change: Change): boolean {
	if (press.kind !== 'chord') {
		const text = isProse ? cleanProse(press.text) : cleanLine(press.text);
		if (text !== '') change({type: 'insert', text});
		return true;
	}
	if (press.chord === 'up' || press.chord === 'down') {
		return change({type: press.chord === 'up' ? 'move-up' : 'move-down'});
	}
	if (press.chord === 'ctrl+z') return change({type: 'undo'});
	if (press.chord === 'ctrl+y') return change({type: 'redo'});
	if (command === 'break-line') {
		if (isProse) change({type: 'break-line'});
		return isProse;
	}
	const action = bufferActionOf(command);
	if (action !== undefined) change(action);
	return action !== undefined;
}

/** Tells the hub what is being typed, and takes back the field when the focus goes. */
function useAnnouncement(
	{id, kind, prose}: Pick<ActiveField, 'id' | 'kind' | 'prose'>,
	buffer: TextBuffer,
	focused: boolean,
	change: Change,
): void {
	const hub = useFieldHub();
	const replace = useEffectEvent((start: number, end: number, text: string) => {
		change({type: 'replace', start, end, text});
	});
	const {text, caret} = buffer;
	useLayoutEffect(() => {
		if (!focused) return;
		hub.announce({id, kind, text, prose, caret, replace: (start, end, by) => replace(start, end, by)});
	}, [hub, id, kind, text, prose, caret, focused]);
	useLayoutEffect(() => {
		if (!focused) return;
		return () => hub.announce(undefined);
	}, [hub, focused]);
}
