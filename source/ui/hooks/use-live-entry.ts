/** What live mode makes of a line of the timeline. */

import type {Edit} from '../../retro/edit.ts';
import {impactOf, stampedNow, todoOf} from '../../retro/live.ts';
import type {Phase, Retro} from '../../retro/record.ts';
import type {EntryReading} from '../../time/entry.ts';
import type {Instant} from '../../time/instant.ts';
import {today, useEnvironment} from './use-environment.ts';
import {useLive} from './use-live.ts';

export type LiveEntry = {
	/** Shown in the empty line; undefined where it is not live. */
	readonly placeholder: string | undefined;
	/** Said of a line without a time; undefined where that is no entry. */
	readonly untimed: string | undefined;
	/** The line with the time it is now where it has none and live mode is on. */
	stamped(reading: EntryReading): EntryReading;
	/** What the entry brings with it: the action item of a `TODO: …`, and, live, what its phase says of the impact. */
	besideOf(
		retro: Retro,
		entry: {readonly at: Instant; readonly text: string},
		phase: Phase | undefined,
	): {readonly edits: readonly Edit[]; readonly said: string};
};

/** What live mode does to the entry line; nothing while it is off. */
export function useLiveEntry(): LiveEntry {
	const isLive = useLive().began !== null;
	const environment = useEnvironment();
	return {
		placeholder: isLive ? 'what happens, as of now; or with its time: 1005 acked, -5m alert fired' : undefined,
		untimed: isLive ? '= now, when you press Enter' : undefined,
		stamped: (reading) => (isLive ? stampedNow(reading, environment.now()) : reading),
		besideOf(retro, {at, text}, phase) {
			const all = [todoOf(retro, text, today(environment), environment.newId)];
			if (isLive) all.push(impactOf(retro, phase, at));
			return {
				edits: all.flatMap(({edits}) => edits),
				said: all.flatMap(({said}) => (said === '' ? [] : said)).join(' '),
			};
		},
	};
}
