/** What a terminal of the xterm kind sends for a key. */

const named: Readonly<Record<string, string>> = {
	enter: '\r',
	tab: '\t',
	'shift+tab': '\u001B[Z',
	escape: '\u001B',
	space: ' ',
	backspace: '\u007F',
	delete: '\u001B[3~',
	pageup: '\u001B[5~',
	pagedown: '\u001B[6~',
	f1: '\u001BOP',
};

const cursorKeys: Readonly<Record<string, string>> = {up: 'A', down: 'B', right: 'C', left: 'D', home: 'H', end: 'F'};

/** The parameter that xterm puts into a cursor key's sequence for each modifier. */
const modifierParameter: Readonly<Record<string, number>> = {shift: 2, alt: 3, ctrl: 5};

/**
 * @param chord modifiers and a name in lower case, as in the app's key table: `ctrl+r`, `alt+enter`, `pagedown`, `n`.
 * @returns the characters that the terminal sends
 * @throws Error for a chord of which it is not known what is sent
 */
export function keySequence(chord: string): string {
	const sequence = named[chord] ?? cursorKey(chord) ?? modified(chord) ?? (chord.length === 1 ? chord : undefined);
	if (sequence === undefined) {
		throw new Error(`It is not known what a terminal sends for the key "${chord}".`);
	}
	return sequence;
}

function cursorKey(chord: string): string | undefined {
	const [name = '', modifier] = chord.split('+').reverse();
	const letter = cursorKeys[name];
	if (letter === undefined) {
		return undefined;
	}
	return modifier === undefined ? `\u001B[${letter}` : `\u001B[1;${modifierParameter[modifier] ?? 1}${letter}`;
}

function modified(chord: string): string | undefined {
	const [, modifier, key] = /^(ctrl|alt)\+(.+)$/.exec(chord) ?? [];
	if (modifier === 'alt' && key !== undefined) {
		return `\u001B${keySequence(key)}`;
	}
	// Control clears the upper bits of the letter: Ctrl+A is 1, Ctrl+Z is 26 (ECMA-48).
	return modifier === 'ctrl' && key?.length === 1
		? String.fromCharCode(key.toUpperCase().charCodeAt(0) & 31)
		: undefined;
}
