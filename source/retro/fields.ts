/** The addresses of everything in a retro that can be read or edited: fields, lists and texts. */
import type {CalendarDate, Instant} from '../time/instant.ts';
import type {ActionItem, KeptFinding, Note, Retro, Severity, Status, TimelineEntry, Why} from './record.ts';

/** The single fields and the type of their values. */
export type FieldValues = {
	title: string;
	severity: Severity | null;
	status: Status;
	date: CalendarDate | null;
	facilitator: string;
	participants: readonly string[];
	services: readonly string[];
	summary: string;
	'impact.start': Instant | null;
	'impact.end': Instant | null;
	'impact.users': string;
	'impact.revenue': string;
	'impact.data': string;
};
export type FieldName = keyof FieldValues;

/** In the order of the walk. */
export const fieldNames = [
	'title',
	'severity',
	'status',
	'date',
	'facilitator',
	'participants',
	'services',
	'summary',
	'impact.start',
	'impact.end',
	'impact.users',
	'impact.revenue',
	'impact.data',
] as const satisfies readonly FieldName[];

/** The lists and the type of their items. */
export type ListItems = {
	timeline: TimelineEntry;
	whys: Why;
	contributingFactors: Note;
	'lessons.wentWell': Note;
	'lessons.wentWrong': Note;
	'lessons.gotLucky': Note;
	actions: ActionItem;
	kept: KeptFinding;
};
export type ListName = keyof ListItems;

/** An item of any list. */
export type AnyItem = ListItems[ListName];

export const listNames = [
	'timeline',
	'whys',
	'contributingFactors',
	'lessons.wentWell',
	'lessons.wentWrong',
	'lessons.gotLucky',
	'actions',
	'kept',
] as const satisfies readonly ListName[];

/** The lists whose items are one text each. */
export type NoteListName = 'contributingFactors' | 'lessons.wentWell' | 'lessons.wentWrong' | 'lessons.gotLucky';

/**
 * The address of one text or value: a field's name, or `list:id.part` for a part of a list's item,
 * for example `timeline:k3x9.text`, `whys:a1.answer`, `actions:b2.owner`. A list's own name
 * (`timeline`) addresses the list as a whole.
 */
export type FieldPath = FieldName | ListName | `${ListName}:${string}.${string}`;

/** The path of a part of a list's item. */
export function itemPath(list: ListName, id: string, part: string): FieldPath {
	return `${list}:${id}.${part}`;
}

/** What an item path is made of, or undefined for the path of a field or of a whole list. */
export function parseItemPath(path: string): {list: ListName; id: string; part: string} | undefined {
	const colon = path.indexOf(':');
	const dot = path.lastIndexOf('.');
	const list = listNames.find((name) => name === path.slice(0, colon));
	if (colon < 0 || dot < colon || list === undefined) return undefined;
	return {list, id: path.slice(colon + 1, dot), part: path.slice(dot + 1)};
}

/** The value of a single field. */
export function fieldOf<Name extends FieldName>(retro: Retro, name: Name): FieldValues[Name] {
	const [outer, inner] = name.split('.');
	const holder = inner === undefined ? retro : retro.impact;
	return holder[inner ?? outer ?? name] as FieldValues[Name];
}

/** The items of a list, in the order they are stored. */
export function listOf<Name extends ListName>(retro: Retro, name: Name): readonly ListItems[Name][] {
	const [outer, inner] = name.split('.');
	const holder = inner === undefined ? retro : retro.lessons;
	return holder[inner ?? outer ?? name] as ListItems[Name][];
}

/** The items of a list of which it is only known at run time which one it is. */
export function itemsOf(retro: Retro, list: ListName): readonly AnyItem[] {
	return listOf(retro, list);
}

/** The item of that identity in a list. */
export function itemOf(retro: Retro, list: ListName, id: string): AnyItem | undefined {
	return itemsOf(retro, list).find((item) => identityOf(item) === id);
}

/**
 * What an item is addressed by: its id. A kept finding has none: it stands for one finding of one rule
 * on one wording of one field.
 */
export function identityOf(item: AnyItem): string {
	return typeof item.id === 'string' ? item.id : `${item.field}|${item.rule}|${item.text}`;
}
