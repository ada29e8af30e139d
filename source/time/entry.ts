/** A line of the timeline as it is typed: an optional time, then what happened. */
import type {TimeChoice, TimeContext, TimeSpan, TimeWarning} from './context.ts';
import type {Instant} from './instant.ts';
import {readWhen} from './when.ts';

export type {TimeChoice, TimeContext, TimeSpan, TimeWarning} from './context.ts';

export type EntryReading =
	/** No time was typed; numbers that are no time (`5xx errors`) are part of the text. */
	| {readonly kind: 'text'; readonly text: string}
	| {
			readonly kind: 'timed';
			readonly at: Instant;
			/** What happened; may be empty. A link that carries the time stands at its end: it says where to look it up. */
			readonly text: string;
			/** The time as it was typed, to be kept with the entry; empty where it was plain UTC. */
			readonly typed: string;
			/** The time in the line, with its brackets. */
			readonly span: TimeSpan;
			/** What was converted: `PDT is UTC-7`; null where nothing was. */
			readonly note: string | null;
			readonly warnings: readonly TimeWarning[];
			/** Where it may be read otherwise as well, all of its readings, the one that was taken first. */
			readonly readings: readonly TimeChoice[];
	  }
	| {
			readonly kind: 'refused';
			readonly typed: string;
			readonly span: TimeSpan;
			readonly text: string;
			/** What is wrong with the time, without a final stop. */
			readonly message: string;
			/** What to type instead, without a final stop. */
			readonly hint: string;
			/** The readings to choose from, where there are several. */
			readonly readings: readonly TimeChoice[];
			/** The message in as few words as stand before the readings; empty where there are none. */
			readonly brief: string;
	  };

/** Reads one line of the timeline. A bullet before the time and a dash or colon behind it are no part of the text. */
export function readEntry(line: string, context: TimeContext): EntryReading {
	const bullet = /^\s*(?:[-*•]\s+)?/.exec(line)?.[0].length ?? 0;
	const frame = frameAt(line, bullet);
	const part = readWhen(line, bullet + frame.opening.length, context);
	const closing = part === null ? null : frame.closing.exec(line.slice(part.end));
	if (part === null || closing === null) return {kind: 'text', text: line.trim()};
	const span = {start: bullet, end: part.end + closing[0].length};
	const text = withoutSeparator(line.slice(span.end));
	if (part.kind === 'read') {
		const {at, typed, note, warnings, readings, link} = part;
		const said = link === undefined || text === '' || text.includes(link) ? text : `${text} ${link}`;
		return {kind: 'timed', at, text: said, typed, span, note, warnings, readings};
	}
	const {message, hint, readings, brief = ''} = part;
	const typed = line.slice(bullet + frame.opening.length, part.end);
	return {kind: 'refused', typed, span, text, message, hint, readings, brief};
}

/** What stands around a time: brackets, and the marks of a pasted markdown line. */
type Frame = {readonly opening: string; readonly closing: RegExp};

function frameAt(line: string, start: number): Frame {
	const [opening, mark = '', bracket] = /^(\*\*|`)?(\[\s*)?/.exec(line.slice(start)) ?? [''];
	const marks = mark === '' ? '' : `(?:${mark === '`' ? '`' : '(?::?\\*\\*)'})?`;
	return {opening, closing: new RegExp(`^${bracket === undefined ? '' : '\\s*\\]'}${marks}`)};
}

function withoutSeparator(rest: string): string {
	return rest.replace(/^\s*(?:(?:[-:|,;.]+(?=\s|$)|[–—])\s*)*/, '').trim();
}
