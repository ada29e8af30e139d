/** What is open in the retro, for the Review and for whoever asks whether it can be called final. */

import {createContext, useContext} from 'react';
import {counted} from '../../text/counted.ts';
import type {ReviewInput} from '../open-issues.ts';

export const ReviewContext = createContext<ReviewInput>({gaps: [], findings: []});

/** How many things the guide demands before the retro can be called final. */
export function useBlockers(): number {
	return useContext(ReviewContext).gaps.filter(({blocks}) => blocks).length;
}

/** A count of things in words: `1 thing`, `3 things`. */
export function things(count: number): string {
	return counted(count, 'thing');
}
