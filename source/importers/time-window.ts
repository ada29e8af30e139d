/** A window of time as it is typed: `09:00 to 12:47`, `from 10:05`, `until 2026-11-21 01:00`; nothing for any time. */
import type {TimeContext} from '../time/context.ts';
import type {Instant} from '../time/instant.ts';
import {readMoment} from '../time/moment.ts';
import {anyTime, type TimeWindow} from './pick-list.ts';

export type WindowReading =
	| {readonly kind: 'window'; readonly window: TimeWindow}
	/** One sentence without a final stop. */
	| {readonly kind: 'refused'; readonly message: string};

/** Both ends are read as times of an entry line are; the end of a window may lie on the day after its begin. */
export function readWindow(typed: string, context: TimeContext): WindowReading {
	const text = typed.trim();
	if (text === '') return {kind: 'window', window: anyTime};
	const [, until] = /^(?:until|to|before)\s+(.*)$/i.exec(text) ?? [];
	const [, alone] = /^(?:from|since|after)\s+((?:(?!\s(?:to|until)\s).)*)$/i.exec(text) ?? [];
	const [, first, second] = /^(?:from\s+)?(.+?)(?:\s+(?:to|until|-|–)\s+|\s*(?:–|\.\.)\s*)(.+)$/i.exec(text) ?? [];
	const begin = end(alone ?? (until === undefined ? (first ?? text) : undefined), context);
	if (begin.kind === 'refused') return begin;
	const stop = end(until ?? (alone === undefined ? second : undefined), {...context, previous: begin.at ?? null});
	if (stop.kind === 'refused') return stop;
	if (begin.at !== undefined && stop.at !== undefined && stop.at < begin.at)
		return {kind: 'refused', message: 'It would end before it begins'};
	return {kind: 'window', window: {from: begin.at, until: stop.at}};
}

type End = {readonly kind: 'end'; readonly at: Instant | undefined} | Extract<WindowReading, {kind: 'refused'}>;

function end(typed: string | undefined, context: TimeContext): End {
	if (typed === undefined) return {kind: 'end', at: undefined};
	const read = readMoment(typed, context);
	if (read.kind === 'moment') return {kind: 'end', at: read.at};
	return {kind: 'refused', message: read.kind === 'refused' ? read.message : 'A time is missing'};
}
