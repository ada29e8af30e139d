/** The time of day at a place in a line: `1005`, `10:05`, `10:05:30`, `3:05pm`, `3.05 pm`, `3 pm`. */

export type ClockPart =
	/** `seconds` since midnight; `exact` where seconds were written; `end` is the offset behind it. */
	| {readonly kind: 'clock'; readonly seconds: number; readonly exact: boolean; readonly end: number}
	/** It has the looks of a time of day, but there is none such. */
	| {readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly end: number};

/**
 * The time of day that begins at `start`; null where there is none, which includes plain numbers that
 * are no time of day (`5000 users`).
 */
export function readClock(line: string, start: number): ClockPart | null {
	return readTwelveHours(line, start) ?? readWithColon(line, start) ?? readDigits(line, start);
}

/** Whether a time, date or zone may end here: at the end of the line, before white space, a bracket or a separator. */
export function endsHere(line: string, at: number): boolean {
	return /^(?:$|[\s\])|`*–—]|[:;,.-]+(?:\s|$|[*`]))/.test(line.slice(at, at + 8));
}

const hoursAndMinutes = {hint: 'Hours go to 23, minutes and seconds to 59'};

function readTwelveHours(line: string, start: number): ClockPart | null {
	const match =
		matchAt(/(\d{1,2})(?:[:.](\d\d)(?::(\d\d))?)? ?([ap])(?:m|\.m\.)/iy, line, start) ??
		matchAt(/(\d{1,2})(\d\d)() ?([ap])(?:m|\.m\.)/iy, line, start);
	if (match === null) return null;
	const end = start + match[0].length;
	if (!endsHere(line, end) && !/[+[(]/.test(line[end] ?? '')) return null;
	const [typed, hours, minutes, seconds, half = ''] = match;
	const hour = Number(hours);
	// `17:14pm` says the same thing twice.
	if (half.toLowerCase() === 'p' && hour > 12 && minutes !== undefined) {
		return within24Hours(typed, hour, minutes, seconds || undefined, end);
	}
	if (hour < 1 || hour > 12 || Number(minutes ?? 0) > 59 || Number(seconds || 0) > 59) {
		return {kind: 'wrong', message: `${typed} is no time of day`, hint: 'With am and pm, hours go from 1 to 12', end};
	}
	const hourOfDay = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	return clock(hourOfDay, minutes, seconds, end);
}

function readWithColon(line: string, start: number): ClockPart | null {
	const match = matchAt(/(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?/y, line, start);
	if (match === null) return null;
	const end = start + match[0].length;
	if (!endsHere(line, end) && !/[A-Za-z+[(-]/.test(line[end] ?? '')) return null;
	const [typed, hours, minutes, seconds] = match;
	return within24Hours(typed, Number(hours), minutes ?? '', seconds, end);
}

function within24Hours(
	typed: string,
	hour: number,
	minutes: string,
	seconds: string | undefined,
	end: number,
): ClockPart {
	if (Number(seconds ?? 0) === 60 && Number(minutes) < 60 && hour < 24) {
		return {
			kind: 'wrong',
			message: `${typed} has a leap second, which cannot be stored`,
			hint: 'Write :59 or the next minute',
			end,
		};
	}
	if (hour === 24 && Number(minutes) === 0) {
		return {kind: 'wrong', message: `${typed} is no time of day`, hint: 'Midnight is 00:00 of the next day', end};
	}
	if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) {
		return {kind: 'wrong', message: `${typed} is no time of day`, ...hoursAndMinutes, end};
	}
	return clock(hour, minutes, seconds, end);
}

function readDigits(line: string, start: number): ClockPart | null {
	const match = matchAt(/([01]\d|2[0-3])([0-5]\d)/y, line, start);
	if (match === null) return null;
	const end = start + 4;
	if (!endsHere(line, end) && !/[A-Za-z+[(-]/.test(line[end] ?? '')) return null;
	return clock(Number(match[1]), match[2], undefined, end);
}

function clock(hour: number, minute: string | undefined, second: string | undefined, end: number): ClockPart {
	return {
		kind: 'clock',
		seconds: hour * 3600 + Number(minute || 0) * 60 + Number(second || 0),
		exact: second !== undefined && second !== '',
		end,
	};
}

/** The match of a sticky expression exactly at `start`. */
function matchAt(expression: RegExp, line: string, start: number): RegExpExecArray | null {
	expression.lastIndex = start;
	return expression.exec(line);
}
