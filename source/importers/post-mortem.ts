/** A whole post-mortem in markdown: its title, its day, and the sections that a retro has a place for. */
import type {CalendarDate, Instant} from '../time/instant.ts';
import {dateOf} from '../time/instant.ts';
import {dateOfHeading} from './declared.ts';
import {type Block, frontMatter, markdownBlocks} from './markdown-lines.ts';

export type PostMortem = {
	readonly title: string;
	/** The day in its title. */
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
	gotLucky: /\b(?:got|were) lucky\b/i,
} as const;

/** Null where it has no title: then it is no document. */
export function readPostMortem(text: string, now: Instant): PostMortem | null {
	const blocks = [...markdownBlocks(text, () => false)];
	const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
	const title = titleField(text) ?? (heading?.kind === 'heading' ? heading.text : '');
	if (title === '') return null;
	const {date} = dateOfHeading(title, {date: dateOf(now), past: true});
	const plain = title.replace(/^\W*\d{4}-\d\d-\d\d\W*|\W*\d{4}-\d\d-\d\d\W*$/g, '').trim();
	const parts = new Map<string, string[]>(Object.keys(sections).map((key) => [key, []]));
	for (const [key, block] of inSections(blocks)) parts.get(key)?.push(lineOf(block, key));
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

/** Pages of blogs have their title above the text. */
function titleField(text: string): string | undefined {
	const field = frontMatter(text).fields.find((line) => /^title\s*[:=]/i.test(line));
	return field
		?.replace(/^\w+\s*[:=]\s*/, '')
		.replace(/^(["'])(.*)\1$/, '$2')
		.trim();
}

/** The blocks of the sections that are known, each with the key of its section. */
function* inSections(blocks: readonly Block[]): Generator<[string, Exclude<Block, {kind: 'heading' | 'row'}>]> {
	let open: {readonly key: string; readonly level: number} | undefined;
	for (const block of blocks) {
		if (block.kind === 'heading') {
			const key = Object.entries(sections).find(([, heading]) => heading.test(block.text))?.[0];
			if (key !== undefined) open = {key, level: block.level};
			else if (open !== undefined && block.level <= open.level) open = undefined;
		} else if (open !== undefined && block.kind !== 'row') yield [open.key, block];
	}
}

function lineOf(block: Exclude<Block, {kind: 'heading' | 'row'}>, key: string): string {
	return block.kind === 'item' && key === 'summary' ? `- ${block.text}` : block.text;
}
