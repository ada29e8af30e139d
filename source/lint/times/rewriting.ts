/** Times put into UTC where they stand: which pieces of the text are replaced by what. */
import type {CalendarDate} from '../../time/instant.ts';
import type {Replacement, Span} from '../finding.ts';
import type {ClockTime} from './clock-times.ts';
import {dayInUtc, type UtcTime} from './conversion.ts';
import {writtenAs} from './dates.ts';
import type {Day} from './days.ts';

/** A time with what is known of it; `start` is the offset of its passage in the text. */
export type KnownTime = {
	readonly time: ClockTime;
	readonly start: number;
	readonly day: Day | undefined;
	readonly utc: UtcTime;
};

/** Marks of emphasis and the like, of which a replacement must not take one without the other. */
const mark = /[*_~`<>[\]\\|]/;

/** `HH:MM`, with seconds where they were written. */
function clockText({exact, fraction}: Pick<ClockTime, 'exact' | 'fraction'>, {seconds}: UtcTime): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const shown = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
	return exact ? `${shown}:${two(seconds % 60)}${fraction}` : shown;
}

/**
 * The time of day and the zone's name anew, in order; undefined where that would break the mark-up.
 * @param label what to write behind a time that has no zone: `UTC`, or nothing where it is declared
 */
export function clockReplacements(text: string, {time, start, utc}: KnownTime, label = ''): Replacement[] | undefined {
	const clock = moved(time.clock, start);
	const written = clockText(time, utc);
	const name = time.zone === undefined || time.zone.isShared ? undefined : moved(time.zone.name, start);
	const made =
		name === undefined
			? [{span: clock, text: label === '' ? written : `${written} ${label}`}]
			: labelled(text, clock, name, written);
	if (made.some(({span}) => mark.test(text.slice(span.start, span.end)))) return undefined;
	return made.filter(({span, text: anew}) => anew !== text.slice(span.start, span.end));
}

function labelled(text: string, clock: Span, name: Span, written: string): Replacement[] {
	if (name.end <= clock.start)
		return [
			{span: name, text: 'UTC'},
			{span: clock, text: written},
		];
	const isIso = /^t$/i.test(text.charAt(clock.start - 1));
	if (isIso && /^\s*$/.test(text.slice(clock.end, name.start))) {
		return [{span: {start: clock.start, end: name.end}, text: `${written}Z`}];
	}
	return [
		{span: clock, text: written},
		{span: name, text: name.start === clock.end ? ' UTC' : 'UTC'},
	];
}

/**
 * All that is to be replaced so that a time says UTC, its date with it; undefined where that is not certain.
 * @param assumed the day that a reader would take it to be on, as the text will stand
 */
export function replacementsOf(
	text: string,
	known: KnownTime,
	assumed: CalendarDate | undefined,
	label?: string,
): Replacement[] | undefined {
	const {day, utc} = known;
	const clock = clockReplacements(text, known, label);
	if (clock === undefined || (known.time.form === 'word' && known.time.seconds === 0)) return undefined;
	if (day === undefined) return utc.days === 0 ? clock : undefined;
	const date = dayInUtc(day.date, utc);
	if (date === undefined) return undefined;
	if (day.own !== undefined) {
		if (date === day.date) return clock;
		const own = ownReplacement(text, day.own.start, day, date);
		return own === undefined ? undefined : [own, ...clock].sort((a, b) => a.span.start - b.span.start);
	}
	if (!day.takesDate) return utc.days === 0 ? clock : undefined;
	return date === assumed ? clock : dated(clock, known, date);
}

function ownReplacement(text: string, start: number, {own}: Day, date: CalendarDate): Replacement | undefined {
	if (own === undefined) return undefined;
	const span = moved(own.written.span, start);
	const written = text.slice(span.start, span.end);
	// The name of the day behind it would no longer be right.
	const behind = text.slice(span.end, span.end + 6);
	if (mark.test(written) || /^[ \t,(]*(?:mon|tue|wed|thu|fri|sat|sun)/i.test(behind)) return undefined;
	const anew = writtenAs(written, own.written, date);
	return anew === undefined ? undefined : {span, text: anew};
}

function dated(clock: readonly Replacement[], {time, start}: KnownTime, date: CalendarDate): Replacement[] {
	const at = start + time.clock.start;
	return clock.map((one) => (one.span.start === at ? {...one, text: `${date} ${one.text}`} : one));
}

/** What to offer where a time stands, with its day said in words where a date would be a guess. */
export function suggestedReplacements(text: string, known: KnownTime): Replacement[] {
	const {time, start, day, utc} = known;
	const clock = clockReplacements(text, known) ?? [
		{span: moved(time.clock, start), text: `${clockText(time, utc)} UTC`},
	];
	if (utc.days === 0) return clock;
	if (day?.own !== undefined) {
		const whole = replacementsOf(text, known, undefined);
		if (whole !== undefined) return whole;
	}
	const date = day === undefined || day.own !== undefined ? undefined : dayInUtc(day.date, utc);
	if (date !== undefined) return dated(clock, known, date);
	const words = utc.days > 0 ? ' (the next day)' : ' (the day before)';
	return clock.map((one, index) => (index === clock.length - 1 ? {...one, text: one.text + words} : one));
}

/** A stretch of the text with the replacements that lie in it made. */
export function applied(text: string, span: Span, replacements: readonly Replacement[]): string {
	let out = '';
	let at = span.start;
	for (const one of replacements) {
		if (one.span.start < at || one.span.end > span.end) continue;
		out += text.slice(at, one.span.start) + one.text;
		at = one.span.end;
	}
	return out + text.slice(at, span.end);
}

function moved({start, end}: Span, by: number): Span {
	return {start: start + by, end: end + by};
}
