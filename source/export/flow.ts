/** Wrapping of styled text to a width in terminal columns. */
import {columnsOf} from '../text/columns.ts';

export type DocumentStyle =
	| 'text'
	| 'heading'
	| 'strong'
	| 'emphasis'
	| 'struck'
	| 'code'
	| 'link'
	/** Marks that only show the structure: `#`, bullets, numbers, quote bars, rules. */
	| 'mark'
	/** What may stand back: addresses of links. */
	| 'aside';

/** A stretch of one line in one style. */
export type Segment = {readonly text: string; readonly style: DocumentStyle};

/** The segments of one line, from left to right. */
export type StyledLine = readonly Segment[];

/** A word may change its style in the middle: `**foo**,` has two parts. */
type Token =
	| {readonly kind: 'word'; readonly parts: readonly Segment[]}
	| {readonly kind: 'space'; readonly segment: Segment}
	| {readonly kind: 'break'};

/**
 * The segments wrapped at white space to lines of at most `columns`; a word that is longer is broken,
 * never within a grapheme. A line feed in a segment begins a new line.
 */
export function flow(segments: readonly Segment[], columns: number): StyledLine[] {
	const lines = new Lines(Math.max(columns, 1));
	let space: Segment | undefined;
	for (const token of tokensOf(segments)) {
		if (token.kind === 'space') {
			space = token.segment;
			continue;
		}
		if (token.kind === 'break') lines.next();
		else lines.add(token.parts, space);
		space = undefined;
	}
	return lines.all.map(joined);
}

/** The segments as they are, broken at the width only: for code, where white space counts. */
export function chop(segments: readonly Segment[], columns: number): StyledLine[] {
	const lines = new Lines(Math.max(columns, 1));
	lines.add(segments, undefined);
	return lines.all.map(joined);
}

class Lines {
	readonly all: Segment[][] = [[]];
	private used = 0;

	constructor(private readonly columns: number) {}

	next(): void {
		this.all.push([]);
		this.used = 0;
	}

	add(parts: readonly Segment[], space: Segment | undefined): void {
		const length = parts.reduce((sum, {text}) => sum + columnsOf(text), 0);
		if (space !== undefined && this.used > 0) {
			if (this.used + 1 + length > this.columns) this.next();
			else this.put(space, 1);
		}
		for (const part of parts) this.addPart(part);
	}

	private addPart(part: Segment): void {
		const length = columnsOf(part.text);
		if (this.used + length <= this.columns) {
			this.put(part, length);
			return;
		}
		for (const {segment} of new Intl.Segmenter().segment(part.text)) {
			const width = columnsOf(segment);
			if (this.used > 0 && this.used + width > this.columns) this.next();
			this.put({...part, text: segment}, width);
		}
	}

	private put(segment: Segment, length: number): void {
		this.all.at(-1)?.push(segment);
		this.used += length;
	}
}

function tokensOf(segments: readonly Segment[]): Token[] {
	const tokens: Token[] = [];
	let parts: Segment[] | undefined;
	for (const {text, style} of segments) {
		for (const piece of text.split(/(\n| +)/)) {
			if (piece === '') continue;
			if (piece === '\n' || piece.startsWith(' ')) {
				parts = undefined;
				tokens.push(piece === '\n' ? {kind: 'break'} : {kind: 'space', segment: {text: ' ', style}});
			} else if (parts === undefined) {
				parts = [{text: piece, style}];
				tokens.push({kind: 'word', parts});
			} else parts.push({text: piece, style});
		}
	}
	return tokens;
}

/** Neighbours of one style as one segment. */
function joined(segments: readonly Segment[]): StyledLine {
	const line: Segment[] = [];
	for (const segment of segments) {
		const last = line.at(-1);
		if (last?.style === segment.style) line.splice(-1, 1, {...last, text: last.text + segment.text});
		else line.push(segment);
	}
	return line;
}
