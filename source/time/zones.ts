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
