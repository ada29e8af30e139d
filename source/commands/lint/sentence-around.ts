/** The sentences of a markdown file, looked up by what stands in them. */
import type {Span} from '../../lint/finding.ts';
import {type Passage, passagesOf} from '../../lint/markdown/passages.ts';
import {sentencesOf} from '../../lint/markdown/sentences.ts';

/**
 * Finds the sentence that holds a span; where it is in none, a heading say, its line. To be asked from the front to
 * the back of the text, so that it takes one pass.
 */
export function sentenceFinder(text: string): (span: Span) => Span {
	const passages = passagesOf(text, 'document');
	let next = 0;
	let sentences: readonly Span[] | undefined;
	let at = 0;
	return (span) => {
		for (; next < passages.length && endOf(passages[next]) <= span.start; next++) sentences = undefined;
		const passage = passages[next];
		if (passage === undefined || passage.start > span.start) return lineAround(span, text);
		if (sentences === undefined) {
			sentences = sentencesIn(passage, text);
			at = 0;
		}
		while (at < sentences.length && (sentences[at]?.end ?? 0) <= span.start) at++;
		const sentence = sentences[at];
		const holds = sentence !== undefined && sentence.start <= span.start && span.end <= sentence.end;
		return holds ? sentence : lineAround(span, text);
	};
}

function sentencesIn({start: offset, masked}: Passage, text: string): Span[] {
	return sentencesOf(masked, text.slice(offset, offset + masked.length)).map(({start, end}) => ({
		start: offset + start,
		end: offset + end,
	}));
}

function endOf(passage: Passage | undefined): number {
	return passage === undefined ? 0 : passage.start + passage.masked.length;
}

function lineAround({start, end}: Span, text: string): Span {
	const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end);
	return {start: lineStart, end: lineEnd < 0 ? text.length : lineEnd};
}
