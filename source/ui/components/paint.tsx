/** Text in a look of the theme, cut to a width so that no row ever wraps. */
import {Text} from 'ink';
import {memo, type ReactNode} from 'react';
import {truncate} from '../../text/columns.ts';
import {drawable, type Look, looks, useTheme} from '../theme.ts';

/** One row of text in a look; longer than `columns` it ends in an ellipsis. */
export const Paint = memo(function Paint({
	look = 'plain',
	columns,
	children,
}: {
	look?: keyof typeof looks;
	/** Terminal cells; without it the text is drawn as it is and must fit. */
	columns?: number;
	children: string;
}): ReactNode {
	const {glyphs} = useTheme();
	const style: Look = looks[look];
	const text = drawable(children, glyphs);
	return (
		<Text wrap="truncate" {...style}>
			{columns === undefined ? text : truncate(text, columns, glyphs.ellipsis)}
		</Text>
	);
});
