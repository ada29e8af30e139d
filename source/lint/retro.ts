/** The lint over a whole retro, field by field. */
import type {FieldPath} from '../retro/fields.ts';
import {parseItemPath} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import {documentTexts} from '../retro/texts.ts';
import type {Finding} from './finding.ts';
import type {Linter, LintOptions} from './linter.ts';

export type RetroFinding = {
	readonly path: FieldPath;
	readonly step: Step;
	readonly finding: Finding;
	/** The whole text that the finding is on; its span counts from the start of it. */
	readonly text: string;
};

/**
 * What the lint says about every text of the document, in the document's order. What the team decided to keep
 * (the same field, rule and words) is left out.
 */
export function lintRetro(retro: Retro, linter: Linter): RetroFinding[] {
	const kept = new Set(retro.kept.map(({field, rule, text}) => keptKey(field, rule, text)));
	return documentTexts(retro).flatMap(({path, step, format, text}) =>
		linter
			.lint(text, {format, ...optionsFor(path)})
			.filter(({rule, span}) => !kept.has(keptKey(path, rule, text.slice(span.start, span.end))))
			.map((finding) => ({path, step, finding, text})),
	);
}

/** How a field of a retro is to be linted: what it is for, and that the app declares its times as UTC. */
function optionsFor(path: FieldPath): Pick<LintOptions, 'role' | 'utcDeclared'> {
	const item = parseItemPath(path);
	if (path === 'title') return {role: 'title', utcDeclared: true};
	if (item?.list === 'actions') return {role: 'action', utcDeclared: true};
	if (item?.part === 'question') return {role: 'question', utcDeclared: true};
	return {utcDeclared: true};
}

function keptKey(field: string, rule: string, text: string): string {
	return `${field}\n${rule}\n${text}`;
}
