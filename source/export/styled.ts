/** The document as `retro show` prints it. */
import type {DocumentStyle} from './flow.ts';
import {layoutDocument} from './layout.ts';

export type {DocumentStyle, Segment, StyledLine} from './flow.ts';
export {layoutDocument} from './layout.ts';

/** SGR parameters: on and off. None names a colour that could vanish on a light or a dark background. */
const codes: Readonly<Record<DocumentStyle, readonly [number, number] | undefined>> = {
	text: undefined,
	heading: [1, 22],
	strong: [1, 22],
	emphasis: [3, 23],
	struck: [9, 29],
	code: [36, 39],
	link: [4, 24],
	mark: [2, 22],
	aside: [2, 22],
};

/** The document laid out to `columns`, with ANSI styling when `colour` is set; ends in a line feed. */
export function styledDocument(markdown: string, {columns, colour}: {columns: number; colour: boolean}): string {
	return layoutDocument(markdown, columns)
		.map((line) => `${line.map(({text, style}) => (colour ? styled(text, codes[style]) : text)).join('')}\n`)
		.join('');
}

function styled(text: string, code: readonly [number, number] | undefined): string {
	return code === undefined ? text : `\u001B[${code[0]}m${text}\u001B[${code[1]}m`;
}
