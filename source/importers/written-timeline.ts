/**
 * A timeline that somebody wrote: the lines of `retro log`, bullets, tables and headings, the day in a heading and
 * the zone declared once. Of a document with a section for its timeline, only that section is read.
 */
import type {Instant} from '../time/instant.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {type Declared, dateOfHeading, dateOfParagraph, declaredZone} from './declared.ts';
import {type Block, markdownBlocks} from './markdown-lines.ts';
import {type Known, nearOf, nothingKnown} from './placement.ts';
import type {TextSource} from './source.ts';
import {digitOrderOf, type Near, readWrittenDate} from './written-date.ts';
import type {Habits} from './written-parts.ts';
import {type Columns, columnsOf, noColumns, readRow, type TableRow, zoneOfHeader} from './written-rows.ts';
import {readWrittenTime, type WrittenTime} from './written-time.ts';

export const writtenTimeline: TextSource = {
	kind: 'text',
	name: 'timeline',
	title: 'Written timeline',
	unit: 'entries',
	claims: (sample) => {
		for (const row of readBlocks(sample, anyContext)) {
			if (row !== undefined && (row.at !== undefined || !noTime.has(row.reason))) return true;
		}
		return false;
	},
	read: readBlocks,
};

const noTime = new Set(['no time', 'no time of day']);

/** Enough to see whether there are times at all. */
const anyContext: ImportContext = {
	now: '2000-01-01T00:00:00Z' as Instant,
	date: undefined,
	zone: undefined,
	incidentDate: undefined,
	zones: {},
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

function* readBlocks(text: string, context: ImportContext): Generator<Candidate | undefined> {
	const habits = habitsOf(text);
	const begins = (line: string): boolean => readWrittenTime(line, nothingKnown, habits, context) !== null;
	const blocks: Block[] = [];
	for (const block of markdownBlocks(text, begins)) {
		blocks.push(block);
		yield undefined;
	}
	let known: Known = {...nothingKnown, ...theOnlyZone(blocks, context)};
	let columns: Columns = noColumns;
	let open: Open | undefined;
	for (const {block, counts} of inTimeline(blocks)) {
		if (block.kind === 'row' && block.isHeader) {
			columns = columnsOf(block.cells);
			known = withZone(known, zoneOfHeader(block.cells, columns, context.zones));
			continue;
		}
		const row = counts ? readBlock(block, columns, known, habits, context) : null;
		if (row !== null && row.time !== null) {
			yield* closed(open);
			const {time} = row;
			open = {time, reason: time.problem, who: row.who, parts: [row.text + time.until], ...placeOf(block)};
			known = after(known, time);
			continue;
		}
		const learnt = learnDate(known, block, nearOf(known, context));
		const isDay = learnt !== known;
		known = block.kind === 'row' ? learnt : withZone(learnt, declaredZone(block.text, context.zones));
		if (row === null) continue;
		if (open !== undefined && !isDay && goesOn(open, block)) {
			open.parts.push(row.text);
			continue;
		}
		yield* closed(open);
		open = untimed(block, row.text, isDay, nearOf(known, context));
	}
	yield* closed(open);
}

const timelineHeading = /\b(?:time ?line|chronology|sequence of events|key events)\b/i;

/** The blocks, and which of them are of the timeline: all, where no heading says where it is. */
function* inTimeline(blocks: readonly Block[]): Generator<{block: Block; counts: boolean}> {
	const isTimeline = (block: Block): boolean => block.kind === 'heading' && timelineHeading.test(block.text);
	const everywhere = !blocks.some(isTimeline);
	let level: number | undefined;
	for (const block of blocks) {
		if (block.kind === 'heading' && level !== undefined && block.level <= level) level = undefined;
		if (block.kind === 'heading' && level === undefined && isTimeline(block)) level = block.level;
		yield {block, counts: everywhere || level !== undefined};
	}
}

/** A zone that is declared once and nowhere contradicted goes for the times above it too. */
function theOnlyZone(blocks: readonly Block[], context: ImportContext): Partial<Known> {
	const declared = blocks.flatMap((block) => {
		const zone = block.kind === 'row' ? null : declaredZone(block.text, context.zones);
		return zone?.kind === 'zone' ? [zone.zone] : [];
	});
	return declared.length === 1 ? {zone: declared[0]} : {};
}

function readBlock(block: Block, columns: Columns, known: Known, habits: Habits, context: ImportContext): TableRow {
	if (block.kind === 'row') return readRow(block.cells, columns, known, habits, context);
	const time = readWrittenTime(block.text, known, habits, context);
	if (time !== null) return {time, who: '', text: withoutMarks(block.text, time)};
	const at = timeAtEnd(block.text);
	const [words, end] = at === undefined ? ['', ''] : [block.text.slice(0, at), block.text.slice(at)];
	const behind = end === '' ? null : readWrittenTime(end, known, habits, context);
	const isWhole = behind !== null && /^[\s*.:]*$/.test(end.slice(behind.end));
	return isWhole
		? {time: behind, who: '', text: words.replace(/[:\s,–-]+\*{0,2}$/, '')}
		: {time: null, who: '', text: block.text};
}

/** Where a date and time begin behind words. */
function timeAtEnd(text: string): number | undefined {
	for (const {index} of text.matchAll(/(?<=[:\s,–-]\*{0,2})\d{4}-\d\d-\d\d,? \d/g)) {
		if (/\p{L}/u.test(text.slice(0, index))) return index;
	}
	return undefined;
}

function habitsOf(text: string): Habits {
	const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
	const bare = lines.filter((line) => /^[\s>*+•-]*(?:[01]\d|2[0-3])[0-5]\d[\s:–-]/.test(line)).length;
	const clocks = lines.filter(beginsWithTime);
	const wholeDays = clocks.some((line) => /(?<![\d:.-])(?:0\d|1[3-9]|2[0-3]):\d\d(?! ?[ap]m)/i.test(line));
	return {
		bareDigits: bare > 0 && bare * 3 >= clocks.length,
		halves: !wholeDays && clocks.some((line) => /\d ?[ap]\.?m\b/i.test(line)),
		wholeDays,
		order: digitOrderOf(text),
		relative: !/^\s*(?:#{1,6} |[-*+•] |\|)/m.test(text),
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
function untimed(block: Block, text: string, isDay: boolean, near: Near): Open | undefined {
	if (isDay && (block.kind === 'heading' || block.kind === 'paragraph'))
		return {time: undefined, reason: 'no time of day', who: '', parts: [], ...placeOf(block)};
	if (block.kind === 'heading' || (block.kind === 'paragraph' && /\btimes? (?:are )?(?:in|UTC)\b/i.test(text)))
		return undefined;
	if (block.kind === 'paragraph' && /^\w[\w-]*\s*[:=]\s/.test(block.text) && !/\d:\d\d/.test(block.text))
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
	const {unclear} = open.time;
	const more = {...(typed !== '' && {typed}), ...(unclear !== undefined && {unclear})};
	const candidate = kept(at, text, {who: open.who, assumed, ...more});
	yield at === undefined ? leftOut(candidate, open.reason) : candidate;
}

/** Bold that was opened before the time and closed behind the text is kept whole. */
function withoutMarks(line: string, time: WrittenTime): string {
	const text = line
		.slice(time.end)
		.replace(/^\s*(?:(?:[-:|,;.]+(?=\s|$)|[–—])\s*)*/, '')
		.trim();
	const isOpen = /^\s*\*\*/.test(line) && (text.match(/\*\*/g)?.length ?? 0) % 2 === 1;
	return isOpen ? `**${text}` : text;
}

function after(known: Known, time: WrittenTime): Known {
	if (time.at === undefined) return known;
	const next = {...known, previous: time.at, zoneBefore: time.zone ?? known.zoneBefore};
	return time.day === null
		? next
		: {
				...next,
				date: time.day,
				dateIsStated: time.dayIsStated,
				dayIsOfRow: true,
				anchor: time.year ? time.day : known.anchor,
			};
}

function withZone(known: Known, declared: Declared['zone']): Known {
	if (declared === undefined || declared === null) return known;
	return declared.kind === 'zone'
		? {...known, zone: declared.zone, unknownZone: undefined}
		: {...known, zone: undefined, unknownZone: declared.typed};
}

/** A new day ends what could be told from the row before. */
function learnDate(known: Known, block: Block, near: Near): Known {
	if (block.kind === 'row') return known;
	const isHeading = block.kind === 'heading';
	const declared = isHeading ? dateOfHeading(block.text, near) : dateOfParagraph(block.text, near);
	const {date, year = false, dateIsStated = false} = declared;
	if (date === undefined || (!isHeading && !dateIsStated && known.date !== undefined && date !== known.date))
		return known;
	return {...known, date, dateIsStated, dayIsOfRow: false, previous: null, anchor: year ? date : known.anchor};
}
