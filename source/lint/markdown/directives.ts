/**
 * Comments for the lint: `<!-- retro-lint-disable RULE … -->` up to `<!-- retro-lint-enable RULE … -->`, and
 * `<!-- retro-lint-disable-next-line RULE … -->`. RULE is a rule or a category; without one, all are meant.
 */
import type {Finding, Span} from '../finding.ts';
import {opaqueMark} from '../language/tokens.ts';
import {maskInline} from './inline.ts';
import {isPassage, type Mask, type Passage, readBlocks} from './passages.ts';

/** A stretch in which a rule is silent: what it would find to begin there. */
export type Silence = Span & {
	/** Id of a rule or a category; undefined for all. */
	readonly rule: string | undefined;
	/** Where the comment stands that says so. */
	readonly comment: Span;
};

/** A comment that does nothing. */
export type UnusedComment = {
	readonly span: Span;
	/**
	 * `silences-nothing`: nothing is found where it disables. `ends-nothing`: what it enables was not disabled by that
	 * name. `unknown-word`: it begins like a comment for the lint and is none.
	 */
	readonly kind: 'silences-nothing' | 'ends-nothing' | 'unknown-word';
	/** The rule or category that it names, or the word that is unknown; undefined where it names none. */
	readonly name: string | undefined;
};

type Comment = {readonly span: Span; readonly word: string; readonly rules: readonly (string | undefined)[]};

type Read = {readonly silences: readonly Silence[]; readonly astray: readonly UnusedComment[]};

const pattern = /<!--[ \t\n]{0,20}retro-lint-([\w-]{1,40})((?:[ \t\n,]{1,20}[\w.-]{1,60}){0,30})[ \t\n,]{0,20}-->/g;

/**
 * Where rules are silent in a markdown file; what is never enabled again is silent to the end.
 * @param mask may remember what it masked
 */
export function silencesOf(text: string, mask?: Mask): readonly Silence[] {
	return readComments(text, mask).silences;
}

/**
 * The comments of a markdown file that do nothing, in the order of the text.
 * @param findings all that is found there when no comment is heeded
 * @param mask may remember what it masked
 */
export function unusedCommentsOf(text: string, findings: readonly Finding[], mask?: Mask): UnusedComment[] {
	const {silences, astray} = readComments(text, mask);
	const idle = silences
		.filter((silence) => !findings.some((finding) => isSilenced(finding, [silence])))
		.map(({comment, rule}): UnusedComment => ({span: comment, kind: 'silences-nothing', name: rule}));
	return [...idle, ...astray].sort((a, b) => a.span.start - b.span.start);
}

/** Whether one of the silences is about the finding. */
export function isSilenced({rule, category, span}: Finding, silences: readonly Silence[]): boolean {
	return silences.some(
		(silence) =>
			span.start >= silence.start &&
			span.start < silence.end &&
			(silence.rule === undefined || silence.rule === rule || silence.rule === category),
	);
}

function readComments(text: string, mask: Mask = maskInline): Read {
	if (!text.includes('retro-lint-')) return {silences: [], astray: []};
	const silences: Silence[] = [];
	const astray: UnusedComment[] = [];
	let open: Omit<Silence, 'end'>[] = [];
	for (const {span, word, rules} of commentsOf(text, mask)) {
		switch (word) {
			case 'disable':
				open.push(...rules.map((rule) => ({start: span.start, rule, comment: span})));
				break;
			case 'disable-next-line':
				silences.push(
					...rules.map((rule) => ({start: span.end, end: nextLineEnd(text, span.end), rule, comment: span})),
				);
				break;
			case 'enable':
				for (const rule of rules) {
					const ended = open.filter((silence) => rule === undefined || silence.rule === rule);
					if (ended.length === 0) astray.push({span, kind: 'ends-nothing', name: rule});
					silences.push(...ended.map((silence) => ({...silence, end: span.end})));
					open = open.filter((silence) => !ended.includes(silence));
				}
				break;
			default:
				astray.push({span, kind: 'unknown-word', name: `retro-lint-${word}`});
		}
	}
	return {silences: [...silences, ...open.map((silence) => ({...silence, end: text.length}))], astray};
}

/** The comments in their order, without those that are code: an example of one is none. */
function commentsOf(text: string, mask: Mask): Comment[] {
	const isCode = codeFinder(text, mask);
	return [...text.matchAll(pattern)]
		.filter(({index}) => !isCode(index))
		.map(({0: whole, 1: word = '', 2: list = '', index}) => {
			const rules = list.split(/[\s,]+/).filter((rule) => rule !== '');
			return {span: {start: index, end: index + whole.length}, word, rules: rules.length > 0 ? rules : [undefined]};
		});
}

/** Tells whether an offset lies in code; to be asked from the front to the back, so that it takes one pass. */
function codeFinder(text: string, mask: Mask): (at: number) => boolean {
	const {blocks, code} = readBlocks(text, 'document', mask);
	const passages = blocks.filter(isPassage);
	let block = 0;
	let next = 0;
	/** The line outside of all passages that was asked for last: a heading, say. */
	let line = {start: 0, masked: ''};
	return (at) => {
		while (block < code.length && (code[block]?.end ?? 0) <= at) block++;
		if (at >= (code[block]?.start ?? text.length)) return true;
		while (next < passages.length && endOf(passages[next]) <= at) next++;
		const passage = passages[next];
		if (passage !== undefined && at >= passage.start) return passage.masked.charAt(at - passage.start) === opaqueMark;
		if (at >= line.start + line.masked.length) {
			const start = text.lastIndexOf('\n', at) + 1;
			line = {start, masked: mask(text.slice(start, lineEnd(text, at)))};
		}
		return line.masked.charAt(at - line.start) === opaqueMark;
	};
}

function endOf(passage: Passage | undefined): number {
	return passage === undefined ? 0 : passage.start + passage.masked.length;
}

/** The end of the next line in which something stands; a comment may have a line to itself or share one. */
function nextLineEnd(text: string, from: number): number {
	const next = /\n[ \t\r]*(?=\S)/.exec(text.slice(from));
	return next === null ? text.length : lineEnd(text, from + next.index + next[0].length);
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
