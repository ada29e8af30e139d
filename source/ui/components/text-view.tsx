/** Draws a text's rows: the marks of findings, the margin, the caret. It knows no keys. */
import {Box, type DOMElement, Text} from 'ink';
import {Fragment, memo, useRef} from 'react';
import type {Finding, Span} from '../../lint/finding.ts';
import {windowAround} from '../../text/window.ts';
import {caretPosition, drawnRow, type VisualRow} from '../../text/wrapping.ts';
import {looks, useTheme} from '../theme.ts';
import {Caret} from './caret.tsx';
import {Paint} from './paint.tsx';

/** Columns at the left of each row: the pointer of the focused field, the mark of a finding. */
export const marginColumns = 2;

export function TextView({
	text,
	rows,
	caret,
	height,
	findings,
	placeholder,
}: {
	text: string;
	/** The wrapped rows of `text`. */
	rows: readonly VisualRow[];
	/** UTF-16 offset, or null where the field has no focus. */
	caret: number | null;
	/** Most rows drawn; the window follows the caret. */
	height: number;
	findings: readonly Finding[];
	placeholder: string;
}) {
	const {glyphs, styled} = useTheme();
	const box = useRef<DOMElement>(null);
	const top = useRef(0);
	const position = caret === null ? {row: 0, column: 0} : caretPosition(rows, text, caret);
	top.current = windowAround(rows.length, height, position.row, top.current);
	const visible = rows.slice(top.current, top.current + height);
	return (
		<Box ref={box} flexDirection="column" flexShrink={0}>
			{caret !== null && (
				<Caret within={box} column={marginColumns + position.column} row={position.row - top.current} />
			)}
			{visible.map((row, index) => {
				const spans = findings.map(({span}) => span).filter(({start, end}) => start < row.end && end > row.start);
				const pointer = caret !== null && index === 0 ? glyphs.pointer : ' ';
				return (
					<Text key={row.start} wrap="truncate">
						<Paint look="focus">{pointer}</Paint>
						<Paint>{spans.length > 0 && !styled ? glyphs.warning : ' '}</Paint>
						{text === '' ? (
							<Paint look="quiet">{styled || placeholder === '' ? placeholder : `(${placeholder})`}</Paint>
						) : (
							<Row text={drawnRow(text, row)} marks={marksWithin(row, spans)} />
						)}
					</Text>
				);
			})}
		</Box>
	);
}

/** One row; `marks` is `start-end` pairs relative to it, as text so that an unchanged row is not drawn anew. */
const Row = memo(function Row({text, marks}: {text: string; marks: string}) {
	if (marks === '') return <Text wrap="truncate">{text}</Text>;
	const cuts = marks.split(' ').map((mark) => mark.split('-').map(Number) as [number, number]);
	let at = 0;
	return (
		<Text wrap="truncate">
			{cuts.map(([start, end]) => {
				const before = text.slice(at, start);
				const marked = text.slice(Math.max(at, start), end);
				at = Math.max(at, end);
				return (
					<Fragment key={start}>
						{before}
						<Text {...looks.found}>{marked}</Text>
					</Fragment>
				);
			})}
			{text.slice(at)}
		</Text>
	);
});

function marksWithin(row: VisualRow, spans: readonly Span[]): string {
	const length = row.end - row.start;
	return spans
		.map(({start, end}) => `${Math.max(0, start - row.start)}-${Math.min(length, end - row.start)}`)
		.join(' ');
}
