/** What is worth a second look about a time that was read. */
import type {TimeContext, TimeWarning} from './context.ts';
import {formatDuration} from './duration.ts';
import {millisecondsOf} from './instant.ts';
import {unobserved} from './observed.ts';
import type {ZoneReading} from './zones.ts';

const minute = 60_000;
const day = 1440 * minute;

/**
 * The warnings about a time, the weightiest first; mostly none.
 *
 * @param at milliseconds since the epoch
 * @param dated whether a date with its year was typed
 * @param reading the zone that its abbreviation was read as
 */
export function timeWarnings(
	at: number,
	dated: boolean,
	reading: ZoneReading | null,
	context: TimeContext,
): TimeWarning[] {
	const lead = at - millisecondsOf(context.now);
	const start = context.incidentStart === null ? null : millisecondsOf(context.incidentStart);
	const wrongYear = dated ? otherYear(at, context) : null;
	const warnings: (TimeWarning | null)[] = [
		wrongYear,
		wrongYear === null && lead > 5 * minute ? {kind: 'future', message: `${formatDuration(lead)} in the future`} : null,
		wrongYear === null && start !== null && at < start
			? {kind: 'before-start', message: `${formatDuration(start - at)} before the incident's start`}
			: null,
		reading === null ? null : notObserved(at, reading),
	];
	return warnings.filter((warning) => warning !== null);
}

/** In January, a date that fits the last weeks once its year is put one on or one back. */
function otherYear(at: number, {now}: TimeContext): TimeWarning | null {
	const today = new Date(millisecondsOf(now));
	const typed = new Date(at);
	const ago = today.getTime() - at;
	if (today.getUTCMonth() !== 0) return null;
	const step = ago > 300 * day ? 1 : ago < -300 * day ? -1 : 0;
	if (step === 0) return null;
	const meant = new Date(at);
	meant.setUTCFullYear(typed.getUTCFullYear() + step);
	const since = today.getTime() - meant.getTime();
	if (since < -5 * minute || since > 45 * day) return null;
	return {
		kind: 'wrong-year',
		message: `${step === 1 ? 'A year ago' : 'A year ahead'}: was ${meant.getUTCFullYear()} meant?`,
	};
}

/** PST in summer: the letters name an offset that the clocks there did not show at the time. */
function notObserved(at: number, reading: ZoneReading): TimeWarning | null {
	const found = unobserved(at, reading);
	return found && {kind: 'not-observed', message: found.message};
}
