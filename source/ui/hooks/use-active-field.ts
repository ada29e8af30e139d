/** The hub of the focused text field and what the lint says about it. */
import {isDeepStrictEqual} from 'node:util';
import {createContext, useContext, useEffect, useRef, useState, useSyncExternalStore} from 'react';
import type {Finding} from '../../lint/finding.ts';
import type {Linter} from '../../lint/linter.ts';
import {
	type ActiveField,
	carryFindings,
	createFieldHub,
	type FieldHub,
	type LiveFindings,
	nearestFinding,
} from '../active-field.ts';

export const FieldHubContext = createContext<FieldHub>(createFieldHub());

export const LiveFindingsContext = createContext<LiveFindings | undefined>(undefined);

/** The hub; does not re-render by itself. */
export function useFieldHub(): FieldHub {
	return useContext(FieldHubContext);
}

/** The finding nearest the caret of the focused text; re-renders only when it becomes another. */
export function useNearestFinding(hub: FieldHub, live: LiveFindings | undefined): Finding | undefined {
	return useSyncExternalStore(hub.subscribe, () => {
		const field = hub.current();
		return field !== undefined && live?.id === field.id ? nearestFinding(live.findings, field.caret) : undefined;
	});
}

/** How long the lint waits after a key, in milliseconds: the frames of a burst of keys are drawn first. */
const lintDelay = 100;

/**
 * The findings in the focused text, a moment after each key. Re-renders only when they were made anew.
 * Without a linter yet, or in a field that is no prose, there are none.
 */
export function useLiveFindings(
	hub: FieldHub,
	linter: Linter | undefined,
	kept: (id: string, finding: Finding, text: string) => boolean,
): LiveFindings | undefined {
	const [live, setLive] = useState<LiveFindings>();
	const newest = useRef<LiveFindings>(undefined);
	useEffect(() => {
		let timer: NodeJS.Timeout | undefined;
		const lintNow = (): void => {
			timer = undefined;
			newest.current = sameOrNew(newest.current, lintField(hub.current(), linter, kept));
			setLive(newest.current);
		};
		const lintSoon = (): void => {
			timer ??= setTimeout(lintNow, lintDelay);
		};
		lintSoon();
		const unsubscribe = hub.subscribe(lintSoon);
		return () => {
			clearTimeout(timer);
			unsubscribe();
		};
	}, [hub, linter, kept]);
	return live;
}

/** The findings to mark in a field's text as it is on screen now. */
export function useMarks(id: string, text: string): readonly Finding[] {
	const live = useContext(LiveFindingsContext);
	return live?.id === id ? carryFindings(live.text, live.findings, text) : noFindings;
}

const noFindings: readonly Finding[] = [];

/** What was found before where it is still the same on the text as it is now, so that nothing is drawn anew. */
function sameOrNew(before: LiveFindings | undefined, now: LiveFindings | undefined): LiveFindings | undefined {
	if (before === undefined || now === undefined || before.id !== now.id) return now;
	// Fewer than before are carried where the words of one are gone: that is to be seen.
	const carried = carryFindings(before.text, before.findings, now.text);
	return carried.length === before.findings.length && isDeepStrictEqual(carried, now.findings) ? before : now;
}

/** What the lint says of the focused text as it stands now; undefined without a field or a linter. */
export function lintField(
	field: ActiveField | undefined,
	linter: Linter | undefined,
	kept: (id: string, finding: Finding, text: string) => boolean,
): LiveFindings | undefined {
	if (field === undefined || linter === undefined) return undefined;
	const {id, kind, text, prose, caret} = field;
	if (kind === 'plain' || kind === 'time') return {id, text, findings: noFindings};
	const findings = linter.lint(prose, {
		format: kind === 'prose' ? 'prose' : 'line',
		...(kind === 'action' && {role: 'action' as const}),
		typingAt: caret,
		utcDeclared: true,
	});
	return {id, text, findings: findings.filter((finding) => !kept(id, finding, text))};
}
