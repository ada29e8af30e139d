/** What the times of a passage say of each other: ranges and lists with one label, the same time in two zones. */
import type {ClockTime} from './clock-times.ts';
import type {ZoneLabel} from './zone-labels.ts';

export type JoinedTime = ClockTime & {
	/** It is the end of a span that the time before it begins. */
	readonly endsRange: boolean;
	/** It repeats a time in UTC that stands beside it. */
	readonly isCourtesy: boolean;
};

/** The times of a masked passage with what they say of each other. */
export function joinedTimes(masked: string, times: readonly ClockTime[]): JoinedTime[] {
	const joined = times.map((time, index): JoinedTime => {
		const before = times[index - 1];
		const from = Math.min(time.span.start, time.date?.span.start ?? time.span.start);
		const endsRange = before !== undefined && range.test(masked.slice(before.span.end, from));
		return {...time, endsRange, isCourtesy: false};
	});
	return withCourtesies(masked, withSharedZones(masked, joined));
}

/** What stands between the ends of a range. */
const range = /^[ \t]*(?:-|–|—|->|→|to|until|till|through|bis)[ \t]*$/i;

const list = /^[ \t]*(?:and|or|,|\/)[ \t]*$/i;

/** `from 10:05 to 10:40 PDT`: the label of one end holds for the other; in a list, the last one's for those before. */
function withSharedZones(masked: string, times: readonly JoinedTime[]): JoinedTime[] {
	const result = [...times];
	for (let index = result.length - 2; index >= 0; index--) {
		const [time, next] = [result[index], result[index + 1]];
		if (time === undefined || next === undefined) continue;
		const isRange = next.endsRange;
		if (
			time.zone === undefined &&
			next.zone !== undefined &&
			(isRange || list.test(masked.slice(time.span.end, next.span.start)))
		) {
			result[index] = labelled(time, next.zone);
		}
	}
	for (let index = 1; index < result.length; index++) {
		const [before, time] = [result[index - 1], result[index]];
		if (before?.zone === undefined || time === undefined || time.zone !== undefined || !time.endsRange) continue;
		result[index] = labelled(time, before.zone);
	}
	return result;
}

/** A label makes a time of two numbers; half a range is not made whole by it. */
function labelled(time: JoinedTime, zone: ZoneLabel): JoinedTime {
	const at = {start: time.clock.end, end: time.clock.end};
	return {
		...time,
		zone: {...zone, label: at, name: at, isShared: true},
		standing: time.form === '12' ? time.standing : 'certain',
	};
}

/** `14:02 UTC (07:02 PDT)`: the time in UTC is there, and the other a kindness to who reads it. */
function withCourtesies(masked: string, times: readonly JoinedTime[]): JoinedTime[] {
	return times.map((time, index) => {
		if (time.zone === undefined || time.zone.zone.kind === 'utc') return time;
		const isCourtesy = [
			[times[index - 1], time],
			[time, times[index + 1]],
		].some(([first, second]) => {
			const other = first === time ? second : first;
			if (first === undefined || second === undefined || other?.zone?.zone.kind !== 'utc') return false;
			if (
				!/^[ \t]*(?:[([/=|]|or|i\.e\.)[ \t]*(?:=|i\.e\.|that is)?[ \t]*$/.test(
					masked.slice(first.span.end, second.span.start),
				)
			)
				return false;
			return mayDiffer(time, time.seconds - other.seconds);
		});
		return isCourtesy ? {...time, isCourtesy} : time;
	});
}

/** Whether a clock in the time's zone may be so many seconds ahead of UTC, give or take days. */
function mayDiffer({zone}: ClockTime, seconds: number): boolean {
	const minutes = ((((seconds / 60 + 720) % 1440) + 1440) % 1440) - 720;
	const said = zone?.zone;
	if (said?.kind === 'offset') return (said.minutes - minutes) % 1440 === 0;
	if (said?.kind !== 'abbreviation') return true;
	return said.readings.some(({offset}) => offset === null || (offset - minutes) % 1440 === 0);
}
