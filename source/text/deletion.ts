/** What the deleting keys take. */
import {boundaryAfter, boundaryBefore} from './graphemes.ts';
import {lineEnd, lineStart} from './movement.ts';
import {blankWordStartBefore, wordEndAfter, wordStartBefore} from './words.ts';

export type Deletion =
	| 'delete-backward'
	| 'delete-forward'
	/** To the start of the word. */
	| 'delete-word-backward'
	/** To the white space before, as Ctrl+W does in readline: takes `@infra-team` as a whole. */
	| 'rub-out-word'
	| 'delete-word-forward'
	| 'kill-to-start'
	| 'kill-to-end';

/**
 * The range (UTF-16 offsets) that the key takes with the caret there; empty where there is nothing. Words
 * and kills stay in the hard line; where it has nothing more in that direction, they take the line feed.
 */
export function rangeOf(deletion: Deletion, text: string, caret: number): {start: number; end: number} {
	switch (deletion) {
		case 'delete-backward':
			return {start: boundaryBefore(text, caret), end: caret};
		case 'delete-forward':
			return {start: caret, end: boundaryAfter(text, caret)};
		case 'delete-word-backward':
			return backward(text, caret, wordStartBefore(text, caret));
		case 'rub-out-word':
			return backward(text, caret, blankWordStartBefore(text, caret));
		case 'delete-word-forward':
			return forward(text, caret, wordEndAfter(text, caret));
		case 'kill-to-start':
			return backward(text, caret, 0);
		case 'kill-to-end':
			return forward(text, caret, text.length);
	}
}

function backward(text: string, caret: number, wanted: number): {start: number; end: number} {
	const first = lineStart(text, caret);
	return {start: first === caret ? boundaryBefore(text, caret) : Math.max(first, wanted), end: caret};
}

function forward(text: string, caret: number, wanted: number): {start: number; end: number} {
	const last = lineEnd(text, caret);
	return {start: caret, end: last === caret ? boundaryAfter(text, caret) : Math.min(last, wanted)};
}
