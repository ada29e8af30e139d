/**
 * Wall clocks of IANA zones, by temporal-polyfill: the only file that knows it. Its functions are
 * imported one by one, so that the bundle carries 20 kB of it and loads it in about 3 ms; the zones'
 * rules come from the platform and cost some 15 ms once, when the first zone is asked for.
 */
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type {CalendarDate} from './instant.ts';

/** The moments at which a wall clock showed a time, in milliseconds since the epoch. */
export type WallClock =
	| {readonly kind: 'once'; readonly at: number}
	/**
	 * `skipped`: the clocks went forward over it; `earlier` and `later` read it by the offset after and before
	 * the change. `twice`: they went back.
	 */
	| {readonly kind: 'skipped' | 'twice'; readonly earlier: number; readonly later: number};

/** The name, in any case, as it is written properly: `Europe/Berlin`; null where the platform knows no such zone. */
export function canonicalZone(zone: string): string | null {
	try {
		return ZonedDateTime.create(0n, zone).timeZoneId;
	} catch {
		return null;
	}
}

/**
 * When the clocks of a zone showed that time of that day.
 *
 * @param seconds since midnight, as a clock shows them
 * @param zone one that `canonicalZone` knows; throws a RangeError otherwise
 */
export function momentsOf(date: CalendarDate, seconds: number, zone: string): WallClock {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const time = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60] as const;
	const wall = PlainDateTime.create(year, month, day, ...time);
	const earlier = PlainDateTime.toZonedDateTime(wall, zone, {disambiguation: 'earlier'});
	const later = PlainDateTime.toZonedDateTime(wall, zone, {disambiguation: 'later'});
	if (earlier.epochMilliseconds === later.epochMilliseconds) return {kind: 'once', at: earlier.epochMilliseconds};
	const shown = PlainDateTime.equals(ZonedDateTime.toPlainDateTime(earlier), wall);
	return {kind: shown ? 'twice' : 'skipped', earlier: earlier.epochMilliseconds, later: later.epochMilliseconds};
}

/**
 * Minutes east of UTC at a moment, whole ones: zones were no whole minutes off only before about 1970.
 *
 * @param at milliseconds since the epoch
 * @param zone one that `canonicalZone` knows; throws a RangeError otherwise
 */
export function offsetAt(at: number, zone: string): number {
	const nanoseconds = ZonedDateTime.offsetNanoseconds(ZonedDateTime.create(BigInt(at) * 1_000_000n, zone));
	return Math.round(nanoseconds / 60e9);
}
