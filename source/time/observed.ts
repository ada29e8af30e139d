/** Letters that name an offset which the clocks of their place did not show at the time: PST in June. */
import {dateAt, secondsPerDay} from './calendar.ts';
import type {TimeChoice} from './context.ts';
import {formatClock, formatMinute, formatOffset} from './format.ts';
import {dateOf, instantOf} from './instant.ts';
import {placeName} from './local-time.ts';
import {momentsOf, offsetAt} from './zoned.ts';
import {type ZoneReading, zoneAbbreviations, zoneReadings} from './zones.ts';

export type Unobserved = {
	/** What the clocks showed, and the time by them: `that day Los Angeles was on PDT, UTC-7: 17:05 UTC?`. */
	readonly message: string;
	/** The same clock time by the clocks of the place; none where they skipped it that day. */
	readonly readings: readonly TimeChoice[];
};

/**
 * What the clocks of the place say of a time that was read by its letters; null where they say the same.
 *
 * @param at milliseconds since the epoch, as the letters have it
 */
export function unobserved(at: number, reading: ZoneReading): Unobserved | null {
	const {offset, city, abbreviation} = reading;
	if (offset === null || offsetAt(at, city) === offset) return null;
	const place = placeName(city);
	const readings = byClocks(at, offset, city).map((moment): TimeChoice => {
		const shown = shownAs(offsetAt(moment, city), city);
		return {
			label: `${place} that day: ${shown}`,
			short: `${place} on ${shown.split(',')[0] ?? shown}`,
			at: instantOf(moment),
			settles: {abbreviation, zone: city},
		};
	});
	const told = `that day ${place} was on ${shownAs(offsetAt(at, city), city)}`;
	const [first] = readings;
	if (first === undefined) return {message: told, readings};
	const sameDay = dateOf(first.at) === dateOf(instantOf(at));
	const moment = sameDay ? formatClock(first.at) : formatMinute(first.at);
	return {message: `${told}: ${moment} UTC?`, readings};
}

/** The moments, in milliseconds since the epoch, at which the place's clocks showed what was typed. */
function byClocks(at: number, offset: number, city: string): number[] {
	const local = at + offset * 60_000;
	const date = dateAt(local);
	if (date === null) return [];
	const seconds = ((Math.trunc(local / 1000) % secondsPerDay) + secondsPerDay) % secondsPerDay;
	const shown = momentsOf(date, seconds, city);
	if (shown.kind === 'once') return [shown.at];
	return shown.kind === 'twice' ? [shown.earlier, shown.later] : [];
}

/** `PDT, UTC-7`; the offset alone where it has no letters of its own there. */
function shownAs(minutes: number, city: string): string {
	const letters = zoneAbbreviations.find((name) =>
		zoneReadings(name).some((one) => one.city === city && one.offset === minutes),
	);
	return letters === undefined ? formatOffset(minutes) : `${letters}, ${formatOffset(minutes)}`;
}
