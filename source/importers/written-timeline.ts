/**
 * A timeline that somebody wrote: the lines of `retro log`, bullets, tables and headings, the day in a heading and
 * the zone declared once. Of a document with a section for its timeline, only that section is read.
 */
import {type CalendarDate, dateOf} from '../time/instant.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {dateOfHeading, dateOfParagraph, declaredZone} from './declared.ts';
import {type Block, markdownBlocks} from './markdown-lines.ts';
import {type Known, nothingKnown} from './placement.ts';
import type {TextSource} from './source.ts';
import {digitOrderOf, readWrittenDate} from './written-date.ts';
import {type Columns, columnsOf, noColumns, readRow, zoneOfHeader} from './written-rows.ts';
import {type Habits, readWrittenTime, type WrittenTime} from './written-time.ts';

export const writtenTimeline: TextSource = {
	kind: 'text',
	name: 'timeline',
	title: 'Written timeline',
	unit: 'entries',
	claims: (sample) => sample.split(/\r\n|\n|\r/).some((line) => beginsWithTime(line)),
	read: readTimeline,
};

/** Whether a line has the looks of an entry: a time at its beginning, behind the marks of markdown, or a date and time at its end. */
function beginsWithTime(line: string): boolean {
	return (
		/^[\s>#*_+•–|`~[(-]*(?:[A-Z][a-z]{2,8} \d\d?(?:,? \d{4})?,? |\d{4}[-/]\d\d[-/]\d\d[T ,]+)?(?:~|ca\. )?(?:\d{1,2}:\d\d|[01]\d[0-5]\d\s|2[0-3][0-5]\d\s|\d{1,2} ?[ap]m\b)/i.test(
			line,
		) || /\d{4}-\d\d-\d\d,? \d\d?:\d\d(?: [A-Z]{3,4})?\s*$/.test(line)
	);
}

/** An entry that later blocks may still add to. */
type Open = {
	readonly time: WrittenTime | undefined;
	readonly reason: string;
	readonly who: string;
	readonly parts: string[];
	readonly kind: Block['kind'];
	readonly depth: number;
};

function* readTimeline(text: string, context: ImportContext): Generator<Candidate> {
	const habits = habitsOf(text);
	const sections = /^\s*#{1,6}\s.*\b(?:time ?line|chronology|sequence of events|key events)\b/im.test(text);
	let section: number | undefined;
	let known: Known = nothingKnown;
	let columns: Columns = noColumns;
	let open: Open | undefined;
	const near = (): CalendarDate => known.date ?? context.date ?? context.incidentDate ?? dateOf(context.now);
	const begins = (line: string): boolean => readWrittenTime(line, nothingKnown, habits, context) !== null;
	for (const block of markdownBlocks(text, begins)) {
		const plain = block.kind === 'row' ? '' : block.text;
		if (block.kind !== 'row') known = learnZone(known, plain, context);
		if (block.kind === 'heading' && sections) {
			const isTimeline = /\b(?:time ?line|chronology|sequence of events|key events)\b/i.test(plain);
			if (isTimeline) section ??= block.level;
			else if (section !== undefined && block.level <= section) section = undefined;
		}
		if (sections && section === undefined) {
			known = learnDate(known, block, near());
			continue;
		}
		if (block.kind === 'row' && block.isHeader) {
			columns = columnsOf(block.cells);
			const declared = zoneOfHeader(block.cells, columns, context.zones);
			known = declared === undefined || declared === null ? known : withZone(known, declared);
			continue;
		}
		const row = block.kind === 'row' ? readRow(block.cells, columns, known, habits, context) : readBlock(block);
		if (row.time !== null) {
			yield* closed(open);
			const {time} = row;
			open = {time, reason: time.problem, who: row.who, parts: [row.text + time.until], ...placeOf(block)};
			known = after(known, time);
			continue;
		}
		const learnt = learnDate(known, block, near());
		const isDay = learnt !== known;
		known = learnt;
		if (open !== undefined && !isDay && goesOn(open, block)) {
			open.parts.push(plain);
			continue;
		}
		yield* closed(open);
		open = untimed(block, row.text, isDay, near());
	}
	yield* closed(open);

	function readBlock(block: Exclude<Block, {kind: 'row'}>): {time: WrittenTime | null; who: string; text: string} {
		const time = readWrittenTime(block.text, known, habits, context);
		if (time !== null) return {time, who: '', text: withoutMarks(block.text, time)};
		const [, words = '', end = ''] = /^(.*?\p{L}.*?)[:\s,–-]+\*?\*?(\d{4}-\d\d-\d\d,? \d.*)$/u.exec(block.text) ?? [];
		const behind = end === '' ? null : readWrittenTime(end, known, habits, context);
		const isWhole = behind !== null && /^[\s*.:]*$/.test(end.slice(behind.end));
		return isWhole ? {time: behind, who: '', text: words} : {time: null, who: '', text: block.text};
	}
}

function habitsOf(text: string): Habits {
	const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
	const bare = lines.filter((line) => /^[\s>*+•-]*(?:[01]\d|2[0-3])[0-5]\d[\s:–-]/.test(line)).length;
	return {
		bareDigits: bare > 0 && bare * 3 >= lines.filter(beginsWithTime).length,
		halves: /\d ?[ap]\.?m\b/i.test(text),
		order: digitOrderOf(text),
	};
}

function placeOf(block: Block): Pick<Open, 'kind' | 'depth'> {
	return {kind: block.kind, depth: block.kind === 'item' ? block.depth : block.kind === 'heading' ? block.level : 0};
}

/** Under a heading with a time all goes to its entry; under an item, what is indented further. */
function goesOn(open: Open, block: Block): boolean {
	if (open.kind === 'heading') return block.kind !== 'heading' || block.level > open.depth;
	return open.kind === 'item' && block.kind === 'item' && block.depth > open.depth;
}

/** What has no time: an entry left out, unless it is a heading, or says something about all entries. */
function untimed(block: Block, text: string, isDay: boolean, near: CalendarDate): Open | undefined {
	if (isDay && (block.kind === 'heading' || block.kind === 'paragraph'))
		return {time: undefined, reason: 'no time of day', who: '', parts: [], ...placeOf(block)};
	if (block.kind === 'heading' || (block.kind === 'paragraph' && /\btimes? (?:are )?(?:in|UTC)\b/i.test(text)))
		return undefined;
	const cell = block.kind === 'row' ? block.cells.join(' ') : text;
	const hasDay = readWrittenDate(cell.replace(/^[*_[(\s]+/, ''), 0, near, undefined) !== null;
	return {time: undefined, reason: hasDay ? 'no time of day' : 'no time', who: '', parts: [cell], ...placeOf(block)};
}

function* closed(open: Open | undefined): Generator<Candidate> {
	if (open === undefined) return;
	const text = open.parts.filter((part) => part.trim() !== '').join(' ');
	if (open.time === undefined) {
		if (text !== '') yield leftOut(kept(undefined, text), open.reason);
		return;
	}
	const {at, assumed, typed} = open.time;
	const candidate = kept(at, text, {who: open.who, assumed, ...(typed !== '' && {typed})});
	yield at === undefined ? leftOut(candidate, open.reason) : candidate;
}

/** Bold that was opened before the time and closed behind the text is kept whole. */
function withoutMarks(line: string, time: WrittenTime): string {
	const text = line.slice(time.end).replace(/^\s*(?:(?:[-:|,;.]+(?=\s|$)|[–—])\s*)*/, '').trim();
	const isOpen = /^\s*\*\*/.test(line) && (text.match(/\*\*/g)?.length ?? 0) % 2 === 1;
	return isOpen ? `**${text}` : text;
}

function after(known: Known, time: WrittenTime): Known {
	if (time.at === undefined) return known;
	if (time.day === null) return {...known, previous: time.at};
	return {...known, previous: time.at, date: time.day, dateIsStated: time.dayIsStated};
}

function learnZone(known: Known, text: string, context: ImportContext): Known {
	const declared = declaredZone(text, context.zones);
	return declared === undefined || declared === null ? known : withZone(known, declared);
}

function withZone(known: Known, declared: NonNullable<ReturnType<typeof declaredZone>>): Known {
	return declared.kind === 'zone'
		? {...known, zone: declared.zone, unknownZone: undefined}
		: {...known, zone: undefined, unknownZone: declared.typed};
}

/** A new day ends what could be told from the row before. */
function learnDate(known: Known, block: Block, near: CalendarDate): Known {
	if (block.kind === 'row') return known;
	if (block.kind === 'heading') {
		const date = dateOfHeading(block.text, near);
		return date === undefined ? known : {...known, date, dateIsStated: true, previous: null};
	}
	const {date, dateIsStated = false} = dateOfParagraph(block.text, near);
	if (date === undefined || (!dateIsStated && known.date !== undefined)) return known;
	return {...known, date, dateIsStated, previous: null};
}
