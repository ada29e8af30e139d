/** The readings of a time that has several, on one line: `IST: 1 Kolkata 04:35 UTC · 2 Dublin 09:05 UTC`. */
import type {TimeChoice, TimeRefusal} from './context.ts';
import {formatClock, formatMinute} from './format.ts';
import {dateOf} from './instant.ts';

/**
 * The readings with their numbers, as many as the columns allow, and what key takes one. Dates stand where
 * there is room for all of them, else only beside a time that is on another day than the first.
 */
export function listReadings(
	{brief = '', readings}: Pick<TimeRefusal, 'brief' | 'readings'>,
	columns: number,
	key: string,
): string {
	const line = (shown: readonly string[], end = ''): string =>
		[`${brief}: ${shown.join(' · ')}${end}`, key].filter(Boolean).join(' · ');
	const short = readings.map((reading, index) => numbered(reading, index, clockOf(reading, readings[0])));
	const shorter = short.map((_, index) => line(short.slice(0, short.length - index), index === 0 ? ' UTC' : ' UTC…'));
	return firstThatFits(
		[
			line(readings.map((reading, index) => numbered(reading, index, `${formatMinute(reading.at)} UTC`))),
			line(short.map((text) => `${text} UTC`)),
			...shorter,
		],
		columns,
	);
}

/** The first of the texts that is no wider than the columns, else the last one. */
export function firstThatFits(texts: readonly string[], columns: number): string {
	return texts.find((text) => text.length <= columns) ?? texts.at(-1) ?? '';
}

function numbered({short}: TimeChoice, index: number, time: string): string {
	return `${index + 1} ${short} ${time}`;
}

function clockOf({at}: TimeChoice, first: TimeChoice | undefined): string {
	return first === undefined || dateOf(at) === dateOf(first.at) ? formatClock(at) : formatMinute(at).slice(5);
}
