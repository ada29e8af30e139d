/** The layout for the window as it is now; re-renders on resize. */
import {useWindowSize} from 'ink';
import {useMemo} from 'react';
import {type Layout, layoutFor} from '../layout.ts';

/** The same object until the size changes. */
export function useLayoutOfWindow(): Layout {
	const {columns, rows} = useWindowSize();
	return useMemo(() => layoutFor(columns, rows), [columns, rows]);
}
