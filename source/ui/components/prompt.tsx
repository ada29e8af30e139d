/**
 * A short plain prompt (a filter, a path, a reason), drawn by ink-text-input. Its version 6 types the
 * letter of a control chord, deletes backwards on Delete and splits emoji, so that it is not given the
 * keys: they go through the editing buffer, as in every other field.
 */
import {Box, type DOMElement} from 'ink';
import TextInput from 'ink-text-input';
import {useLayoutEffect, useRef, useState} from 'react';
import {type BufferAction, createBuffer, edit} from '../../text/buffer.ts';
import {cleanLine} from '../../text/clean.ts';
import {columnsOf} from '../../text/columns.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {bufferActionOf} from '../text-commands.ts';
import {Caret} from './caret.tsx';
import {Paint} from './paint.tsx';

export function Prompt({
	label,
	value,
	active,
	placeholder = '',
	onChange,
	onSubmit,
}: {
	label: string;
	value: string;
	active: boolean;
	placeholder?: string;
	onChange: (value: string) => void;
	onSubmit: (value: string) => void;
}) {
	const box = useRef<DOMElement>(null);
	const [held, setBuffer] = useState(() => createBuffer(value));
	const buffer = held.text === value ? held : edit(held, {type: 'set', text: value});

	// The newest buffer, for keys that come faster than they are drawn.
	const newest = useRef(buffer);
	useLayoutEffect(() => {
		newest.current = buffer;
	}, [buffer]);
	const change = (action: BufferAction): void => {
		const before = newest.current;
		const next = edit(before, action);
		newest.current = next;
		setBuffer(next);
		if (next.text !== before.text) onChange(next.text);
	};
	useKeys(
		'text',
		(command, press) => {
			if (press.kind !== 'chord') {
				change({type: 'insert', text: cleanLine(press.text)});
				return true;
			}
			if (press.chord === 'enter') {
				onSubmit(newest.current.text);
				return true;
			}
			const action = bufferActionOf(command);
			if (action !== undefined) change(action);
			return action !== undefined;
		},
		active,
	);
	return (
		<Box ref={box}>
			{active && (
				<Caret within={box} column={columnsOf(label) + columnsOf(buffer.text.slice(0, buffer.caret))} row={0} />
			)}
			<Paint look="focus">{label}</Paint>
			{buffer.text === '' ? (
				<Paint look="quiet">{placeholder}</Paint>
			) : (
				<TextInput value={buffer.text} focus={false} showCursor={false} onChange={onChange} />
			)}
		</Box>
	);
}
