/** A line of the timeline as it is being typed: what it is read against, what is said of it, what is prose in it. */
import {withoutCommand} from '../retro/evidence.ts';
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {type EntryReading, readEntry, type TimeContext} from '../time/entry.ts';
import {describeReading} from '../time/reading.ts';
import type {AppEnvironment} from './hooks/use-environment.ts';

/** The line with its time and a command at its end blanked out: neither is judged. */
export function proseOf(line: string, context: TimeContext): string {
	const reading = readEntry(line, context);
	const prose = withoutCommand(line);
	return reading.kind === 'text' ? prose : ' '.repeat(reading.span.end) + prose.slice(reading.span.end);
}

/** What a time is read against: the entry before it, the incident, the clock. */
export function contextOf(retro: Retro, environment: AppEnvironment, before: TimelineEntry | undefined): TimeContext {
	return {
		now: environment.now(),
		previous: before?.at ?? null,
		incidentStart: retro.impact.start,
		incidentDate: retro.date,
		zones: environment.zones,
	};
}

/** The keys that choose among the readings of a time. */
export const readingKeys = {choose: 'Enter picks', change: 'Alt+Z'} as const;

/**
 * What the line means so far, in so many columns where that is possible; empty for an empty one.
 *
 * @param untimed said of a line without a time, where it may be so
 */
export function readingLine(
	line: string,
	reading: EntryReading,
	context: TimeContext,
	{columns, untimed}: {columns: number; untimed: string | undefined},
): string {
	if (line.trim() === '') return '';
	if (reading.kind === 'text') return untimed ?? 'Begin with a time: 1005, 3:05pm PDT, +5 after the entry before, now';
	return describeReading(reading, context, {columns, ...readingKeys});
}
