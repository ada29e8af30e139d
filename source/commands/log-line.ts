/** Reads one line of `retro log`: a time and what happened, or why it is left out. */
import {type Problem, wrongUse} from '../problem.ts';
import {append, batch, type Edit} from '../retro/edit.ts';
import {todoOf} from '../retro/live.ts';
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {cleanLine} from '../text/clean.ts';
import {readEntry} from '../time/entry.ts';
import {dateOf, type Instant} from '../time/instant.ts';
import {describeReading} from '../time/reading.ts';
import {timeContextOf} from './time-context.ts';
import {timeProblem} from './time-problem.ts';

export type LoggedLine =
	| {readonly kind: 'blank'}
	| {
			readonly kind: 'entry';
			readonly entry: TimelineEntry;
			readonly edit: Edit;
			/** How its time was read; empty where it has none, and so is of now. */
			readonly said: string;
			/** What else it made, in sentences; empty for nothing. */
			readonly beside: string;
	  }
	| {readonly kind: 'refused'; readonly problem: Problem};

/** `retro` is what the line is added to: its last entry and its date say what the time means. */
export function readLogLine(
	line: string,
	id: string,
	retro: Retro,
	now: Instant,
	zones: Readonly<Record<string, string>> | undefined,
): LoggedLine {
	const text = cleanLine(line).trim();
	if (text === '') return {kind: 'blank'};
	const times = timeContextOf(retro, now, zones);
	const reading = readEntry(text, times);
	if (reading.kind === 'refused') return {kind: 'refused', problem: timeProblem(reading)};
	if (reading.text === '') {
		return {
			kind: 'refused',
			problem: wrongUse('The entry has a time and no text', 'Say what happened behind the time.'),
		};
	}
	const typed = reading.kind === 'timed' && reading.typed !== '' ? {typed: reading.typed} : {};
	const entry = {id, at: reading.kind === 'timed' ? reading.at : now, text: reading.text, ...typed};
	const todo = todoOf(retro, entry.text, dateOf(now), () => `${id}-todo`);
	const added = append(retro, 'timeline', entry);
	return {
		kind: 'entry',
		entry,
		edit: batch([added, ...todo.edits]) ?? added,
		said: describeReading(reading, times, {columns: Number.POSITIVE_INFINITY}),
		beside: todo.said,
	};
}
