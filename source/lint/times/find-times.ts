/** Times that are not UTC, or that say too little to be placed: what the passages of a text say of them together. */

import type {Span} from '../finding.ts';
import type {Block} from '../markdown/passages.ts';
import type {Judgement} from '../wording/judgement.ts';
import {bothDays} from './dates.ts';
import {frontMatterDate} from './days.ts';
import type {ReadBlock} from './declared-zones.ts';
import {elsewhereFindings} from './elsewhere.ts';
import type {PassageTimes} from './read-times.ts';
import {timeFinding} from './time-finding.ts';
import {unplacedFindings} from './unplaced.ts';
import {weighTimes} from './weighed-times.ts';

export type TimeOptions = {
	/** Whether it is said outside of the text that times without a zone are UTC. */
	readonly utcDeclared: boolean;
};

/**
 * What is to be said about the times of a text.
 * @param read reads a masked passage; it may remember what it read
 */
export function findTimes(
	text: string,
	blocks: readonly Block[],
	{utcDeclared}: TimeOptions,
	read: (masked: string) => PassageTimes,
): Judgement[] {
	const readBlocks: ReadBlock[] = blocks.map((block) => ({block, times: read(block.masked)}));
	const isDated =
		utcDeclared || readBlocks.some(({times: {dates}}) => dates.length > 0) || frontMatterDate(text) !== undefined;
	const weighed = weighTimes(text, readBlocks, utcDeclared);
	return [
		...elsewhereFindings(text, readBlocks, weighed),
		...unplacedFindings(text, weighed),
		...readBlocks.flatMap((block) => wordFindings(block, isDated)),
	];
}

/** @param isDated whether any date is known, by which a day of the week can be told */
function wordFindings({block: {start}, times: {dayWords, dates, spoken}}: ReadBlock, isDated: boolean): Judgement[] {
	const words = dayWords
		.filter(({isWeekday}) => !isWeekday || !isDated)
		.map((span) => timeFinding('relative', moved(span, start)));
	const numeric = dates
		.filter(({readsTwoWays}) => readsTwoWays)
		.map((date) => timeFinding('numeric-date', moved(date.span, start), {suggestions: bothDays(date)}));
	const times = spoken.map((span) => timeFinding('twelve-hour', moved(span, start)));
	return [...words, ...numeric, ...times];
}

function moved({start, end}: Span, by: number): Span {
	return {start: start + by, end: end + by};
}
