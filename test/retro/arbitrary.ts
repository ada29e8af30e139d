/**
 * Random retros and random edits of them. An edit depends on the retro it is made on, so what is drawn
 * is an intent, plain data that prints and shrinks, and `editOf` makes the edit out of it.
 */
import fc from 'fast-check';
import {append, batch, changeItem, type Edit, moveItem, removeItem, setField} from '../../source/retro/edit.ts';
import {
	type FieldName,
	type FieldValues,
	identityOf,
	type ListItems,
	type ListName,
	listNames,
	listOf,
} from '../../source/retro/fields.ts';
import {
	actionKinds,
	actionStatuses,
	phases,
	type Retro,
	schemaVersion,
	severities,
	statuses,
} from '../../source/retro/record.ts';
import {removeWhy} from '../../source/retro/whys.ts';
import {type CalendarDate, dateOf, type Instant, instantOf} from '../../source/time/instant.ts';

/** What people type, and what they do not. */
export const texts: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom('', 'Because the CPU spiked to 100%.', 'none', 'TBD', '12 % of sessions', 'A new feature.'),
	fc.string({unit: 'grapheme', maxLength: 20}),
	fc.string({unit: 'grapheme', minLength: 60, maxLength: 80}),
);

/** Near each other and on whole five minutes, so that some are the same and some lie far apart. */
export const instants: fc.Arbitrary<Instant> = fc
	.integer({min: 0, max: 40})
	.map((steps) => instantOf(Date.UTC(2026, 10, 20, 22) + steps * 5 * 60_000));

export const dates: fc.Arbitrary<CalendarDate> = fc
	.integer({min: 0, max: 400})
	.map((days) => dateOf(instantOf(Date.UTC(2026, 0, 1) + days * 86_400_000)));

export const ids: fc.Arbitrary<string> = fc.integer({min: 0, max: 60}).map((number) => `i${number}`);

/** What a newer version may have added. */
const unknown = {'x-later': texts};

const entries = fc.record(
	{id: ids, at: instants, text: texts, phase: fc.constantFrom(...phases), typed: texts, source: texts, ...unknown},
	{requiredKeys: ['id', 'at', 'text']},
);
const whys = fc.record(
	{id: ids, question: texts, answer: texts, parent: fc.option(ids), rootCause: fc.boolean(), ...unknown},
	{requiredKeys: ['id', 'question', 'answer', 'parent', 'rootCause']},
);
const notes = fc.record({id: ids, text: texts, ...unknown}, {requiredKeys: ['id', 'text']});
const actions = fc.record({
	id: ids,
	kind: fc.constantFrom(...actionKinds),
	text: texts,
	owner: fc.oneof(texts, fc.constant('@infra-team')),
	due: fc.option(dates),
	status: fc.constantFrom(...actionStatuses),
});
const kept = fc.record({
	field: fc.constantFrom('title', 'summary', 'timeline:i1.at', 'actions'),
	rule: fc.constantFrom('blame.person-fault', 'no-resolved'),
	text: texts,
	reason: texts,
});

const itemsOfList = {
	timeline: entries,
	whys,
	contributingFactors: notes,
	'lessons.wentWell': notes,
	'lessons.wentWrong': notes,
	'lessons.gotLucky': notes,
	actions,
	kept,
} satisfies {[Name in ListName]: fc.Arbitrary<ListItems[Name]>};

function listOfItems<Name extends ListName>(name: Name): fc.Arbitrary<ListItems[Name][]> {
	const items: fc.Arbitrary<ListItems[Name]> = itemsOfList[name] as fc.Arbitrary<ListItems[Name]>;
	return fc.uniqueArray(items, {selector: identityOf, maxLength: 8});
}

const fieldValues: {[Name in FieldName]: fc.Arbitrary<FieldValues[Name]>} = {
	title: texts,
	severity: fc.option(fc.constantFrom(...severities)),
	status: fc.constantFrom(...statuses),
	date: fc.option(dates),
	facilitator: texts,
	participants: fc.array(texts, {maxLength: 3}),
	services: fc.array(texts, {maxLength: 3}),
	summary: texts,
	'impact.start': fc.option(instants),
	'impact.end': fc.option(instants),
	'impact.users': texts,
	'impact.revenue': texts,
	'impact.data': texts,
};

/** A draft that is emptied is taken away, so that no record holds an empty one. */
const drafts = fc.dictionary(
	fc.constantFrom('timeline', 'actions', 'whys'),
	texts.filter((text) => text !== ''),
	{minKeys: 1},
);

/** Any retro that the schema allows with ids that are unique in their list. */
export const retros: fc.Arbitrary<Retro> = fc
	.tuple(
		fc.record({
			schemaVersion: fc.constant(schemaVersion),
			id: fc.constant('2026-11-20-checkout-latency-k3x9'),
			createdAt: instants,
			updatedAt: instants,
			title: fieldValues.title,
			severity: fieldValues.severity,
			status: fieldValues.status,
			date: fieldValues.date,
			facilitator: fieldValues.facilitator,
			participants: fc.array(texts, {maxLength: 3}),
			services: fc.array(texts, {maxLength: 3}),
			summary: fieldValues.summary,
			impact: fc.record({
				start: fieldValues['impact.start'],
				end: fieldValues['impact.end'],
				users: texts,
				revenue: texts,
				data: texts,
			}),
			timeline: listOfItems('timeline'),
			whys: listOfItems('whys'),
			contributingFactors: listOfItems('contributingFactors'),
			lessons: fc.record({
				wentWell: listOfItems('lessons.wentWell'),
				wentWrong: listOfItems('lessons.wentWrong'),
				gotLucky: listOfItems('lessons.gotLucky'),
			}),
			actions: listOfItems('actions'),
			kept: listOfItems('kept'),
		}),
		fc.record({drafts, ...unknown}, {requiredKeys: []}),
	)
	.map(([always, sometimes]) => plain({...always, ...sometimes}));

/** Something to do to a retro. `index` is taken modulo the length of the list. */
export type Intent =
	| {do: 'set'; field: FieldName; value: FieldValues[FieldName]}
	| {do: 'add' | 'insert' | 'change'; list: ListName; item: ListItems[ListName]; index: number}
	| {do: 'remove'; list: ListName; index: number}
	| {do: 'move'; list: ListName; index: number; by: 1 | -1}
	| {do: 'remove-why'; index: number}
	| {do: 'draft'; place: string; text: string}
	| {do: 'batch'; intents: readonly Intent[]};

const indexes = fc.nat({max: 7});
const anyList = fc.constantFrom(...listNames);
const fieldIntents = fc.oneof(
	...Object.entries(fieldValues).map(([field, values]) =>
		fc.record({do: fc.constant('set' as const), field: fc.constant(field as FieldName), value: values}),
	),
);
const itemIntents = fc.oneof(
	...listNames.map((list) =>
		fc.record({
			do: fc.constantFrom('add' as const, 'change' as const, 'insert' as const),
			list: fc.constant(list),
			item: itemsOfList[list],
			index: indexes,
		}),
	),
);
const single: fc.Arbitrary<Intent> = fc.oneof(
	fieldIntents,
	{weight: 3, arbitrary: itemIntents},
	fc.record({do: fc.constant('remove' as const), list: anyList, index: indexes}),
	fc.record({
		do: fc.constant('move' as const),
		list: anyList,
		index: indexes,
		by: fc.constantFrom(1 as const, -1 as const),
	}),
	fc.record({do: fc.constant('remove-why' as const), index: indexes}),
	fc.record({do: fc.constant('draft' as const), place: fc.constantFrom('timeline', 'actions'), text: texts}),
);

/** One edit or a batch of a few. */
export const intents: fc.Arbitrary<Intent> = fc
	.oneof(
		{weight: 5, arbitrary: single},
		fc.record({do: fc.constant('batch' as const), intents: fc.array(single, {maxLength: 4})}),
	)
	.map(plain);

/** The edit that does it, made on this retro; undefined where there is nothing it could be done to. */
export function editOf(retro: Retro, intent: Intent, apply: (retro: Retro, edit: Edit) => Retro): Edit | undefined {
	switch (intent.do) {
		case 'set':
			return setField(retro, intent.field, intent.value);
		case 'add':
			return has(retro, intent.list, intent.item) ? undefined : append(retro, intent.list, intent.item);
		case 'insert': {
			const {list, item} = intent;
			const after = idAt(retro, list, intent.index) ?? null;
			return has(retro, list, item) ? undefined : ({type: 'insert', list, item, after} as Edit);
		}
		case 'change': {
			const {id: _id, field: _field, rule: _rule, ...parts} = intent.item;
			const to = intent.list === 'kept' ? {reason: intent.item.reason} : parts;
			const id = idAt(retro, intent.list, intent.index);
			const gone = ['phase', 'typed'].filter((part) => !Object.hasOwn(to, part));
			return id === undefined ? undefined : changeItem(retro, intent.list, id, to as Partial<typeof intent.item>, gone);
		}
		case 'remove': {
			const id = idAt(retro, intent.list, intent.index);
			return id === undefined ? undefined : removeItem(retro, intent.list, id);
		}
		case 'move': {
			const id = idAt(retro, intent.list, intent.index);
			return id === undefined ? undefined : moveItem(retro, intent.list, id, intent.by);
		}
		case 'remove-why': {
			const id = idAt(retro, 'whys', intent.index);
			return id === undefined ? undefined : removeWhy(retro, id);
		}
		case 'draft':
			return {type: 'draft', place: intent.place, text: intent.text, was: retro.drafts?.[intent.place] ?? ''};
		case 'batch': {
			let now = retro;
			const edits = intent.intents.map((part) => {
				const edit = editOf(now, part, apply);
				if (edit !== undefined) now = apply(now, edit);
				return edit;
			});
			return batch(edits);
		}
	}
}

function idAt(retro: Retro, list: ListName, index: number): string | undefined {
	const items = listOf(retro, list);
	const item = items[index % Math.max(1, items.length)];
	return item && identityOf(item);
}

function has(retro: Retro, list: ListName, item: ListItems[ListName]): boolean {
	return listOf(retro, list).some((other) => identityOf(other) === identityOf(item));
}

/** As it would come out of JSON: what is drawn may have no prototype, which deep comparisons tell apart. */
function plain<Value>(value: Value): Value {
	return structuredClone(value);
}
