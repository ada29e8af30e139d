/** Any retro at all, with hostile texts and unknown fields. */
import fc from 'fast-check';
import {actionKinds, actionStatuses, phases, type Retro, severities, statuses} from '../../source/retro/record.ts';
import {type CalendarDate, dateOf, type Instant, instantOf} from '../../source/time/instant.ts';

const text = fc.string({unit: 'binary', maxLength: 30});
const id = fc.stringMatching(/^[\w-]{1,12}$/);
const instant: fc.Arbitrary<Instant> = fc.integer({min: 0, max: 4_102_444_800}).map((s) => instantOf(s * 1000));
const date: fc.Arbitrary<CalendarDate> = instant.map(dateOf);
const unknown = fc.dictionary(
	fc.constantFrom('future', 'constructor', '__proto__', 'toString', 'x'),
	fc.json({maxDepth: 2}).map((json): unknown => JSON.parse(JSON.stringify(JSON.parse(json)))),
	{maxKeys: 2, noNullPrototype: true},
);

function withUnknown<Shape extends object>(known: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
	return fc.tuple(known, unknown).map(([shape, more]) => ({...more, ...shape}));
}

const note = withUnknown(fc.record({id, text}));
const notes = fc.array(note, {maxLength: 3});
const entry = withUnknown(
	fc.record(
		{id, at: instant, text, phase: fc.constantFrom(...phases), typed: text},
		{requiredKeys: ['id', 'at', 'text']},
	),
);
const why = withUnknown(fc.record({id, question: text, answer: text, parent: fc.option(id), rootCause: fc.boolean()}));
const action = withUnknown(
	fc.record({
		id,
		kind: fc.constantFrom(...actionKinds),
		text,
		owner: text,
		due: fc.option(date),
		status: fc.constantFrom(...actionStatuses),
	}),
);

export const arbitraryRetro: fc.Arbitrary<Retro> = withUnknown(
	fc.record(
		{
			schemaVersion: fc.constant(1 as const),
			id,
			createdAt: instant,
			updatedAt: instant,
			title: text,
			severity: fc.option(fc.constantFrom(...severities)),
			status: fc.constantFrom(...statuses),
			date: fc.option(date),
			facilitator: text,
			participants: fc.array(text, {maxLength: 3}),
			services: fc.array(text, {maxLength: 3}),
			summary: text,
			impact: withUnknown(
				fc.record({start: fc.option(instant), end: fc.option(instant), users: text, revenue: text, data: text}),
			),
			timeline: fc.array(entry, {maxLength: 3}),
			whys: fc.array(why, {maxLength: 3}),
			contributingFactors: notes,
			lessons: withUnknown(fc.record({wentWell: notes, wentWrong: notes, gotLucky: notes})),
			actions: fc.array(action, {maxLength: 3}),
			kept: fc.array(fc.record({field: text, rule: text, text, reason: text}), {maxLength: 2}),
			drafts: fc.dictionary(fc.constantFrom('timeline', 'actions'), text, {noNullPrototype: true}),
		},
		{
			requiredKeys: [
				...(['schemaVersion', 'id', 'createdAt', 'updatedAt', 'title', 'severity', 'status', 'date'] as const),
				...(['facilitator', 'participants', 'services', 'summary', 'impact', 'timeline', 'whys'] as const),
				...(['contributingFactors', 'lessons', 'actions', 'kept'] as const),
			],
		},
	),
);
