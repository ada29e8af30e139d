/** Every text of a retro that ends in the document, with its address: what the lint reads. */
import {withoutCommand} from './evidence.ts';
import {type FieldPath, itemPath, listOf, type NoteListName, parseItemPath} from './fields.ts';
import type {Retro, TimelineEntry} from './record.ts';
import type {Step} from './steps.ts';
import {orderedTimeline} from './timeline.ts';
import {whyRows} from './whys.ts';

/** `prose` may hold several markdown blocks, `line` is one line of inline markdown. */
export type TextFormat = 'prose' | 'line';

export type DocumentText = {
	readonly path: FieldPath;
	readonly step: Step;
	readonly format: TextFormat;
	readonly text: string;
};

const noteLists = [
	['contributingFactors', 'root-cause'],
	['lessons.wentWell', 'lessons'],
	['lessons.wentWrong', 'lessons'],
	['lessons.gotLucky', 'lessons'],
] as const satisfies readonly (readonly [NoteListName, Step])[];

/** The texts in the order of the document; empty ones are left out. */
export function documentTexts(retro: Retro): DocumentText[] {
	const texts: DocumentText[] = [
		{path: 'title', step: 'details', format: 'line', text: retro.title},
		{path: 'summary', step: 'summary', format: 'prose', text: retro.summary},
		{path: 'impact.users', step: 'impact', format: 'line', text: retro.impact.users},
		{path: 'impact.revenue', step: 'impact', format: 'line', text: retro.impact.revenue},
		{path: 'impact.data', step: 'impact', format: 'line', text: retro.impact.data},
		...orderedTimeline(retro).map(entryText),
		...whyRows(retro.whys).flatMap(({why: {id, question, answer}}) => [
			line(itemPath('whys', id, 'question'), 'root-cause', question),
			line(itemPath('whys', id, 'answer'), 'root-cause', answer),
		]),
		...noteLists.flatMap(([list, step]) =>
			listOf(retro, list).map(({id, text}) => line(itemPath(list, id, 'text'), step, text)),
		),
		...retro.actions.map(({id, text}) => line(itemPath('actions', id, 'text'), 'actions', text)),
	];
	return texts.filter(({text}) => text.trim() !== '');
}

// A timeline may be long, and an edit makes new entries of those alone that it touches.
const entryTexts = new WeakMap<TimelineEntry, DocumentText>();

function entryText(entry: TimelineEntry): DocumentText {
	const known = entryTexts.get(entry);
	if (known !== undefined) return known;
	const text = line(itemPath('timeline', entry.id, 'text'), 'timeline', withoutCommand(entry.text));
	entryTexts.set(entry, text);
	return text;
}

const stepOfField: Readonly<Record<string, Step>> = {
	summary: 'summary',
	'impact.start': 'impact',
	'impact.end': 'impact',
	'impact.users': 'impact',
	'impact.revenue': 'impact',
	'impact.data': 'impact',
	timeline: 'timeline',
	whys: 'root-cause',
	contributingFactors: 'root-cause',
	'lessons.wentWell': 'lessons',
	'lessons.wentWrong': 'lessons',
	'lessons.gotLucky': 'lessons',
	actions: 'actions',
};

/** The step on which a field, a list or an item's part is edited. */
export function stepOf(path: FieldPath): Step {
	return stepOfField[parseItemPath(path)?.list ?? path] ?? 'details';
}

function line(path: FieldPath, step: Step, text: string): DocumentText {
	return {path, step, format: 'line', text};
}
