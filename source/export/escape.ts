/**
 * Escaping of plain text for markdown (GFM), as little as is safe: a character gets its backslash only
 * where it could mean something, so that `5_000 * 2`, `snake_case`, `*.log` and `~5 min` stay as they were
 * typed. The usual serialiser escapes each of them everywhere.
 *
 * "Safe" does not lean on the rest of the paragraph, since a template puts other text around it: what
 * could close emphasis or a link is escaped even while nothing opens it.
 */

export type TextPlace = {
	/** What stands directly before the text; ends in a line feed, or is empty, at the start of a block. */
	readonly before: string;
	/** What stands directly after it; empty where that is not known. */
	readonly after: string;
	/** Whether the text is in a table, where a pipe ends the cell. */
	readonly inTable: boolean;
	/** The characters that mark emphasis in or around the line, and so could close what the text opens. */
	readonly marks: string;
	/** Whether the text is within the words of a link, which a bracket could end and where an address is no link. */
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
 * `*`, `_` and `~` by the rules for what can open and close (CommonMark 0.31, section 6.2; GFM 6.5). All
 * that can close are escaped; so what can only open stays alone, except beside emphasis by the same mark.
 */
function attention(text: string, {before, after, marks}: TextPlace): number[] {
	const runs = Array.from(text.matchAll(/\*+|_+|~+/g), ({index, 0: run}) => {
		const previous = text[index - 1] ?? before.slice(-1);
		const next = text[index + run.length] ?? after.slice(0, 1);
		return {index, run, role: roleOf(run, previous, next)};
	});
	const spaced = runs.filter(({role}) => role === 'spaced');
	const unsafe = runs.filter(({run, role}) => {
		if (role === 'opens') return marks.includes(run.charAt(0));
		// Two of them look as if they were meant to be a pair, to readers and to markdownlint (MD037).
		return role === 'closes' || (role === 'spaced' && spaced.filter((other) => other.run[0] === run[0]).length > 1);
	});
	return unsafe.flatMap(({index, run}) => Array.from(run, (_, at) => index + at));
}

/** What a run can do at most: only open emphasis, or close it as well, or nothing, in a word or between blanks. */
function roleOf(run: string, previous: string, next: string): 'in word' | 'spaced' | 'opens' | 'closes' {
	const [first = ''] = run;
	if (first === '_' && letter.test(previous) && letter.test(next)) return 'in word';
	if (next === '' || previous === first || next === first) return 'closes';
	if (first === '~' && run.length > 1) return 'closes';
	if (blank.test(previous)) return !blank.test(next) ? 'opens' : /^\n?$/.test(previous) ? 'closes' : 'spaced';
	return punctuation.test(previous) && letter.test(next) ? 'opens' : 'closes';
}

/**
 * Brackets are a link only where `(` or `[` follows, a definition where they start a line and `:` follows, a
 * task's box where they start the text. Single ones may pair with those around the text.
 */
function brackets(text: string, {before, after, inLink}: TextPlace): number[] {
	const unsafe: number[] = [];
	const open: number[] = [];
	for (const at of offsets(text, /[[\]]/g)) {
		if (text[at] === '[') {
			open.push(at);
			continue;
		}
		const start = open.pop();
		const next = text[at + 1] ?? after.slice(0, 1);
		if (start === undefined) {
			if (inLink || next === '(' || next === ':') unsafe.push(at);
		} else if (
			next === '(' ||
			next === '[' ||
			(next === ':' && startsLine(text, start, before)) ||
			isTaskBox(text, start, before)
		) {
			unsafe.push(start, at);
		}
	}
	if (before.endsWith(']') && /^[(:]/.test(text)) unsafe.push(0);
	if (text.endsWith('!') && after.startsWith('[')) unsafe.push(text.length - 1);
	return inLink ? [...unsafe, ...open] : unsafe;
}

function startsLine(text: string, at: number, before: string): boolean {
	return /^\n?$/.test(text[at - 1] ?? before.slice(-1));
}

function isTaskBox(text: string, start: number, before: string): boolean {
	return start === 0 && startsLine(text, start, before) && /^\[[\sxX]\](?:\s|$)/.test(text);
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
		if (!startsLine(text, index, before)) continue;
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
