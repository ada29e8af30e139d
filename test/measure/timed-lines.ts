/** Which lines of a written document are entries with a time, told by one expression that shares nothing with the importers. */

const clock = String.raw`(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b|(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:UTC|Z|h)\b))`;
const day = String.raw`(?:(?:[A-Z][a-z]{2,8},? )?(?:\d{4}[-/]\d\d?[-/]\d\d?|[A-Z][a-z]{2,8}\.? \d\d?(?:st|nd|rd|th)?(?:,? \d{4})?|\d\d?(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?|\d\d[-/]\d\d(?:[-/]\d{2,4})?)[T ,|*@–-]*(?:at )?)?`;
const marks = String.raw`^[\s>#*_+•–|\x60~[(-]*(?:\d{1,3}[.)] )?(?:at |around |~|ca\. )?`;
const beginning = new RegExp(`${marks}${day}${clock}`, 'i');
const atEnd = /\p{L}.*\d{4}-\d\d-\d\d,? \d\d?:\d\d(?::\d\d)?(?: [A-Z]{3,4})?[\s*.]*$/u;
const section = /^(#{1,6}|\*\*|- \*\*)?.*\b(?:time ?line|chronology|sequence of events|key events)\b/i;

/** The lines with a time at their beginning, or a date and a time at their end: those of the section for the timeline, where there is one. */
export function timedLines(text: string): string[] {
	const lines = text
		.replace(/```[\s\S]*?```/g, '')
		.replace(/^---\n[\s\S]*?\n---$/m, '')
		.split('\n');
	const start = lines.findIndex((line) => /^#{1,6} /.test(line) && section.test(line));
	const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 0;
	const rest = lines.slice(start + 1);
	const end = start < 0 ? -1 : rest.findIndex((line) => (/^#+(?= )/.exec(line)?.[0].length ?? 9) <= level);
	const own = end < 0 ? rest : rest.slice(0, end);
	return own.filter((line) => beginning.test(line) || atEnd.test(line));
}

/** What a line says behind its time, or before it, in letters and digits alone. */
export function wordsBeside(line: string): string {
	const said = atEnd.test(line) && !beginning.test(line) ? line.replace(/\d{4}-.*$/, '') : line.replace(beginning, '');
	return lettersOf(said.replace(/<br ?\/?>/g, ' '));
}

/** Its letters and digits, in lower case. */
export function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
