/** How instants are written, always in UTC. */
import type {Instant} from './instant.ts';

/** The time of day: `10:05`, with seconds only where they are not zero: `10:05:30`. */
export function formatClock(instant: Instant): string {
	return instant.slice(11, instant.endsWith(':00Z') ? 16 : 19);
}

/** Date and time of day: `2026-11-20 10:05`, with seconds only where they are not zero. */
export function formatMinute(instant: Instant): string {
	return `${instant.slice(0, 10)} ${formatClock(instant)}`;
}

/** Date, time and zone, to be edited in place: `2026-11-20 10:05 UTC`. `readMoment` reads it back as the same instant. */
export function printMoment(instant: Instant): string {
	return `${formatMinute(instant)} UTC`;
}

/** A distance from UTC in minutes, east positive: `UTC-7`, `UTC+5:30`, `UTC+0`. */
export function formatOffset(minutes: number): string {
	const size = Math.abs(minutes);
	const rest = size % 60 === 0 ? '' : `:${twoDigits(size % 60)}`;
	return `UTC${minutes < 0 ? '-' : '+'}${Math.trunc(size / 60)}${rest}`;
}

/** The same distance as it is typed behind a time: `-07:00`, `+05:30`. */
export function printOffset(minutes: number): string {
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
