/**
 * Escaping of plain text for markdown (GFM), as little as is safe: a character gets its backslash only
 * where it could mean something, so that `5_000 * 2`, `snake_case` and `~5 min` stay as they were typed.
 * The usual serialiser escapes each of them everywhere.
 *
 * "Safe" does not lean on what else is in the paragraph, since a template puts other text around it:
 * a `*` that could open emphasis is escaped even while nothing closes it.
 */

export type TextPlace = {
	/** What stands directly before the text; ends in a line feed, or is empty, at the start of a block. */
	readonly before: string;
	/** What stands directly after it; empty where that is not known. */
	readonly after: string;
	/** Whether the text is in a table, where a pipe ends the cell. */
	readonly inTable: boolean;
	/** Whether the text is the words of a link, in which no address is a link of its own. */
	readonly inLink: boolean;
	/** Whether the text is in a heading, where a last run of `#` is dropped. */
	readonly inHeading: boolean;
};

/** The text with backslashes where it needs them: read as markdown in that place, it is the same text. */
export function escapeText(text: string, place: TextPlace): string {
	const unsafe = new Set([
		...always(text, place.inTable),
		...attention(text, place),
		...brackets(text, place),
		...starters(text, place.after),
		...lineStarts(text, place),
		...(place.inHeading && blank.test(place.after) ? closingHashes(text) : []),
	]);
	if (!place.inLink) for (const at of addresses(text, place, unsafe)) unsafe.add(at);
	return backslashed(text, unsafe, place.after);
}

const punctuation = /[!-/:-@[-`{-~]/;
const blank = /^\s?$/;
const letter = /^[\p{L}\p{N}]$/u;

function always(text: string, pipes: boolean): number[] {
	return offsets(text, pipes ? /[`|]/g : /`/g);
}

/**
 * `*`, `_` and `~` by the rules for what can open and close (CommonMark 0.31, section 6.2; GFM 6.5):
 * nothing does between two blanks, `_` does not between two letters, and a single `~` before a word
 * can open but never close. All that can close are escaped, so that what can open stays alone.
 */
function attention(text: string, {before, after}: TextPlace): number[] {
	return Array.from(text.matchAll(/\*+|_+|~+/g)).flatMap(({index, 0: run}) => {
		const previous = text[index - 1] ?? before.slice(-1);
		const next = text[index + run.length] ?? after.slice(0, 1);
		return isPlainRun(run, previous, next) ? [] : Array.from(run, (_, at) => index + at);
	});
}

function isPlainRun(run: string, previous: string, next: string): boolean {
	const startsLine = previous === '' || previous === '\n';
	if (blank.test(previous) && blank.test(next)) return !startsLine && next !== '';
	if (run.startsWith('_')) return letter.test(previous) && letter.test(next);
	if (run !== '~' || previous === '~' || next === '~') return false;
	return blank.test(previous) ? next !== '' : punctuation.test(previous) && letter.test(next);
}

/**
 * Brackets that pair up within the text are a link only where `(`, `[` or `:` follows, or a task's box
 * where they start the text; single ones might pair with somebody else's.
 */
function brackets(text: string, {before, after}: TextPlace): number[] {
	const unsafe: number[] = [];
	const open: number[] = [];
	for (const at of offsets(text, /[[\]]/g)) {
		if (text[at] === '[') {
			open.push(at);
			continue;
		}
		const start = open.pop();
		const next = text[at + 1] ?? after.slice(0, 1);
		if (start === undefined) unsafe.push(at);
		else if (/^[([:]$/.test(next) || isTaskBox(text, start, before)) unsafe.push(start, at);
	}
	if (before.endsWith(']') && /^[([:]/.test(text)) unsafe.push(0);
	if (text.endsWith('!') && after.startsWith('[')) unsafe.push(text.length - 1);
	return [...unsafe, ...open];
}

function isTaskBox(text: string, start: number, before: string): boolean {
	return start === 0 && /^\n?$/.test(before.slice(-1)) && /^\[[\sxX]\](?:\s|$)/.test(text);
}

/** What could begin HTML, an autolink or a character reference. */
function starters(text: string, after: string): number[] {
	const angles = offsets(text, /</g).filter((at) => /^(?:[A-Za-z/!?]|$)/.test(text[at + 1] ?? after));
	const references = offsets(text + after, /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/g);
	return [...angles, ...references];
}

/**
 * Addresses that are not links as they stand (`a@b.c_`), and might become some by a backslash in the same
 * word, or by what is before or after it: their `@`, and the `.` or `:` that makes them, is escaped then.
 */
function addresses(text: string, {before, after}: TextPlace, unsafe: ReadonlySet<number>): number[] {
	return Array.from(text.matchAll(/\S+/g)).flatMap(({index, 0: word}) => {
		const end = index + word.length;
		const touched =
			Array.from(word).some((_, at) => unsafe.has(index + at)) ||
			(index === 0 && !blank.test(before.slice(-1))) ||
			(end === text.length && !blank.test(after.slice(0, 1)));
		const [previous] = index === 0 ? before.slice(-1) : ' ';
		return touched ? offsets(`${previous ?? ' '}${word}`, address).map((at) => index + at - 1) : [];
	});
}

const address = /(?<=[-+.\w])@(?=[-\w]+\.[-\w])|(?<=www)\.(?=[-\w])|(?<=https?):(?=\/\/)/gi;

/** What at the start of a line would begin a heading, a quote, a list, a rule, or make a table of the line before. */
function lineStarts(text: string, {before}: TextPlace): number[] {
	const unsafe: number[] = [];
	for (const {index, 0: line} of text.matchAll(/^.*$/gm)) {
		if (index === 0 && !/^\n?$/.test(before.slice(-1))) continue;
		const number = /^\d{1,9}(?=[.)](?:[ \t]|$))/.exec(line);
		if (number) unsafe.push(index + number[0].length);
		else if (blockStart.test(line)) unsafe.push(index);
	}
	return unsafe;
}

const blockStart = /^(?:#{1,6}(?:[ \t]|$)|>|[-+](?:[ \t]|$)|=+[ \t]*$|(?=.*-)[-:|][-:| \t]*$)/;

function closingHashes(text: string): number[] {
	const run = /(?:^|\s)(#+)\s*$/.exec(text);
	return run?.[1] === undefined ? [] : [text.lastIndexOf(run[1])];
}

/** A backslash of the text itself needs another one before punctuation, and at the end of the text. */
function backslashed(text: string, unsafe: ReadonlySet<number>, after: string): string {
	let written = '';
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		const next = unsafe.has(at + 1) ? '\\' : (text[at + 1] ?? after.slice(0, 1));
		const escaped = unsafe.has(at) || (character === '\\' && (next === '' || next === '\n' || punctuation.test(next)));
		written += escaped ? `\\${character}` : character;
	}
	return written;
}

function offsets(text: string, pattern: RegExp): number[] {
	return Array.from(text.matchAll(pattern), ({index}) => index);
}
