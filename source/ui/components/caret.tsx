/**
 * The terminal's own cursor as the caret: it needs no frame to blink, input methods and screen readers
 * follow it, and it is there without colour.
 */
import {type DOMElement, measureElement, useCursor} from 'ink';
import {type RefObject, useLayoutEffect, useState} from 'react';

/**
 * Puts the terminal's cursor at a cell inside the box of `ref`, in columns and rows from its top left
 * corner. Mount it in one component at a time: the focused one. It renders once more when the box has
 * moved, which happens on focus, on resize and when rows appear above it.
 */
export function Caret({within, column, row}: {within: RefObject<DOMElement | null>; column: number; row: number}) {
	const {setCursorPosition} = useCursor();
	const [origin, setOrigin] = useState<{x: number; y: number}>();
	useLayoutEffect(() => {
		if (within.current === null) return;
		const {x, y} = measureElement(within.current);
		setOrigin((before) => (before?.x === x && before.y === y ? before : {x, y}));
	});
	setCursorPosition(origin && {x: origin.x + column, y: origin.y + row});
	return null;
}
