/** What the abbreviations of time zones stand for, out of `data/zones.json`. */
import data from '../../data/zones.json' with {type: 'json'};

/** One zone that an abbreviation may stand for. */
export type ZoneReading = {
	/** In capitals: `PDT`. */
	readonly abbreviation: string;
	/** In words: `Pacific Daylight Time`. */
	readonly name: string;
	/** Minutes east of UTC; null where it is whatever the clocks of the city showed at the time. */
	readonly offset: number | null;
	/** An IANA zone that keeps this time: `America/Los_Angeles`. */
	readonly city: string;
};

/**
 * The zones that an abbreviation stands for: none when it is unknown, several when it must not be
 * guessed. Letters of either case are taken; `UTC`, `GMT` and `Z` are UTC itself and not listed.
 */
export function zoneReadings(abbreviation: string): readonly ZoneReading[] {
	const name = abbreviation.toUpperCase();
	return (entryOf(name)?.readings ?? []).map((reading) => ({
		abbreviation: name,
		name: reading.name,
		offset: reading.offset === null ? null : minutesOf(reading.offset),
		city: reading.city,
	}));
}

/** The zone of this name in words, `Pacific Time` or `Eastern Time` (of the US, unless said otherwise); null where there is none. */
export function zoneNamed(words: string): ZoneReading | null {
	names ??= new Map(
		[...entries.keys()].flatMap((abbreviation) =>
			zoneReadings(abbreviation).map((reading): [string, ZoneReading] => [nameKey(reading.name), reading]),
		),
	);
	return names.get(nameKey(words)) ?? null;
}

let names: Map<string, ZoneReading> | undefined;

function nameKey(name: string): string {
	return name.toLowerCase().replace(/^u\.?s\.? /, '');
}

/** The IANA zone that is called after a place: `Berlin` is Europe/Berlin, `New York` America/New_York. Null where none is. */
export function cityOfPlace(place: string): string | null {
	places ??= new Map(
		Intl.supportedValuesOf('timeZone').map((zone) => [
			(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(),
			zone,
		]),
	);
	return places.get(place.toLowerCase()) ?? null;
}

let places: Map<string, string> | undefined;

/** Whether the letters are an everyday word when written in lower case (`art`, `eat`), and so no zone there. */
export function isEverydayWord(abbreviation: string): boolean {
	return entryOf(abbreviation.toUpperCase())?.word === true;
}

/** All abbreviations that are known, in capitals. */
export const zoneAbbreviations: readonly string[] = Object.keys(data.zones);

type Entry = {word?: boolean; readings: {name: string; offset: string | null; city: string}[]};

const entries = new Map<string, Entry>(Object.entries(data.zones));

function entryOf(name: string): Entry | undefined {
	return entries.get(name);
}

/** `-07:30` as minutes. */
function minutesOf(offset: string): number {
	const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
	return offset.startsWith('-') ? -size : size;
}
