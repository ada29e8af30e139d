/** What arrives from the keyboard, as Ink tells it, made into chords and typed text. */
import type {Key} from 'ink';

export type Press =
	| {readonly kind: 'chord'; readonly chord: string}
	/** Text as it was typed, one character or what a fast hand or a slow line put into one chunk. */
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/**
 * The presses in one event of Ink's. A chunk of several characters is text; an Enter, a Tab or a Ctrl+U in a
 * short one is a key of its own, as when somebody types faster than it is read. A long chunk with a line break
 * inside can only have been pasted into a terminal that does not say so.
 */
export function pressesOf(input: string, key: Key): Press[] {
	if (key.eventType === 'release') return [];
	const name = named.find(([flag]) => key[flag]);
	if (name !== undefined) return [chord(name[1], key)];
	if (input === '') return [];
	if (input === '\n') return [{kind: 'chord', chord: 'ctrl+j'}];
	// Right after an Escape it comes as Ctrl+Alt+C; the way out is not to be missed.
	if (key.ctrl && input === 'c') return [{kind: 'chord', chord: 'ctrl+c'}];
	if (key.ctrl || key.meta) return [chord(input === ' ' ? 'space' : input.toLowerCase(), {...key, shift: false})];
	return textPresses(input);
}

const keyCharacters: Readonly<Record<string, string>> = {'\r': 'enter', '\t': 'tab', '\n': 'ctrl+j'};

/** The longest chunk, in UTF-16 units, that hands on a keyboard are taken to have typed before one read. */
const longestTyped = 32;

function textPresses(input: string): Press[] {
	const trailing = /[\r\n\t]*$/.exec(input)?.index ?? input.length;
	const isPasted = hasControl(input.slice(0, trailing)) && input.length > longestTyped;
	if (isPasted) return [{kind: 'paste', text: input}];
	return input.split(/([\x01-\x1a])/).flatMap((part): Press[] => {
		const key = keyOf(part);
		if (key !== undefined) return [{kind: 'chord', chord: key}];
		return part === '' ? [] : [{kind: 'text', text: part}];
	});
}

/** The chord of a control character, by the bits that Ctrl clears of a letter (ECMA-48); undefined for any other text. */
function keyOf(part: string): string | undefined {
	const code = part.charCodeAt(0);
	if (part.length !== 1 || code < 0x01 || code > 0x1a) return undefined;
	return keyCharacters[part] ?? `ctrl+${String.fromCharCode(code | 0x60)}`;
}

/** The chord that a press of text stands for where no text is taken: `e`, `?`, `space`. */
export function chordOf(press: Press): string | undefined {
	if (press.kind === 'chord') return press.chord;
	return press.kind === 'text' ? (press.text === ' ' ? 'space' : press.text) : undefined;
}

function chord(name: string, {ctrl, meta, shift}: Pick<Key, 'ctrl' | 'meta' | 'shift'>): Press {
	const modifiers = [ctrl && 'ctrl', meta && 'alt', shift && 'shift'].filter((modifier) => modifier !== false);
	return {kind: 'chord', chord: [...modifiers, name].join('+')};
}

function hasControl(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
	}
	return false;
}
