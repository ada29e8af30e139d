/** The linter and what it finds in the whole retro, kept off the way to the first frame and of each key. */
import {isDeepStrictEqual} from 'node:util';
import {useEffect, useState} from 'react';
import type {Linter} from '../../lint/linter.ts';
import type {RetroFinding} from '../../lint/retro.ts';
import type {Retro} from '../../retro/record.ts';

/** How long after the last edit the retro is linted as a whole, in milliseconds. */
const wholeDelay = 200;

/** The linter once it is loaded, undefined until then, and how another takes its place. `load` must be stable. */
export function useLinter(load: () => Promise<Linter>): [Linter | undefined, (linter: Linter) => void] {
	const [linter, setLinter] = useState<Linter>();
	useEffect(() => {
		let isMounted = true;
		void load().then((loaded) => {
			if (isMounted) setLinter(loaded);
		});
		return () => {
			isMounted = false;
		};
	}, [load]);
	return [linter, setLinter];
}

/** The findings in all texts of the retro, a moment after the last edit; kept ones are left out. */
export function useRetroFindings(retro: Retro, linter: Linter | undefined): readonly RetroFinding[] {
	const [findings, setFindings] = useState<readonly RetroFinding[]>(none);
	useEffect(() => {
		if (linter === undefined) return;
		const timer = setTimeout(() => {
			void import('../../lint/retro.ts').then(({lintRetro}) => {
				const found = lintRetro(retro, linter);
				setFindings((before) => (isDeepStrictEqual(before, found) ? before : found));
			});
		}, wholeDelay);
		return () => clearTimeout(timer);
	}, [retro, linter]);
	return findings;
}

const none: readonly RetroFinding[] = [];
