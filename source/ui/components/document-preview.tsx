/** The document as it will be, a window of its lines under a rule that says which. */
import {Box, Text} from 'ink';
import {memo} from 'react';
import type {DocumentStyle, StyledLine} from '../../export/styled.ts';
import {type Look, looks, useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

const styleLooks: Readonly<Record<DocumentStyle, Look>> = {
	text: looks.plain,
	heading: looks.title,
	strong: looks.title,
	emphasis: looks.emphasis,
	code: looks.phase,
	link: looks.found,
	mark: looks.quiet,
	aside: looks.quiet,
	struck: looks.quiet,
};

export function DocumentPreview({
	lines,
	problem,
	top,
	rows,
}: {
	lines: readonly StyledLine[];
	problem: string | undefined;
	/** The first line shown. */
	top: number;
	/** Rows for the lines, without the rule. */
	rows: number;
}) {
	const {glyphs} = useTheme();
	const {columns} = useLayout().body;
	const title = `${glyphs.rule.repeat(2)} the document `;
	const range = ` ${Math.min(top + 1, lines.length)}-${Math.min(top + rows, lines.length)} of ${lines.length} ${glyphs.rule.repeat(2)}`;
	const gap = Math.max(0, columns - title.length - range.length);
	return (
		<Box flexDirection="column">
			<Box height={1}>
				<Paint look="quiet" columns={columns}>{`${title}${glyphs.rule.repeat(gap)}${range}`}</Paint>
			</Box>
			{problem !== undefined && <Paint look="failure">{problem}</Paint>}
			{[...lines.entries()].slice(top, top + rows).map(([number, line]) => (
				<DocumentLine key={number} line={line} />
			))}
		</Box>
	);
}

const DocumentLine = memo(function DocumentLine({line}: {line: StyledLine}) {
	return (
		<Box height={1} flexShrink={0}>
			<Text wrap="truncate">
				{line.length === 0
					? ' '
					: [...line.entries()].map(([place, {text, style}]) => (
							<Text key={place} {...styleLooks[style]}>
								{text}
							</Text>
						))}
			</Text>
		</Box>
	);
});
