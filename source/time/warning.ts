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

function otherYear(at: number, {now}: TimeContext): TimeWarning | null {
	const meant = meantYear(at, millisecondsOf(now));
	if (meant === null) return null;
	const ago = meant > new Date(at).getUTCFullYear() ? 'A year ago' : 'A year ahead';
	return {kind: 'wrong-year', message: `${ago}: was ${meant} meant?`};
}

/**
 * In January, the year that was meant by a date which fits the last weeks once its year is put one on or one
 * back; null for any other. Both in milliseconds since the epoch.
 */
export function meantYear(at: number, now: number): number | null {
	const ago = now - at;
	if (new Date(now).getUTCMonth() !== 0) return null;
	const step = ago > 300 * day ? 1 : ago < -300 * day ? -1 : 0;
	if (step === 0) return null;
	const meant = new Date(at);
	meant.setUTCFullYear(meant.getUTCFullYear() + step);
	const since = now - meant.getTime();
	return since < -5 * minute || since > 45 * day ? null : meant.getUTCFullYear();
}

/** PST in summer: the letters name an offset that the clocks there did not show at the time. */
function notObserved(at: number, reading: ZoneReading): TimeWarning | null {
	const found = unobserved(at, reading);
	return found && {kind: 'not-observed', message: found.message};
}
