/** All that is to be replaced so that times of another zone say UTC, where every bit of it is certain. */
import type {CalendarDate} from '../../time/instant.ts';
import type {Replacement, Span} from '../finding.ts';
import {type Conversion, dayInUtc, type UtcTime} from './conversion.ts';
import type {Day} from './days.ts';
import type {ReadBlock} from './declared-zones.ts';
import {type KnownTime, replacementsOf} from './rewriting.ts';
import type {WeighedTime} from './weighed-times.ts';
import type {SaidZone} from './zone-names.ts';

/** A time in another zone; `index` is its place among all times of the text. */
export type ForeignTime = WeighedTime & {
	readonly said: SaidZone;
	readonly index: number;
	readonly day: Day | undefined;
	readonly conversion: Conversion;
};

/** For each time with a date of its own, by index, the others that take their day from it. */
export type Dependents = ReadonlyMap<number, readonly number[]>;

export function dependentsOf(days: readonly (Day | undefined)[]): Dependents {
	const dependents = new Map<number, number[]>();
	days.forEach((day, index) => {
		const owner = day?.ground?.owner;
		if (owner === undefined || owner === index) return;
		const list = dependents.get(owner);
		if (list === undefined) dependents.set(owner, [index]);
		else list.push(index);
	});
	return dependents;
}

/**
 * The replacements that put times into UTC together, in order; undefined where one of them is not certain.
 * @param declared the names of their zone in declarations, to be changed with them
 */
export function fixOf(
	text: string,
	members: readonly ForeignTime[],
	declared: readonly Span[],
	dependents: Dependents,
): Replacement[] | undefined {
	if (members.length === 0 || declared.some(({start, end}) => /[*_`~<>|\\]/.test(text.slice(start, end))))
		return undefined;
	const made: Replacement[] = declared.map((span) => ({span, text: 'UTC'}));
	const together = new Map(members.map((member) => [member.index, member]));
	let shown: {readonly ground: string; readonly day: CalendarDate} | undefined;
	for (const member of members) {
		const {conversion, day, time, index} = member;
		if (conversion.kind !== 'known' || time.standing !== 'certain') return undefined;
		if (takesOthersAlong(member, conversion, together, dependents)) return undefined;
		const ground = groundKey(day, index);
		const assumed = shown?.ground === ground ? shown.day : groundDay(day, together);
		const replaced = replacementsOf(text, knownTime(member, conversion), assumed);
		if (replaced === undefined) return undefined;
		made.push(...replaced);
		const date = day === undefined ? undefined : dayInUtc(day.date, conversion);
		if (date !== undefined && (day?.own !== undefined || day?.takesDate === true)) shown = {ground, day: date};
	}
	return made.sort((a, b) => a.span.start - b.span.start);
}

/** Whether another date of this time would change the day of times that stay as they are. */
function takesOthersAlong(
	{index, day}: ForeignTime,
	{days}: UtcTime,
	together: ReadonlyMap<number, ForeignTime>,
	dependents: Dependents,
): boolean {
	if (days === 0 || day?.own === undefined) return false;
	return (dependents.get(index) ?? []).some((dependent) => !together.has(dependent));
}

/** One text for each date that rows take their day from. */
function groundKey(day: Day | undefined, index: number): string {
	if (day?.own !== undefined) return String(index);
	return day?.ground === undefined ? '' : String(day.ground.owner ?? day.ground.date);
}

/** The day that a reader takes a row to be on by what stands above it, once that is in UTC. */
function groundDay(day: Day | undefined, together: ReadonlyMap<number, ForeignTime>): CalendarDate | undefined {
	if (day?.ground === undefined) return undefined;
	const owner = day.ground.owner === undefined ? undefined : together.get(day.ground.owner);
	if (owner?.day === undefined || owner.conversion.kind !== 'known') return day.ground.date;
	return dayInUtc(owner.day.date, owner.conversion);
}

/** What is known of a time that is so late in UTC. */
export function knownTime({time, start, day}: ForeignTime, utc: UtcTime): KnownTime {
	return {time, start, day, utc};
}

/**
 * Whether quotations or code hold times of day, which stay what they are: a declaration that was about them too must
 * not come to say UTC.
 */
export function hidesTimes(text: string, blocks: readonly ReadBlock[]): boolean {
	let from = 0;
	for (const {block} of blocks) {
		if (hidden.test(text.slice(from, block.start))) return true;
		from = block.start + block.masked.length;
	}
	return hidden.test(text.slice(from));
}

/** A line of a quotation with a time in it, or any line that begins with one, as those of a timeline do. */
const hidden =
	/^ {0,3}>[^\n]*\d:[0-5]\d(?![^\n]{0,6}(?:UTC|Z\b))|^[ \t]*(?:[-*][ \t])?\[?\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[ \t]?[ap]m)?\]?[ \t:|–-](?![ \t]*UTC)/im;
