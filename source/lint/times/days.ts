/** On which day each time of a text lies: by its own date, else by the nearest heading or text above it, else the title's. */
import {type CalendarDate, isCalendarDate} from '../../time/instant.ts';
import {dayMeant, daysLater, type WrittenDate} from './dates.ts';
import type {ReadBlock} from './declared-zones.ts';
import type {JoinedTime} from './joined-times.ts';
import {keyOfZone, type SaidZone} from './zone-names.ts';

/** A date as it stands in the text: `start` is the offset of the passage that its span counts from. */
export type PlacedDate = {readonly start: number; readonly written: WrittenDate};

export type Day = {
	readonly date: CalendarDate;
	/** The date that is this time's own, to be changed with it. */
	readonly own: PlacedDate | undefined;
	/** Whether a date may be put before the time: it is a row's, or the end of a range. */
	readonly takesDate: boolean;
	/** Where its day comes from; undefined where it has a date of its own. */
	readonly ground: Ground | undefined;
};

/** What the times that follow take their day from. */
export type Ground = {
	readonly date: CalendarDate;
	/** Index of the time whose own date it is, which may be changed with that time. */
	readonly owner: number | undefined;
	/** It is the title's, and any date in the text is nearer. */
	readonly isTitle: boolean;
};

/** A time with the zone that holds for it. */
export type ZonedTime = {
	readonly time: JoinedTime;
	/** Index of its block. */
	readonly block: number;
	readonly said: SaidZone | undefined;
};

type State = {
	/** By headings, rows and lines that are a date. */
	ground: Ground | undefined;
	/** By the text since the last heading. */
	prose: CalendarDate | undefined;
	/** Any full date, for those without a year. */
	near: CalendarDate | undefined;
	/** The row before, where both take their day from the same ground; `days` later than it. */
	last: {readonly seconds: number; readonly zone: string; readonly days: number} | undefined;
	/** The date in a cell that a time has for its own, and that time. */
	cell: {readonly start: number; readonly index: number; readonly seconds: number} | undefined;
};

/** A leap back of the clock from one row to the next that is this long is another day, one shorter than a slip no matter. */
const [leap, slip] = [6 * 3600, 3 * 3600];

/**
 * The day of each time, undefined where it is not certain.
 * @param times in the order of the text
 */
export function daysOf(text: string, blocks: readonly ReadBlock[], times: readonly ZonedTime[]): (Day | undefined)[] {
	const title = frontMatterDate(text);
	const state: State = {
		ground: title === undefined ? undefined : {date: title, owner: undefined, isTitle: true},
		prose: undefined,
		near: title ?? firstDay(blocks),
		last: undefined,
		cell: undefined,
	};
	const rows = rowsOf(text, blocks);
	const days: (Day | undefined)[] = [];
	blocks.forEach((read, index) => {
		enter(read, state);
		const first = days.length;
		const named = onlyDay(read, index, times, first, state.near);
		for (let at = first; times[at]?.block === index; at++) {
			const zoned = times[at];
			if (zoned !== undefined)
				days.push(dayOf(zoned, {index: at, first, read, cell: rows[index]?.date, times, days, named}, state));
		}
	});
	return days;
}

/** The date of the text that its front matter gives, if any. */
export function frontMatterDate(text: string): CalendarDate | undefined {
	if (!/^(?:---|\+\+\+)\s*\n/.test(text)) return undefined;
	const date = /\n(?:date|day|incident[_-]?date|started?(?:[_-]?at)?)[ \t]*[:=][ \t]*["']?(\d{4}-\d\d-\d\d)/i.exec(
		text.slice(0, 2000),
	)?.[1];
	return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function firstDay(blocks: readonly ReadBlock[]): CalendarDate | undefined {
	for (const {times} of blocks) {
		for (const written of times.dates) {
			const day = dayMeant(written, undefined);
			if (day !== undefined) return day;
		}
	}
	return undefined;
}

/** The date that stands alone in a cell of a row; `several` where there are more. */
type DateCell = PlacedDate | 'several' | undefined;

/** The row of each block; what is no table has one to itself, or shares it with what stands in the same line. */
function rowsOf(text: string, blocks: readonly ReadBlock[]): {readonly date: DateCell}[] {
	let row: {date: DateCell} = {date: undefined};
	return blocks.map(({block, times: {dates, isDateAlone}}, index) => {
		const before = blocks[index - 1]?.block;
		if (before === undefined || text.slice(before.start + before.masked.length, block.start).includes('\n')) {
			row = {date: undefined};
		}
		const [written] = dates;
		if (block.kind === 'cell' && isDateAlone && written !== undefined) {
			row.date = row.date === undefined ? {start: block.start, written} : 'several';
		}
		return row;
	});
}

/** Takes in the dates of a block that its times do not own. */
function enter({block, times}: ReadBlock, state: State): void {
	const owned = new Set(times.clocks.map(({date}) => date));
	const days = times.dates.map((written) => dayMeant(written, state.near));
	state.near = days.find((day) => day !== undefined) ?? state.near;
	if (block.kind === 'heading') state.prose = undefined;
	const [written] = times.dates;
	const [date] = days;
	if (written === undefined || owned.has(written)) return;
	const isOne = days.every((day) => day === date);
	const isTitle = block.kind === 'heading' || block.kind === 'header';
	const leads = block.kind !== 'paragraph' && /^[\s[(]*$/.test(block.masked.slice(0, written.span.start));
	if (times.isDateAlone || leads || (isTitle && isOne)) {
		state.ground = date === undefined ? undefined : {date, owner: undefined, isTitle: false};
		state.last = undefined;
	} else if (block.kind === 'paragraph' && isOne) {
		state.prose = date;
	}
}

type Place = {
	readonly index: number;
	/** Index of the first time in its block. */
	readonly first: number;
	readonly read: ReadBlock;
	readonly cell: DateCell;
	readonly times: readonly ZonedTime[];
	/** Those of the times before. */
	readonly days: readonly (Day | undefined)[];
	/** The one day that the block names; null where it names several. */
	readonly named: Ground | undefined | null;
};

function dayOf({time, said}: ZonedTime, place: Place, state: State): Day | undefined {
	const {index, first, read, cell, times, days, named} = place;
	if (time.date !== undefined) return ownDay(time, {start: read.block.start, written: time.date}, index, state);
	const begin = index > first ? days[index - 1] : undefined;
	if (time.endsRange && index > first) return begin && endOfRange(begin, index - 1, time, times[index - 1]?.time);
	if (cell === 'several') return undefined;
	if (cell !== undefined) return cellDay(time, cell, index, state);
	if (time.opensRow || read.block.kind === 'heading' || read.block.kind === 'cell') return rowDay(time, said, state);
	return proseDay(named, state);
}

function ownDay(time: JoinedTime, own: PlacedDate, index: number, state: State): Day | undefined {
	const date = dayMeant(own.written, state.near);
	if (time.opensRow || state.ground === undefined) {
		state.ground = date === undefined ? undefined : {date, owner: index, isTitle: false};
		state.last = undefined;
	}
	return date === undefined ? undefined : {date, own, takesDate: false, ground: undefined};
}

/** `23:40 - 00:20`: the end lies on the next day. */
function endOfRange(begin: Day, index: number, end: JoinedTime, time: JoinedTime | undefined): Day | undefined {
	const date = time !== undefined && end.seconds < time.seconds ? daysLater(begin.date, 1) : begin.date;
	const ground = begin.ground ?? {date: begin.date, owner: index, isTitle: false};
	return date === undefined ? undefined : {date, own: undefined, takesDate: true, ground};
}

/** The first time of a row has the date in a cell of its own; another one leans on it. */
function cellDay({seconds}: JoinedTime, own: PlacedDate, index: number, state: State): Day | undefined {
	const date = dayMeant(own.written, state.near);
	if (date === undefined) return undefined;
	if (state.cell?.start === own.start) {
		const ground = {date, owner: state.cell.index, isTitle: false};
		return seconds < state.cell.seconds ? undefined : {date, own: undefined, takesDate: true, ground};
	}
	state.cell = {start: own.start, index, seconds};
	state.ground = {date, owner: index, isTitle: false};
	state.last = undefined;
	return {date, own, takesDate: false, ground: undefined};
}

/** A row without a date lies on the day of the one before it, or on the next where the clock leaps back. */
function rowDay(time: JoinedTime, said: SaidZone | undefined, state: State): Day | undefined {
	const zone = said === undefined ? '' : keyOfZone(said.zone);
	const {last} = state;
	const back = last === undefined ? 0 : last.seconds - time.seconds;
	const isTold = last === undefined || (last.zone === zone && (back <= slip || (back >= leap && !time.isLoose)));
	const ground = groundFor(state);
	const days = (last?.days ?? 0) + (back >= leap ? 1 : 0);
	state.last = {seconds: time.seconds, zone, days};
	if (ground === undefined || !isTold) {
		state.ground = undefined;
		return undefined;
	}
	state.ground = ground;
	const date = daysLater(ground.date, days);
	return date === undefined ? undefined : {date, own: undefined, takesDate: true, ground};
}

/** Where text since the last row names another day than the rows above, it is not certain which one holds. */
function groundFor({ground, prose}: State): Ground | undefined {
	if (prose === undefined || ground?.date === prose) return ground;
	return ground === undefined || ground.isTitle ? {date: prose, owner: undefined, isTitle: false} : undefined;
}

/** The day of a time in a sentence: that of the one date in it, else of the text above. */
function proseDay(named: Place['named'], {prose, ground}: State): Day | undefined {
	if (named === null) return undefined;
	const above = prose === undefined ? ground : {date: prose, owner: undefined, isTitle: false};
	const from = named ?? above;
	return from === undefined ? undefined : {date: from.date, own: undefined, takesDate: false, ground: from};
}

function onlyDay(
	{times: {dates}}: ReadBlock,
	block: number,
	times: readonly ZonedTime[],
	first: number,
	near: CalendarDate | undefined,
): Ground | undefined | null {
	const [written] = dates;
	if (written === undefined) return undefined;
	const days = new Set(dates.map((one) => dayMeant(one, near)));
	const [date] = days;
	if (days.size > 1 || date === undefined) return null;
	for (let index = first; times[index]?.block === block; index++) {
		if (times[index]?.time.date !== undefined) return {date, owner: index, isTitle: false};
	}
	return {date, owner: undefined, isTitle: false};
}
