/** The linter and what it finds in the whole retro, kept off the way to the first frame and of each key. */
import {useEffect, useRef, useState} from 'react';
import type {Linter} from '../../lint/linter.ts';
import type {RetroFinding, RetroLint} from '../../lint/retro.ts';
import type {Retro} from '../../retro/record.ts';
import {isSameButDrafts} from '../../retro/same-but-drafts.ts';
import {inSlices} from '../in-slices.ts';

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

/** The findings in all texts of the retro, a moment after the last edit; kept ones are left out. No key waits for them. */
export function useRetroFindings(retro: Retro, linter: Linter | undefined): readonly RetroFinding[] {
	const [findings, setFindings] = useState<readonly RetroFinding[]>(none);
	const begun = useRef<{linter: Linter; lint: RetroLint}>(undefined);
	const last = useRef<{linter: Linter; retro: Retro}>(undefined);
	useEffect(() => {
		if (linter === undefined) return;
		if (last.current?.linter === linter && isSameButDrafts(last.current.retro, retro)) return;
		let isGone = false;
		let stop = (): void => undefined;
		const timer = setTimeout(() => {
			void import('../../lint/retro.ts').then(({retroLint}) => {
				if (isGone) return;
				if (begun.current?.linter !== linter) begun.current = {linter, lint: retroLint(linter)};
				stop = inSlices(begun.current.lint(retro), (found) => {
					last.current = {linter, retro};
					setFindings((before) => (areTheSame(before, found) ? before : found));
				});
			});
		}, wholeDelay);
		return () => {
			clearTimeout(timer);
			isGone = true;
			stop();
		};
	}, [retro, linter]);
	return findings;
}

const none: readonly RetroFinding[] = [];

/** What was found in a text that is the same is the same objects. */
function areTheSame(before: readonly RetroFinding[], after: readonly RetroFinding[]): boolean {
	return before.length === after.length && before.every((finding, place) => finding === after[place]);
}
