/** What changed from one retro to another, in words: by field and by entry. */
import {formatClock, formatMinute} from '../time/format.ts';
import {dateOf, isInstant} from '../time/instant.ts';
import {differences} from './differences.ts';
import type {ChangeEdit, Edit, OtherEdit, SetEdit} from './edit.ts';
import {type FieldName, itemOf, type ListItems, type ListName} from './fields.ts';
import {severityNames} from './guide.ts';
import type {Retro, Severity} from './record.ts';
import {sentencesChanged, type WordPart, wordChanges} from './word-changes.ts';

export type Difference = {
	/** The field or list, as people call it: `Timeline`. */
	readonly part: string;
	readonly kind: 'added' | 'removed' | 'changed' | 'moved';
	/** The value or entry; of one that changed, both wordings word by word. */
	readonly words: readonly WordPart[];
	/** What there is to say besides: `2 sentences changed`. */
	readonly note?: string;
};

/** All differences in the order of the walk; lines that are being typed are none. */
export function differenceWords(was: Retro, now: Retro): Difference[] {
	return differences(was, now).flatMap((edit) => wordsOf(edit, was, now));
}

/**
 * The same in few words, the parts with how much was added, changed and removed: `Timeline +3 ~1, Summary`.
 * Empty where nothing changed.
 */
export function fewWords(was: Retro, now: Retro): string {
	return inFewWords(differenceWords(was, now));
}

/** The same of differences that are at hand. */
export function inFewWords(all: readonly Difference[]): string {
	const counts = new Map<string, Record<Difference['kind'], number>>();
	for (const {part, kind} of all) {
		const count = counts.get(part) ?? {added: 0, changed: 0, removed: 0, moved: 0};
		counts.set(part, {...count, [kind]: count[kind] + 1});
	}
	return [...counts]
		.map(([part, {added, changed, removed, moved}]) => {
			if (!listParts.has(part)) return part;
			const signs = [signed('+', added), signed('~', changed + moved), signed('-', removed)];
			return [part, ...signs].filter((word) => word !== '').join(' ');
		})
		.join(', ');
}

const fieldParts: Readonly<Record<FieldName, string>> = {
	title: 'Title',
	severity: 'Severity',
	status: 'Status',
	date: 'Date',
	facilitator: 'Facilitator',
	participants: 'Participants',
	services: 'Services',
	summary: 'Summary',
	'impact.start': 'Impact start',
	'impact.end': 'Impact end',
	'impact.users': 'Users affected',
	'impact.revenue': 'Revenue impact',
	'impact.data': 'Data impact',
};

const partsOfLists: Readonly<Record<ListName, string>> = {
	timeline: 'Timeline',
	whys: 'Whys',
	contributingFactors: 'Factors',
	'lessons.wentWell': 'Went well',
	'lessons.wentWrong': 'Went wrong',
	'lessons.gotLucky': 'Got lucky',
	actions: 'Actions',
	kept: 'Kept wordings',
};

/** What is counted in few words, and not only named. */
const listParts: ReadonlySet<string> = new Set(Object.values(partsOfLists));

function wordsOf(edit: Edit, was: Retro, now: Retro): Difference[] {
	switch (edit.type) {
		case 'set':
			return wordsOfField(edit);
		case 'insert':
			return [{part: partsOfLists[edit.list], kind: 'added', words: whole('new', itemText(edit.item, now))}];
		case 'remove':
			return [{part: partsOfLists[edit.list], kind: 'removed', words: whole('gone', itemText(edit.item, was))}];
		case 'change':
			return [wordsOfChange(edit, was, now)];
		case 'move': {
			const item = itemOf(now, edit.list, edit.id);
			if (item === undefined) return [];
			return [{part: partsOfLists[edit.list], kind: 'moved', words: whole('same', itemText(item, now))}];
		}
		case 'other':
			return [wordsOfOther(edit)];
		case 'batch':
			return edit.edits.flatMap((part) => wordsOf(part, was, now));
		case 'draft':
			return [];
	}
}

function wordsOfField({field, value, was}: SetEdit): Difference[] {
	const part = fieldParts[field];
	if (Array.isArray(value) && Array.isArray(was)) {
		const gone = was.filter((name) => !value.includes(name));
		const added = value.filter((name) => !was.includes(name));
		if (gone.length + added.length === 0) return [{part, kind: 'moved', words: whole('same', value.join(', '))}];
		return [
			...added.map((name): Difference => ({part, kind: 'added', words: whole('new', name)})),
			...gone.map((name): Difference => ({part, kind: 'removed', words: whole('gone', name)})),
		];
	}
	const [before, after] = [valueText(was), valueText(value)];
	if (before === '') return [{part, kind: 'added', words: whole('new', after)}];
	if (after === '') return [{part, kind: 'removed', words: whole('gone', before)}];
	if (field !== 'summary') return [{part, kind: 'changed', words: wordChanges(before, after)}];
	const count = sentencesChanged(before, after);
	const note = count === 0 ? 'layout changed' : `${count} sentence${count === 1 ? '' : 's'} changed`;
	return [{part, kind: 'changed', words: wordChanges(before, after), note}];
}

function wordsOfChange({list, id}: ChangeEdit, was: Retro, now: Retro): Difference {
	const part = partsOfLists[list];
	const [before, after] = [itemOf(was, list, id), itemOf(now, list, id)];
	const [old, text] = [
		before === undefined ? '' : itemText(before, was),
		after === undefined ? '' : itemText(after, now),
	];
	return {
		part,
		kind: 'changed',
		words: wordChanges(old, text),
		...(old === text && {note: before?.parent === after?.parent ? 'details changed' : 'asked out of another answer'}),
	};
}

function wordsOfOther(edit: OtherEdit): Difference {
	const [holder, of = ''] = edit.path;
	const part = edit.path.join('.') === 'template' ? 'Template' : edit.path.join('.');
	const [was, value] = [edit.was, edit.value].map((side) => (typeof side === 'string' ? side : undefined));
	if (was !== undefined && value !== undefined) return {part, kind: 'changed', words: wordChanges(was, value)};
	const kind = !('was' in edit) ? 'added' : 'value' in edit ? 'changed' : 'removed';
	// What a merge kept of two people: the values themselves are shown where they are settled.
	if (holder === 'conflicts') {
		const label = Object.hasOwn(fieldParts, of) ? fieldParts[of as FieldName] : 'An entry';
		return {part: 'Two values', kind, words: whole(kind === 'removed' ? 'gone' : 'new', label)};
	}
	return {part, kind, words: whole(kind === 'removed' ? 'gone' : 'new', value ?? was ?? '')};
}

/** An entry as one line. */
function itemText(item: ListItems[ListName], retro: Retro): string {
	if ('at' in item && typeof item.at === 'string' && isInstant(item.at)) {
		const {at, text, phase} = item as ListItems['timeline'];
		const when = dateOf(at) === retro.date ? formatClock(at) : formatMinute(at);
		return `${when} ${text}${phase === undefined ? '' : ` (${phase})`}`;
	}
	if ('question' in item) {
		const {question, answer, rootCause} = item as ListItems['whys'];
		const because = answer === '' ? '' : `Because ${answer}`;
		return [question, because, rootCause ? '-> root cause' : ''].filter((text) => text !== '').join(' ');
	}
	if ('due' in item) {
		const {kind, text, owner, due, status} = item as ListItems['actions'];
		const tail = [owner, due ?? '', status === 'open' ? '' : status].filter((word) => word !== '');
		return [`${kind}:`, text, ...tail].join(' ');
	}
	if ('rule' in item) {
		const {text, rule, reason} = item as ListItems['kept'];
		return `“${text}” (${rule})${reason === '' ? '' : `: ${reason}`}`;
	}
	return (item as ListItems['contributingFactors']).text;
}

function valueText(value: SetEdit['value']): string {
	if (typeof value !== 'string') return '';
	if (isInstant(value)) return `${formatMinute(value)} UTC`;
	return Object.hasOwn(severityNames, value) ? severityNames[value as Severity] : value;
}

function whole(kind: WordPart['kind'], text: string): WordPart[] {
	return text === '' ? [] : [{kind, text}];
}

function signed(sign: string, count: number): string {
	return count === 0 ? '' : `${sign}${count}`;
}
