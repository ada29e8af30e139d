/** Times that need no clock: `now`, `=`, `+5`, `+1h30m`, `-5m`, and seconds or milliseconds since the epoch. */
import {dateAt} from './calendar.ts';
import {endsHere} from './clock.ts';
import type {TimeContext} from './context.ts';
import {millisecondsOf} from './instant.ts';

export type RelativePart =
	/** `at` in milliseconds since the epoch; `end` is the offset behind it. */
	| {readonly kind: 'at'; readonly at: number; readonly end: number}
	| {readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly end: number};

/** The time of that kind that begins at `start`; null where there is none. */
export function readRelative(line: string, start: number, context: TimeContext): RelativePart | null {
	const rest = line.slice(start);
	const part = readNow(rest, context) ?? readSame(rest, context) ?? readStep(rest, context) ?? readEpoch(rest);
	if (part === null || !endsHere(line, start + part.end)) return null;
	return {...part, end: start + part.end};
}

function readNow(rest: string, {now}: TimeContext): RelativePart | null {
	return /^now/.test(rest) ? {kind: 'at', at: millisecondsOf(now), end: 3} : null;
}

function readSame(rest: string, {previous}: TimeContext): RelativePart | null {
	if (!rest.startsWith('=')) return null;
	return previous === null ? nothingBefore('=', 1) : {kind: 'at', at: millisecondsOf(previous), end: 1};
}

const unitLengths: Readonly<Record<string, number>> = {d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000};

function readStep(rest: string, {now, previous}: TimeContext): RelativePart | null {
	const match =
		/^([+-])(\d+)(?![\da-z])/i.exec(rest) ??
		/^([+-])((?:\d+d)?(?:\d+h(?:\d+(?!\d|[a-z]))?)?(?:\d+m(?:in)?)?(?:\d+s)?)/i.exec(rest);
	const [typed = '', sign = '', amount = ''] = match ?? [];
	if (amount === '') return null;
	const length = lengthOf(amount);
	const end = typed.length;
	if (sign === '+' && previous === null) return nothingBefore(typed, end);
	const at = millisecondsOf(sign === '+' && previous !== null ? previous : now) + (sign === '+' ? length : -length);
	if (!Number.isSafeInteger(at) || dateAt(at) === null) return outOfReach(typed, end);
	return {kind: 'at', at, end};
}

/** `1h30m`, `1h30` or bare minutes, in milliseconds. */
function lengthOf(amount: string): number {
	let sum = 0;
	for (const [, count, unit = 'm'] of amount.matchAll(/(\d+)([dhms])?/gi)) {
		sum += Number(count) * (unitLengths[unit.toLowerCase()] ?? 0);
	}
	return sum;
}

function readEpoch(rest: string): RelativePart | null {
	const match = /^([1-9]\d{9})(?:(\d{3})|\.\d{6})?(?!\d)/.exec(rest);
	if (match === null) return null;
	const [typed, seconds, milliseconds = '000'] = match;
	return {kind: 'at', at: Number(`${seconds}${milliseconds}`), end: typed.length};
}

function nothingBefore(typed: string, end: number): RelativePart {
	return {
		kind: 'wrong',
		message: `${typed} needs an entry before this one`,
		hint: 'Write the time itself, as in 10:05',
		end,
	};
}

function outOfReach(typed: string, end: number): RelativePart {
	return {
		kind: 'wrong',
		message: `${typed} is out of reach`,
		hint: 'Write the time itself, as in 2026-11-20 10:05',
		end,
	};
}
