/** The comments that keep a wording: they silence its rule around the block that it stands in. */
import type {TextEdit} from 'vscode-languageserver/node';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Finding} from '../lint/finding.ts';
import {type Passage, passagesOf} from '../lint/markdown/passages.ts';

/** An insertion: the offset, and what is put there. */
type Insertion = readonly [at: number, text: string];

/**
 * The edits that put the comments around the paragraph, the list item or the cell; undefined where a comment would
 * break the markdown, or where the wording stands in none of these.
 */
export function keepEdits({rule, category, span}: Finding, document: TextDocument): TextEdit[] | undefined {
	const text = document.getText();
	const passage = passagesOf(text, 'document', itself).find(
		({start, masked}) => start <= span.start && start + masked.length >= span.end,
	);
	// A rule of the team's own may have a longer name than a comment takes.
	const name = rule.length <= longestName ? rule : category;
	const insertions = passage && around(passage, text, name);
	return insertions?.map(([at, newText]) => {
		const position = document.positionAt(at);
		return {range: {start: position, end: position}, newText};
	});
}

const longestName = 60;

function itself(text: string): string {
	return text;
}

function around({start, masked, kind}: Passage, text: string, rule: string): Insertion[] | undefined {
	const [disable, enable] = [`<!-- retro-lint-disable ${rule} -->`, `<!-- retro-lint-enable ${rule} -->`];
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const before = text.slice(lineStart, start);
	const end = start + masked.length;
	if (kind === 'cell') {
		// Without a bar in front, the comment would begin the line and end the table.
		if (!before.includes('|')) return undefined;
		const inner = text.slice(start, end);
		return [
			[end - inner.trimStart().length, disable],
			[start + inner.trimEnd().length, enable],
		];
	}
	const lineBreak = breakOf(text);
	if (kind === 'paragraph') {
		const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
		return [
			[start, `${indent}${disable}${lineBreak}`],
			[end, `${lineBreak}${indent}${enable}`],
		];
	}
	const indent = before.replaceAll(/\S/g, ' ');
	return [
		[start, `${disable}${lineBreak}${indent}`],
		[end, `${lineBreak}${indent}${enable}`],
	];
}

/** How the lines of the text end. */
function breakOf(text: string): string {
	return /\r?\n/.exec(text)?.[0] ?? '\n';
}
