/** What a typed time is read against, and the parts that every reading of one is made of. */
import type {CalendarDate, Instant} from './instant.ts';

export type TimeContext = {
	readonly now: Instant;
	/** The time of the entry before: what `+5`, `=` and a time without a date lean on. */
	readonly previous: Instant | null;
	readonly incidentStart: Instant | null;
	readonly incidentDate: CalendarDate | null;
	/** Abbreviations of zones that the team has settled, each with its IANA zone: `{IST: 'Asia/Kolkata'}`. */
	readonly zones?: Readonly<Record<string, string>>;
};

/** Half-open range of UTF-16 offsets into what was typed. */
export type TimeSpan = {readonly start: number; readonly end: number};

/** One way to read a time that reads several ways. */
export type TimeChoice = {
	/** In words: `India Standard Time, UTC+5:30`. */
	readonly label: string;
	/** The same in as few words as tell it from the others: `Kolkata`. */
	readonly short: string;
	readonly at: Instant;
	/** What makes an abbreviation read like this ever after, once the team settles it; absent where nothing does. */
	readonly settles?: ZoneSettlement;
};

/** An abbreviation, in capitals, and the IANA zone or the offset that it stands for. */
export type ZoneSettlement = {readonly abbreviation: string; readonly zone: string};

/** Something worth a second look; the time stands all the same. */
export type TimeWarning = {
	/**
	 * `future`: more than 5 minutes ahead. `before-start`: earlier than the incident's start. `wrong-year`: a
	 * year off, as happens in January. `not-observed`: PST in summer, say.
	 */
	readonly kind: 'future' | 'before-start' | 'wrong-year' | 'not-observed';
	/** One short line without a final stop. */
	readonly message: string;
};

/** Why something is no time: what is wrong, what to do about it, and the readings where there are several. */
export type TimeRefusal = {
	readonly kind: 'refused';
	/** One sentence without a final stop. */
	readonly message: string;
	/** One sentence without a final stop. */
	readonly hint: string;
	readonly readings: readonly TimeChoice[];
	/** The message in as few words as stand before the readings; where there are any. */
	readonly brief?: string;
};
