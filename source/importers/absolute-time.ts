/** Times as programs write them: complete, with date and zone. */
import {type Instant, instantOf} from '../time/instant.ts';

/** Years that an export can be of; what lies outside (0001-01-01, the year 9999) stands for “not yet”. */
const [earliest, latest] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

const shape =
	/^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(?:([Zz]|UTC|GMT)|([+-])(\d\d):?(\d\d)?)$/;

/** The instant of `2026-01-10T10:05:00.123Z`, `… +0100`, `… UTC`; undefined for all else, a time without its zone too. */
export function readIso(text: string): Instant | undefined {
	const match = shape.exec(text.trim());
	if (match === null) return undefined;
	const [, date = '', minute = '', second = '00', utc, sign = '+', hours = '00', minutes = '00'] = match;
	const zone = utc === undefined ? `${sign}${hours}:${minutes}` : 'Z';
	return fromEpoch(Date.parse(`${date}T${minute}:${second === '60' ? '59' : second}${zone}`), date, minute);
}

/** The instant so many milliseconds after the epoch; undefined where that is no time of an incident. */
export function fromEpoch(milliseconds: number, date?: string, minute?: string): Instant | undefined {
	if (!Number.isFinite(milliseconds) || milliseconds < earliest || milliseconds >= latest) return undefined;
	// Date.parse takes 30 February for 2 March.
	if (date !== undefined && !isRealDay(date)) return undefined;
	return minute?.startsWith('24') === true ? undefined : instantOf(milliseconds);
}

/** The instant of seconds since the epoch with a fraction, as a text or a number: `1700000000.000100`. */
export function readEpochSeconds(value: unknown): Instant | undefined {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
	return /^\d{9,10}(?:\.\d{1,9})?$/.test(text) ? fromEpoch(Math.trunc(Number(text)) * 1000) : undefined;
}

function isRealDay(date: string): boolean {
	return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
