/** The lines of a written document as the blocks they make: headings, items, rows of tables, paragraphs. */

export type Block =
	| {readonly kind: 'heading'; readonly level: number; readonly text: string}
	/** An item of a list, `depth` being the columns it is indented by. */
	| {readonly kind: 'item'; readonly depth: number; readonly text: string}
	| {readonly kind: 'row'; readonly cells: readonly string[]; readonly isHeader: boolean}
	| {readonly kind: 'paragraph'; readonly text: string};

/**
 * The blocks of a text. Lines that run on are joined, code and comments are left out.
 * @param begins whether a line begins something new even where it could run on, because a time stands there
 */
export function* markdownBlocks(text: string, begins: (line: string) => boolean): Generator<Block> {
	const {fields, rest} = frontMatter(text);
	for (const field of fields) yield {kind: 'paragraph', text: field};
	const lines = [...linesOutsideCode(rest)];
	let open: Block | undefined;
	for (const [index, line] of lines.entries()) {
		const block = blockOf(line, lines[index + 1] ?? '');
		if (block === 'nothing') continue;
		if (block === undefined) {
			if (open !== undefined) yield open;
			open = undefined;
			continue;
		}
		if (block.kind === 'paragraph' && runsOn(open) && !begins(block.text)) {
			open = {...open, text: `${open.text} ${block.text}`};
			continue;
		}
		if (open !== undefined) yield open;
		open = block;
	}
	if (open !== undefined) yield open;
}

/** The fields between `---` or `+++` at the head of a page, as lines, and what stands under them. */
export function frontMatter(text: string): {readonly fields: readonly string[]; readonly rest: string} {
	const found = /^(?:\s|<!--[^\n]{0,400}-->)*(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(
		text,
	);
	if (found === null) return {fields: [], rest: text};
	const fields = (found[2] ?? '').split(/\r?\n/).filter((line) => /^\w[\w-]*\s*[:=]/.test(line));
	return {fields, rest: text.slice(found[0].length)};
}

function* linesOutsideCode(text: string): Generator<string> {
	let fence = '';
	for (const raw of text.split(/\r\n|\n|\r/)) {
		const line = raw.replace(/^(?:\s*>\s?)+/, '').replace(/<br\s*\/?>/gi, ' ');
		const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? '';
		if (fence === '' && mark === '') yield line;
		else if (fence === '') fence = mark;
		else if (mark.startsWith(fence)) fence = '';
	}
}

/** Undefined for an empty line, which ends what is open. */
function blockOf(line: string, next: string): Block | 'nothing' | undefined {
	const text = line.trim();
	if (text === '') return undefined;
	if (/^<!--.*-->$|^<img\b[^>]*>$|^!\[[^\]]*\]\([^)]*\)$|^\{:[^}]*\}$|^\[![A-Z]+\]$/.test(text)) return 'nothing';
	const heading = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/.exec(text);
	if (heading !== null) return {kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? ''};
	if (/^(?:=+|-{3,}|\*{3,}|_{3,})$/.test(text)) return 'nothing';
	if (isRow(text) || isDivider(text) || isDivider(next)) return rowOf(text, next);
	const item = /^(\s*)(?:[-*+•‣◦–]|\d{1,3}[.)])\s+(.*)$/.exec(line);
	if (item !== null) {
		const indent = (item[1] ?? '').replaceAll('\t', '    ').length;
		return {kind: 'item', depth: indent, text: (item[2] ?? '').trim()};
	}
	return {kind: 'paragraph', text};
}

function rowOf(text: string, next: string): Block | 'nothing' {
	if (isDivider(text)) return 'nothing';
	return {kind: 'row', cells: cellsOf(text), isHeader: isDivider(next)};
}

function isRow(text: string): boolean {
	return (
		text.startsWith('|') || (text.includes(' | ') && /^[\s|]*(?:[[*~]*\d|[A-Z][a-z]{2,8} +(?:\d\d?\b|\|))/.test(text))
	);
}

function isDivider(line: string): boolean {
	return line.includes('|') && /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/.test(line);
}

function cellsOf(text: string): string[] {
	const inner = text.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
	return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function runsOn(block: Block | undefined): block is Extract<Block, {text: string}> {
	return block?.kind === 'paragraph' || block?.kind === 'item';
}
