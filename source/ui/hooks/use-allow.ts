/** Allowing words of a finding for the whole team, from wherever a finding is open. */
import {createContext, useCallback} from 'react';
import type {Linter} from '../../lint/linter.ts';
import {Problem} from '../../problem.ts';
import {useEnvironment} from './use-environment.ts';

/** Allows words and says so, or says why they could not be allowed. */
export type Allow = (words: string) => Promise<void>;

export const AllowContext = createContext<Allow>(() => Promise.resolve());

/** @param onLinter given the linter that knows it */
export function useAllow(onLinter: (linter: Linter) => void, say: (notice: string) => void): Allow {
	const {allowWords} = useEnvironment();
	return useCallback(
		async (words) => {
			try {
				const {linter, file} = await allowWords(words);
				onLinter(linter);
				say(`"${words}" is not told of any more. It stands in ${file}.`);
			} catch (error) {
				if (!(error instanceof Problem)) throw error;
				say(error.message);
			}
		},
		[allowWords, onLinter, say],
	);
}
