/** A whole post-mortem in markdown: its title, its day, and the sections that a retro has a place for. */
import type {CalendarDate, Instant} from '../time/instant.ts';
import {dateOf} from '../time/instant.ts';
import {dateOfHeading, dateOfParagraph} from './declared.ts';
import {type Block, frontMatter, markdownBlocks} from './markdown-lines.ts';

export type PostMortem = {
	readonly title: string;
	/** The day in its title, else in a field above its sections: `Date: 2026-11-20`. */
	readonly date: CalendarDate | undefined;
	/** Paragraphs and items, each on its own line. */
	readonly summary: string;
	readonly wentWell: readonly string[];
	readonly wentWrong: readonly string[];
	readonly gotLucky: readonly string[];
};

/** The headings that lead to each part, in the words of the usual templates. */
const sections = {
	summary: /^(?:\d+\.? )?(?:executive |incident |issue )?(?:summary|overview|tl;?dr)\b/i,
	wentWell: /\bwent (?:well|right|good)\b/i,
	wentWrong: /\bwent (?:wrong|badly|poorly)\b|\bdid(?:n't| not) go well\b/i,
	gotLucky: /\b(?:get|got|were) lucky\b/i,
} as const;

/** Null where it has no title: then it is no document. */
export function readPostMortem(text: string, now: Instant): PostMortem | null {
	const blocks = [...markdownBlocks(text, () => false)];
	const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
	const title = titleField(text) ?? (heading?.kind === 'heading' ? heading.text : '');
	if (title === '') return null;
	const near = {date: dateOf(now), past: true};
	const date = dateOfHeading(title, near).date ?? dateOfField(blocks, near);
	const plain = title
		.replace(/^\W*\d{4}-\d\d-\d\d\W*|\W*\d{4}-\d\d-\d\d\W*$/g, '')
		.replace(/^(?:incident )?post[- ]?mortem(?: report)?\s*[:–—-]\s*/i, '')
		.trim();
	const parts = new Map<string, string[]>(Object.keys(sections).map((key) => [key, []]));
	for (const [key, block] of inSections(blocks)) {
		if (!isPlaceholder(block.text)) parts.get(key)?.push(lineOf(block, key));
	}
	const partOf = (key: keyof typeof sections): string[] => parts.get(key) ?? [];
	return {
		title: plain === '' ? title : plain,
		date,
		summary: partOf('summary').join('\n'),
		wentWell: partOf('wentWell'),
		wentWrong: partOf('wentWrong'),
		gotLucky: partOf('gotLucky'),
	};
}

/** The day that is named before the first section. */
function dateOfField(blocks: readonly Block[], near: {date: CalendarDate; past: boolean}): CalendarDate | undefined {
	for (const block of blocks) {
		if (block.kind === 'row' || (block.kind === 'heading' && block.level === 1)) continue;
		if (block.kind === 'heading') return undefined;
		const {date} = dateOfParagraph(block.text, near);
		if (date !== undefined) return date;
	}
	return undefined;
}

/** What our own documents have in the place of what nobody has written yet. */
function isPlaceholder(text: string): boolean {
	return plainText(text) === 'Not recorded yet.';
}

/** Pages of blogs have their title above the text. */
function titleField(text: string): string | undefined {
	const field = frontMatter(text).fields.find((line) => /^title\s*[:=]/i.test(line));
	return field
		?.replace(/^\w+\s*[:=]\s*/, '')
		.replace(/^(["'])(.*)\1$/, '$2')
		.trim();
}

/** A section that is read; one under an item has the depth of that, and ends with the next heading. */
type Open = {readonly key: string; readonly level: number; readonly depth?: number};

/** The blocks of the sections that are known, each with the key of its section. */
function* inSections(blocks: readonly Block[]): Generator<[string, Exclude<Block, {kind: 'heading' | 'row'}>]> {
	let open: Open | undefined;
	for (const block of blocks) {
		const begun = begunBy(block);
		if (begun !== undefined) open = begun;
		else if (open !== undefined && isEndedBy(open, block)) open = undefined;
		if (begun !== undefined || block.kind === 'heading' || block.kind === 'row' || open === undefined) continue;
		yield [open.key, block];
	}
}

/** The section that a block begins: a heading, or an item such as `What went well?` with others under it. */
function begunBy(block: Block): Open | undefined {
	if (block.kind === 'heading') {
		const key = sectionOf(block.text);
		return key === undefined ? undefined : {key, level: block.level};
	}
	if (block.kind !== 'item' || !/^.{1,60}[?:]$/.test(plainText(block.text))) return undefined;
	const key = sectionOf(plainText(block.text));
	if (key === undefined || key === 'summary') return undefined;
	return {key, level: Number.POSITIVE_INFINITY, depth: block.depth};
}

function isEndedBy({level, depth}: Open, block: Block): boolean {
	if (block.kind === 'heading') return block.level <= level;
	return block.kind === 'item' && depth !== undefined && block.depth <= depth;
}

/** The key of the section whose words stand in a heading. */
function sectionOf(heading: string): string | undefined {
	return Object.entries(sections).find(([, words]) => words.test(heading))?.[0];
}

function plainText(text: string): string {
	return text.replaceAll(/[*_]/g, '').trim();
}

function lineOf(block: Exclude<Block, {kind: 'heading' | 'row'}>, key: string): string {
	return block.kind === 'item' && key === 'summary' ? `- ${block.text}` : block.text;
}
