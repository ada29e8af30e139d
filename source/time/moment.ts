/** A field that is a time and nothing else: the beginning and end of an impact. */
import {shortened} from '../text/shortened.ts';
import type {TimeContext, TimeRefusal} from './context.ts';
import {readWhen, type TimeRead} from './when.ts';

export type MomentReading =
	| (Omit<TimeRead, 'kind'> & {readonly kind: 'moment'})
	| {readonly kind: 'empty'}
	| TimeRefusal;

/** Reads a whole field as a time, by the grammar of the timeline's entry line. */
export function readMoment(text: string, context: TimeContext): MomentReading {
	const typed = text.trim();
	if (typed === '') return {kind: 'empty'};
	const inner = /^\[.*\]$/.test(typed) ? typed.slice(1, -1).trim() : typed;
	const part = readWhen(/^now$/i.test(inner) ? 'now' : inner, 0, context);
	if (part === null) return {...noTime, message: `${shortened(typed, 30)} is no time`};
	const {end, ...reading} = part;
	if (reading.kind === 'refused') return reading;
	const rest = inner.slice(end).trim();
	if (rest !== '') return {...noTime, message: `${shortened(rest, 30)} is more than a time`};
	return {...reading, kind: 'moment'};
}

const noTime = {kind: 'refused', hint: 'Write it as in 2026-11-20 10:05, or 10:05 PDT', readings: []} as const;
