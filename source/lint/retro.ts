/** The lint over a whole retro, field by field. */
import type {FieldPath} from '../retro/fields.ts';
import {parseItemPath} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import {type DocumentText, documentTexts} from '../retro/texts.ts';
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
	const reading = retroLint(linter)(retro);
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

/** Goes through a retro bit by bit, as long as it is asked for the next one; the end gives the findings. */
export type RetroLint = (retro: Retro) => Generator<undefined, RetroFinding[]>;

/**
 * The same for one retro that is linted again and again: a text is read once and what was found in it stands, as the
 * same objects, until the text is another. What was read before somebody asked no further is remembered as well.
 */
export function retroLint(linter: Linter): RetroLint {
	let read = new Map<FieldPath, Read>();
	return function* (retro) {
		const kept = new Set(retro.kept.map(({field, rule, text}) => keptKey(field, rule, text)));
		const stillThere = new Map<FieldPath, Read>();
		const findings: RetroFinding[] = [];
		for (const part of documentTexts(retro)) {
			const {path, text} = part;
			let known = read.get(path);
			if (known?.text !== text) {
				yield* readingAhead(part, linter);
				known = {text, findings: findingsIn(part, linter)};
				read.set(path, known);
				yield;
			}
			stillThere.set(path, known);
			for (const found of known.findings) {
				const {rule, span} = found.finding;
				if (!kept.has(keptKey(path, rule, text.slice(span.start, span.end)))) findings.push(found);
			}
		}
		read = stillThere;
		return findings;
	};
}

type Read = {readonly text: string; readonly findings: readonly RetroFinding[]};

function findingsIn({path, step, format, text}: DocumentText, linter: Linter): RetroFinding[] {
	return linter.lint(text, {format, ...optionsFor(path)}).map((finding) => ({path, step, finding, text}));
}

/** A linter remembers what it read in a sentence, so that a long text costs little once its paragraphs were read. */
function* readingAhead({path, format, text}: DocumentText, linter: Linter): Generator<undefined, void> {
	if (text.length < longText) return;
	for (const paragraph of text.split(/\n\s*\n/)) {
		linter.lint(paragraph, {format, ...optionsFor(path)});
		yield;
	}
}

/** A text of more UTF-16 units takes longer to read than a key may wait. */
const longText = 1000;

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
