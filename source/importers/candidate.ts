/** What an importer makes of a message, an event, a line: an entry for the timeline, or the reason why it is none. */
import type {CalendarDate, Instant} from '../time/instant.ts';
import type {Zone} from '../time/zone-part.ts';

/** What was not said where the time stood: its day (or year), its zone, which half of the day a clock of 12 hours means. */
export type Assumption = 'date' | 'zone' | 'half';

export type Candidate = {
	/** Undefined where no time could be read; such a one is never kept. */
	readonly at: Instant | undefined;
	/** What happened, in markdown. */
	readonly text: string;
	/** Who said or did it; empty where that is not told. */
	readonly who: string;
	/** What the source calls it, the same at every export: `slack:C024/1700000000.000100`; empty where it has no name. */
	readonly ref: string;
	/** Where it can be looked up: an address of the web; kept as evidence. */
	readonly link?: string;
	readonly assumed: readonly Assumption[];
	readonly keep: boolean;
	/** Why it is left out, in a word or two; empty for what is kept. */
	readonly reason: string;
	/** The time as it stood there, where that was in another zone than UTC. */
	readonly typed?: string;
	/** The abbreviation that stands for several zones, where that is why there is no time: `CST`. */
	readonly unclear?: string;
	/** How others reacted to it, in the chat's own names: `pushpin`, `eyes`. */
	readonly reactions?: readonly string[];
	/** For a reply, the `ref` of what it replies to. */
	readonly thread?: string;
};

/** What an importer may lean on where the source leaves something open. */
export type ImportContext = {
	readonly now: Instant;
	/** The day that was named for times without one; with it such a day is no assumption. */
	readonly date: CalendarDate | undefined;
	/** The zone that was named for times without one. */
	readonly zone: Zone | undefined;
	/** The day of the incident, assumed where nothing else is known. */
	readonly incidentDate: CalendarDate | undefined;
	/** Abbreviations of zones that the team has settled, each with its IANA zone. */
	readonly zones: Readonly<Record<string, string>>;
	/** Names of people and channels by their ids, where an export lists them apart. */
	readonly names?: ReadonlyMap<string, string>;
};

/** An entry for the timeline. */
export function kept(
	at: Instant | undefined,
	text: string,
	more: Partial<
		Pick<Candidate, 'who' | 'ref' | 'link' | 'assumed' | 'typed' | 'unclear' | 'reactions' | 'thread'>
	> = {},
): Candidate {
	const keep = at !== undefined;
	return {at, text, who: '', ref: '', assumed: [], keep, reason: keep ? '' : 'no time', ...more};
}

/** The same, left out for a reason. */
export function leftOut(candidate: Candidate, reason: string): Candidate {
	return {...candidate, keep: false, reason};
}
