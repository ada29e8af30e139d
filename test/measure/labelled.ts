/** Sets of labelled texts: one JSON object a line, `{"label", "kind", "text"}`. */
import {existsSync, readFileSync} from 'node:fs';
import type {Category} from '../../source/lint/finding.ts';
import type {Linter} from '../../source/lint/linter.ts';

export type Label = 'blameful' | 'vague-action' | 'non-utc' | 'ambiguous-time' | 'innocent';

export type Labelled = {
	readonly label: Label;
	/** What the text is about, or how it is built: misses are counted by it. */
	readonly kind: string;
	readonly text: string;
};

const timeCategories: ReadonlySet<Category> = new Set<Category>(['non-utc', 'ambiguous-time']);
const actionKinds = new Set(['action-item', 'vague-action']);

/** The texts of a set; empty where there is no such file. Throws where a line is no JSON. */
export function readSet(path: string | URL): Labelled[] {
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Labelled);
}

/** Whether the text stands for an action item, with a box to tick or without. */
export function isAction({kind}: Labelled): boolean {
	return actionKinds.has(kind);
}

/** Whether the lint says something of the wording of a text, read as a document of its own. */
export function isWordingFound(linter: Linter, labelled: Labelled): boolean {
	return linter
		.lint(labelled.text, {format: 'document', ...(isAction(labelled) && {role: 'action' as const})})
		.some(({category}) => !timeCategories.has(category));
}

/** Whether the lint says something of the times of a text, read as a document of its own. */
export function isTimeFound(linter: Linter, {text}: Labelled): boolean {
	return linter.lint(text, {format: 'document'}).some(({category}) => timeCategories.has(category));
}
