/** Where the lint has found something in the retro: the paths, for the marks beside rows. */
import {createContext, useContext} from 'react';
import type {FieldPath} from '../../retro/fields.ts';

export const FoundPathsContext = createContext<ReadonlySet<string>>(new Set());

/** Whether the lint has found something in the text at this path. */
export function useIsFound(): (path: FieldPath) => boolean {
	const paths = useContext(FoundPathsContext);
	return (path) => paths.has(path);
}
