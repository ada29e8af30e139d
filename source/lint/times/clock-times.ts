/** Clock times in prose: where they stand, what they say, and which zone is written beside them. */
import type {Span} from '../finding.ts';
import {type ZoneLabel, zoneLabelAt} from './zone-labels.ts';

export type ClockTime = {
	/** From the date, where one stands before it, to the zone's label. */
	readonly span: Span;
	/** Minutes since midnight, 0 to 1439. */
	readonly minutes: number;
	/** `HH:MM` or `HH:MM:SS` of the time of day, without a zone. */
	readonly text: string;
	readonly twelveHour: boolean;
	/** `YYYY-MM-DD`, where one is written right before the time; `joint` is what stands between them. */
	readonly date: {readonly day: string; readonly joint: string} | undefined;
	readonly zone: ZoneLabel | undefined;
	/** Whether it stands where only a time of day makes sense, so that it needs no label to be one. */
	readonly certain: boolean;
};

const clock =
	/(?<![\p{L}\p{N}_:.,/+%$#-])(?:(\d{4}-\d{2}-\d{2})(T|[ \t]{1,2}|, ))?([01]?\d|2[0-3])(?:[:.h]([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?)?(?:[ \t]?([ap])(?:\.m\b\.?|m\b)(?!-))?(?![\p{N}_%]|[:.,/]\d|\p{L}{4})/giu;
const lead =
	/(?:^|[[(|~>–—-]|\b(?:at|around|about|approximately|approx|circa|from|until|till|til|by|since|between|before|after|and|to|on|near|past|timestamp|time|start|started|end|ended|of|was|is|starting|ending|beginning|@)[.:]?|,)[ \t]*$/i;
const measure = /^[ \t]{0,2}(?:hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?|s|ms|ratio|long|aspect|x|to 1)\b/i;
const notATime =
	/(?:ratio|score|scored|won|lost|took|lasted|duration|for|within|port|version|v|chapter|verse|line|over|took about|took around|averaged|up to)[ \t:]*(?:of |is |was )?$/i;

/** The clock times of a masked passage, in order; offsets are into the passage. */
export function clockTimesOf(masked: string): ClockTime[] {
	if (!/\d/.test(masked)) return [];
	const times: ClockTime[] = [];
	for (const match of masked.matchAll(clock)) {
		const time = readClock(masked, match);
		if (time !== undefined) times.push(time);
	}
	return withSharedZones(masked, times);
}

function readClock(masked: string, match: RegExpExecArray): ClockTime | undefined {
	const [whole, day, joint = ' ', hour = '', minute, second, half] = match;
	if (minute === undefined && half === undefined) return undefined;
	const minutes = minutesOf(Number(hour), Number(minute ?? 0), half);
	if (minutes === undefined) return undefined;
	const end = match.index + whole.length;
	const zone = zoneLabelAt(masked, end);
	const before = masked.slice(Math.max(0, match.index - 24), match.index);
	if (zone === undefined && half === undefined) {
		const separator = masked.charAt(match.index + (day === undefined ? 0 : day.length + joint.length) + hour.length);
		if (separator !== ':' || measure.test(masked.slice(end, end + 12)) || notATime.test(before)) return undefined;
	}
	return {
		span: {start: match.index, end: zone?.span.end ?? end},
		minutes,
		text: `${clockText(minutes)}${second === undefined ? '' : `:${second}`}`,
		twelveHour: half !== undefined,
		date: day === undefined ? undefined : {day, joint},
		zone,
		certain: day !== undefined || lead.test(before),
	};
}

/** Minutes since midnight; undefined for 13 pm. */
function minutesOf(hour: number, minute: number, half: string | undefined): number | undefined {
	if (half === undefined) return hour * 60 + minute;
	if (hour > 12 || hour === 0) return undefined;
	return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute;
}

/** `from 10:05 to 10:40 UTC`: the label of the last holds for those it is joined to; `am` too. */
function withSharedZones(masked: string, times: readonly ClockTime[]): ClockTime[] {
	const result = [...times];
	for (let index = result.length - 2; index >= 0; index--) {
		const time = result[index];
		const next = result[index + 1];
		if (time === undefined || next?.zone === undefined || time.zone !== undefined) continue;
		const between = masked.slice(time.span.end, next.span.start);
		if (/^[ \t]*(?:to|and|until|till|or|through|,|-|–|—|->|→|\/)?[ \t]*$/i.test(between)) {
			result[index] = {...time, zone: {...next.zone, span: {start: time.span.end, end: time.span.end}}};
		}
	}
	return result;
}

/** Minutes since midnight as `HH:MM`. */
export function clockText(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
