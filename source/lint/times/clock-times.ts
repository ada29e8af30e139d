/** Clock times in prose: where they stand, what they say, and which zone and date are written beside them. */
import type {Span} from '../finding.ts';
import {datesOf, type WrittenDate} from './dates.ts';
import {isDateBefore, isDateBehind} from './dates-beside.ts';
import {isPackedTime, type Standing, standingOf} from './not-a-time.ts';
import {labelBefore, labelBehind, type ZoneLabel} from './zone-labels.ts';
import type {SettledZones} from './zone-names.ts';

export type ClockTime = {
	/** From its date, where one stands right before it, to its zone's label. */
	readonly span: Span;
	/** The time of day alone, with its `pm`. */
	readonly clock: Span;
	/** Since midnight, as the clock showed it. */
	readonly seconds: number;
	/** Whether seconds were written, and what was written below a second: `.785`. */
	readonly exact: boolean;
	readonly fraction: string;
	/** `noon` and `midnight` are words. */
	readonly form: '24' | '12' | 'word';
	/** Written as `1:52`: it may be the afternoon. */
	readonly isLoose: boolean;
	readonly standing: Standing;
	/** The first of its line or cell, as the time of a row of a timeline is. */
	readonly opensRow: boolean;
	/** Its date, where one stands right beside it. */
	readonly date: WrittenDate | undefined;
	readonly zone: ZoneLabel | undefined;
};

const candidate =
	/(?:(?<=\d{4}-\d{2}-\d{2}[Tt])|(?<![\p{L}\p{N}_:.,/+%$#&=\uE000\uE001]))(?:(\d{1,2})([:.h])([0-5]\d)(?::([0-5]\d)([.,]\d{1,9})?)?|(\d{1,2})(?=[ \t]?(?:[ap]\.?m\b|o['’]?clock\b))|([01]\d|2[0-3])([0-5]\d)(?!\d)|(noon|midnight)(?=[ \t]+[([]?[A-Z]))(?:[ \t]?([ap])\.?m\b|(?<=:\d\d)([ap])\b|[ \t]o['’]?clock\b)?/giu;
/** What may be glued to a time of day. */
const suffix = /^(?:(?:h|hrs?|ish)(?![\p{L}\p{N}])|[ \t]Uhr\b|[ \t](?:hours|hrs|h)(?=[ \t]+[([]?[A-Z]{2,5}\b))/u;
const wrongEnd =
	/^(?:[\p{N}_%]|[:.,/]\d|[./]\p{L}|-(?!ish)\p{L}|(?!Z(?![\p{L}\p{N}])|UTC|GMT|T(?![\p{L}])|\p{Lu}{3,4}(?![\p{L}\p{N}]))\p{L})/u;

/** The clock times of a masked passage, in order; offsets are into the passage. */
export function clockTimesOf(masked: string, settled: SettledZones, dates = datesOf(masked)): ClockTime[] {
	if (!/\d|noon|midnight/i.test(masked)) return [];
	const times: ClockTime[] = [];
	let from = 0;
	let nextDate = 0;
	for (const match of masked.matchAll(candidate)) {
		if (match.index < from) continue;
		while ((dates[nextDate]?.span.end ?? masked.length) <= match.index) nextDate++;
		const time = readClock(masked, match, settled, {before: dates[nextDate - 1], after: dates[nextDate], from});
		if (time === undefined) continue;
		times.push(time);
		from = Math.max(time.span.end, time.clock.end);
	}
	return times;
}

type Around = {
	readonly before: WrittenDate | undefined;
	readonly after: WrittenDate | undefined;
	/** Where the time before it and its label end. */
	readonly from: number;
};

function readClock(
	masked: string,
	match: RegExpExecArray,
	settled: SettledZones,
	{before, after, from}: Around,
): ClockTime | undefined {
	const start = match.index;
	const clock = clockAt(masked, match, settled);
	const own = isDateBefore(masked, before, start) ? before : undefined;
	// A `T` belongs to a date; one of a file's name is none.
	const isIso = /^t$/i.test(masked.charAt(start - 1));
	if (clock === undefined || (after !== undefined && after.span.start <= start) || (isIso && own === undefined)) {
		return undefined;
	}
	const {day, end, stop} = clock;
	const fullness = isIso || day.exact ? 'exact' : own === undefined ? 'bare' : 'dated';
	const zone =
		labelBehind(masked, stop, match[8] === undefined ? fullness : 'packed', settled) ??
		labelBefore(masked, from, start, settled);
	const standing = own === undefined ? standingOf(masked, start, stop, day.exact) : 'certain';
	if (!isTime(masked, match, day.form, zone, standing)) return undefined;
	const labelEnd = Math.max(stop, zone?.label.end ?? stop);
	const first = own?.span.start ?? start;
	return {
		span: {start: Math.min(first, zone?.label.start ?? first), end: labelEnd},
		clock: {start, end},
		...day,
		standing: standingBeside(isHalfRange(masked, match, day.form), day.form === '24' && zone === undefined, standing),
		opensRow: opensRow(masked, first),
		date: own ?? (isDateBehind(masked, labelEnd, after) ? after : undefined),
		zone,
	};
}

/** A label or `pm` makes a time of any number, but not of one half of a range. */
function standingBeside(isHalf: boolean, isBare: boolean, standing: Standing): Standing {
	if (isHalf) return 'doubtful';
	return isBare ? standing : 'certain';
}

/** The time of day that was matched; its zone may begin at `stop`. Undefined where it is a part of something else. */
function clockAt(
	masked: string,
	match: RegExpExecArray,
	settled: SettledZones,
): {readonly day: Digits; readonly end: number; readonly stop: number} | undefined {
	const day = digitsOf(match);
	if (day === undefined || !isOpenBefore(masked, match.index, day.form)) return undefined;
	const end = match.index + match[0].length;
	const tail = suffix.exec(masked.slice(end, end + 16))?.[0] ?? abbreviationStop(masked, end, settled);
	const stop = end + tail.length;
	return isOpenBehind(masked, stop, day.form) ? {day, end: tail === 'ish' ? end : stop, stop} : undefined;
}

/** `10.05`, `10h05`, `1005` and `noon` are times with a zone behind them, and else only where nothing else can be meant. */
function isTime(
	masked: string,
	match: RegExpExecArray,
	form: ClockTime['form'],
	zone: ZoneLabel | undefined,
	standing: Standing,
): boolean {
	if (form === '12') return true;
	const [whole, , separator, , , , , packed] = match;
	const end = match.index + whole.length;
	if (packed !== undefined) return zone === undefined ? isPackedTime(masked, match.index, end) : standing === 'certain';
	if (zone !== undefined) return true;
	if (form === 'word' || standing === 'none') return false;
	if (separator === '.') return /^[ \t]Uhr\b/.test(masked.slice(end, end + 6));
	return separator !== 'h' || standing === 'certain';
}

/** The stop behind `a.m.`, where it does not end the sentence. */
function abbreviationStop(masked: string, end: number, settled: SettledZones): string {
	if (!/[ap]\.m$/i.test(masked.slice(end - 3, end)) || masked.charAt(end) !== '.') return '';
	const behind = masked.slice(end + 1, end + 3);
	if (/^(?:[^\s\p{L}]|[ \t](?!\p{Lu}))/u.test(behind)) return '.';
	return labelBehind(masked, end + 1, 'bare', settled) === undefined ? '' : '.';
}

/** `2-3pm`, `between 2 and 3pm`, `1000-1100 PDT`: half of it is a number alone, which cannot be left as it is. */
function isHalfRange(masked: string, match: RegExpExecArray, form: ClockTime['form']): boolean {
	const before = masked.slice(Math.max(0, match.index - 10), match.index);
	if (match[8] !== undefined && /(?:^|[\s(~])\d{4}[ \t]?(?:-|–|—|to|and|or|until)[ \t]?$/.test(before)) return true;
	return form === '12' && /(?:^|[\s(~])\d{1,2}[ \t]?(?:-|–|—|to|and|or|until)[ \t]?$/.test(before);
}

type Digits = Pick<ClockTime, 'seconds' | 'exact' | 'fraction' | 'form' | 'isLoose'>;

function digitsOf(match: RegExpExecArray): Digits | undefined {
	const [, hour, , minute, second, fraction = '', hourAlone, packedHour, packedMinute, word, marked, short] = match;
	const half = marked ?? short;
	if (word !== undefined) {
		return {seconds: /^n/i.test(word) ? 43_200 : 0, exact: false, fraction: '', form: 'word', isLoose: false};
	}
	const written = hour ?? hourAlone ?? packedHour ?? '';
	const isOClock = hourAlone !== undefined && half === undefined;
	const hours = hoursOf(Number(written), half, minute ?? packedMinute);
	if (hours === undefined) return undefined;
	return {
		seconds: hours * 3600 + Number(minute ?? packedMinute ?? 0) * 60 + Number(second ?? 0),
		exact: second !== undefined,
		fraction,
		form: half === undefined ? '24' : '12',
		isLoose: half === undefined && (isOClock || written.length === 1),
	};
}

/** The hour of the day; undefined where there is none such. `17:14pm` says the same twice. */
function hoursOf(hour: number, half: string | undefined, minute: string | undefined): number | undefined {
	if (half === undefined) return hour > 23 ? undefined : hour;
	const isAfternoon = half.toLowerCase() === 'p';
	if (hour > 12 && hour < 24 && isAfternoon && minute !== undefined) return hour;
	if (hour === 0 && minute !== undefined && !isAfternoon) return 0;
	if (hour > 12 || hour === 0) return undefined;
	return (hour % 12) + (isAfternoon ? 12 : 0);
}

function isOpenBehind(masked: string, stop: number, form: ClockTime['form']): boolean {
	const behind = masked.slice(stop, stop + 6);
	if (wrongEnd.test(behind) && !(form === '12' && /^\/\d/.test(behind))) return false;
	// "The 10 am I talking about", "AM radio"
	return form !== '12' || !/^ (?:I|radio)\b/.test(masked.slice(stop, stop + 7));
}

/** A dash before it is that of a range, or of mark-up: not of a name or a number below zero. */
function isOpenBefore(masked: string, start: number, form: ClockTime['form']): boolean {
	if (masked.charAt(start - 1) !== '-') return true;
	const before = masked.slice(Math.max(0, start - 12), start - 1);
	if (/(?:^|[\s>|])$/.test(before)) return true;
	return (
		/\d[:.h][0-5]\d(?:[ \t]?(?:[ap]\.?m\.?|UTC|Z|h))?$|\d[ \t]?[ap]m$|(?:^|[\s(])\d{4}$/i.test(before) ||
		(form === '12' && /(?:^|[\s(])\d{1,2}$/.test(before))
	);
}

function opensRow(masked: string, start: number): boolean {
	const line = masked.slice(Math.max(0, start - 40), start);
	return /(?:^|\n)[ \t>]*(?:[-*+•–—][ \t]+|\d{1,3}[.)][ \t]+)?[[(]?[ \t]*(?:~|≈|ca\.?[ \t]|approx\.?[ \t]|about[ \t]|around[ \t])?$/i.test(
		start > 40 && !line.includes('\n') ? `x${line}` : line,
	);
}
