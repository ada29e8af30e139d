/** The frame around every screen: the same rows in the same places, whatever the screen shows. */
import {Box} from 'ink';
import {createContext, memo, type ReactNode, useContext} from 'react';
import type {Layout} from '../layout.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

export const LayoutContext = createContext<Layout | undefined>(undefined);

/** The layout of the window; throws outside a frame, which is a bug. */
export function useLayout(): Layout {
	const layout = useContext(LayoutContext);
	if (layout === undefined) throw new Error('useLayout needs a LayoutContext around it');
	return layout;
}

/**
 * Header, steps and guide above, finding and keys below; each is left out where the window is too low
 * for it.
 */
export function Frame({
	header,
	steps,
	guide,
	finding,
	keys,
	children,
}: {
	header: ReactNode;
	steps?: ReactNode;
	guide: ReactNode;
	finding: ReactNode;
	keys: ReactNode;
	children: ReactNode;
}) {
	const layout = useLayout();
	return (
		<Box flexDirection="column" width={layout.columns} height={layout.rows} paddingX={layout.margin} overflow="hidden">
			{layout.header && <Box height={1}>{header}</Box>}
			{layout.steps && <Box height={1}>{steps}</Box>}
			{layout.rules && <Rule columns={layout.body.columns} />}
			{layout.guide && <Box height={1}>{guide}</Box>}
			<Box
				flexDirection="column"
				height={layout.body.rows + (layout.rules ? 1 : 0)}
				paddingTop={layout.rules ? 1 : 0}
				overflow="hidden"
			>
				{children}
			</Box>
			{layout.finding && <Box height={1}>{finding}</Box>}
			{layout.rules && <Rule columns={layout.body.columns} />}
			{layout.keys && <Box height={1}>{keys}</Box>}
		</Box>
	);
}

/** A quiet line across the body. */
export const Rule = memo(function Rule({columns}: {columns: number}) {
	const {glyphs} = useTheme();
	return (
		<Box height={1}>
			<Paint look="quiet">{glyphs.rule.repeat(columns)}</Paint>
		</Box>
	);
});
