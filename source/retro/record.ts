/**
 * The record of a retro: its shape as types and as a schema that files and imports are held against.
 * Unknown fields are kept wherever they stand, so that a newer version's data survives a round trip.
 */
import * as v from 'valibot';
import {type CalendarDate, type Instant, isCalendarDate, isInstant} from '../time/instant.ts';

/** The version of this shape. Older records are migrated on reading, newer ones refused. */
export const schemaVersion = 1;

export const severities = ['SEV1', 'SEV2', 'SEV3', 'near-miss'] as const;
export type Severity = (typeof severities)[number];

export const statuses = ['draft', 'in-review', 'final'] as const;
export type Status = (typeof statuses)[number];

/** The moments of an incident that the times between them are measured from, in their usual order. */
export const phases = ['started', 'detected', 'acknowledged', 'declared', 'mitigated', 'resolved'] as const;
export type Phase = (typeof phases)[number];

export const actionKinds = ['prevent', 'detect', 'mitigate'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStatuses = ['open', 'done', 'dropped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of letters, digits, _ and -'));
const instant = v.custom<Instant>(
	(value) => typeof value === 'string' && isInstant(value),
	'a time in UTC like 2026-11-20T10:05:00Z',
);
const calendarDate = v.custom<CalendarDate>(
	(value) => typeof value === 'string' && isCalendarDate(value),
	'a date like 2026-11-20',
);

const timelineEntry = v.looseObject({
	id,
	at: instant,
	text: v.string(),
	/** At most one entry carries each phase. */
	phase: v.exactOptional(v.picklist(phases)),
	/** What was typed as the time, where it differs from `at`: `2:51am pst`. */
	typed: v.exactOptional(v.string()),
	/** Seconds by which it was moved since, with others whose clock ran wrong; `at` is the moved time. */
	shifted: v.exactOptional(v.number()),
	/** Where the entry came from when it was not typed: `slack:C024/1700000000.1`. */
	source: v.exactOptional(v.string()),
});

const why = v.looseObject({
	id,
	question: v.string(),
	answer: v.string(),
	/** The why whose answer this one asks about; null for the first of a chain. */
	parent: v.nullable(id),
	rootCause: v.boolean(),
});

const note = v.looseObject({id, text: v.string()});

const actionItem = v.looseObject({
	id,
	kind: v.picklist(actionKinds),
	text: v.string(),
	/** With its `@` when one was typed; empty while nobody owns it. */
	owner: v.string(),
	due: v.nullable(calendarDate),
	status: v.picklist(actionStatuses),
});

const keptFinding = v.looseObject({
	/** The field the finding is on, as a `FieldPath`. */
	field: v.string(),
	rule: v.string(),
	/** The words that were found, so that the decision ends when they change. */
	text: v.string(),
	reason: v.string(),
});

const conflict = v.looseObject({
	/** The value that stands, null where there is none. The conflict is settled when it stands no more. */
	here: v.unknown(),
	/** The values that others gave; none where both wordings stand in the text. */
	elsewhere: v.array(v.unknown()),
});

export const retroSchema = v.looseObject({
	schemaVersion: v.literal(schemaVersion),
	id,
	createdAt: instant,
	updatedAt: instant,
	title: v.string(),
	severity: v.nullable(v.picklist(severities)),
	status: v.picklist(statuses),
	/** The day of the incident. */
	date: v.nullable(calendarDate),
	facilitator: v.string(),
	participants: v.array(v.string()),
	services: v.array(v.string()),
	summary: v.string(),
	impact: v.looseObject({
		start: v.nullable(instant),
		end: v.nullable(instant),
		users: v.string(),
		revenue: v.string(),
		data: v.string(),
	}),
	timeline: v.array(timelineEntry),
	whys: v.array(why),
	contributingFactors: v.array(note),
	lessons: v.looseObject({
		wentWell: v.array(note),
		wentWrong: v.array(note),
		gotLucky: v.array(note),
	}),
	actions: v.array(actionItem),
	kept: v.array(keptFinding),
	/** The template of its document, where it is not the default. */
	template: v.optional(v.string()),
	/** Lines that were typed but not yet entered, by the place they are typed in; absent when there are none. */
	drafts: v.exactOptional(v.record(v.string(), v.string())),
	/** What two people set differently and no merge can settle, by its `FieldPath`; absent when there is none. */
	conflicts: v.exactOptional(v.record(v.string(), conflict)),
});

export type Retro = v.InferOutput<typeof retroSchema>;
export type TimelineEntry = v.InferOutput<typeof timelineEntry>;
export type Why = v.InferOutput<typeof why>;
export type Note = v.InferOutput<typeof note>;
export type ActionItem = v.InferOutput<typeof actionItem>;
export type Conflict = v.InferOutput<typeof conflict>;
export type KeptFinding = v.InferOutput<typeof keptFinding>;
