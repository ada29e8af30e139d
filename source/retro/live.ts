/** Noting while the incident runs: what a line means besides its entry, and since when the clock counts. */
import type {EntryReading} from '../time/entry.ts';
import {formatClock} from '../time/format.ts';
import {type CalendarDate, type Instant, millisecondsOf} from '../time/instant.ts';
import {describeAction, readActionLine} from './action-line.ts';
import {append, type Edit, setField} from './edit.ts';
import type {Phase, Retro, TimelineEntry} from './record.ts';
import {orderedTimeline} from './timeline.ts';

/** What is noted of a phase where nothing else was typed. */
export const phaseWords: Readonly<Record<Phase, string>> = {
	started: 'Impact starts.',
	detected: 'Detected.',
	acknowledged: 'Acknowledged.',
	declared: 'Incident declared.',
	mitigated: 'Mitigated.',
	resolved: 'Resolved.',
};

/** The line with the time it is now, where it has a text and no time of its own; a decision that says nothing has none. */
export function stampedNow(reading: EntryReading, now: Instant): EntryReading {
	if (reading.kind !== 'text' || ['', decisionMark.trim()].includes(reading.text)) return reading;
	const {text} = reading;
	return {kind: 'timed', at: now, text, typed: '', span: {start: 0, end: 0}, note: null, warnings: [], readings: []};
}

/** The words that a decision begins with. */
export const decisionMark = 'Decision: ';

/** A text as that of a decision. */
export function asDecision(text: string): string {
	return /^decision:/i.test(text) ? text : `${decisionMark}${text}`;
}

/** What an entry brings with it; `said` tells of it in sentences and is empty where there is nothing. */
export type Beside = {readonly edits: readonly Edit[]; readonly said: string};

/**
 * The action item that an entry with `TODO: …` in it makes: to prevent, unless it says another kind, with the
 * owner and the due date that are given. The entry keeps its text.
 */
export function todoOf(retro: Retro, text: string, today: CalendarDate, newId: () => string): Beside {
	const todo = /(?:^|\s)TODO:\s*(\S.*)$/i.exec(text)?.[1];
	if (todo === undefined) return {edits: [], said: ''};
	const reading = readActionLine(todo, {today, owners: retro.actions.map(({owner}) => owner)});
	const kind = reading.kind ?? 'prevent';
	const {text: task, owner, due} = reading;
	if (task === '') return {edits: [], said: ''};
	return {
		edits: [append(retro, 'actions', {id: newId(), kind, text: task, owner, due, status: 'open'})],
		said: `An action item as well: ${describeAction({...reading, kind})}.`,
	};
}

/**
 * What a phase that is noted live says of the impact. The start is when it started, and is set with the entry. The end
 * is not: users were often well again when it was mitigated already, so that it is asked for.
 */
export function impactOf(retro: Retro, phase: Phase | undefined, at: Instant): Beside {
	if (phase === 'started' && retro.impact.start === null) {
		return {
			edits: [setField(retro, 'impact.start', at)],
			said: `The impact starts at ${formatClock(at)} UTC with it.`,
		};
	}
	const isOpen = phase === 'resolved' && retro.impact.end === null;
	return {edits: [], said: isOpen ? 'The end of the impact is not set yet: Alt+3.' : ''};
}

/** Since when the incident runs: its start, else the first entry, else when the noting began. */
export function runningSince(retro: Pick<Retro, 'impact' | 'timeline'>, began: Instant): Instant {
	const entries = orderedTimeline(retro);
	const started = entries.find(({phase}) => phase === 'started');
	return retro.impact.start ?? started?.at ?? entries[0]?.at ?? began;
}

/** Hours, minutes and seconds between two instants: `0:42:10`; nothing before the first. */
export function stopwatch(since: Instant, now: Instant): string {
	const seconds = Math.max(0, Math.trunc((millisecondsOf(now) - millisecondsOf(since)) / 1000));
	const twoDigits = (value: number): string => String(value % 60).padStart(2, '0');
	return `${Math.trunc(seconds / 3600)}:${twoDigits(Math.trunc(seconds / 60))}:${twoDigits(seconds)}`;
}

/** How long nothing may be noted live before it is told, in milliseconds: half the usual interval between updates. */
export const quietFrom = 15 * 60_000;

/** The last moment that was noted, or when the noting began where that is later. */
export function lastNoted(entries: readonly Pick<TimelineEntry, 'at'>[], began: Instant): Instant {
	return entries.reduce((last, {at}) => (at > last ? at : last), began);
}
