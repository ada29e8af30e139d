/** Noting live, while the incident runs: a state of the sitting, and nothing in the record. */
import {createContext, useContext, useEffect, useRef, useState} from 'react';
import {lastNoted, quietFrom} from '../../retro/live.ts';
import type {TimelineEntry} from '../../retro/record.ts';
import {formatDuration} from '../../time/duration.ts';
import {formatClock} from '../../time/format.ts';
import {type Instant, millisecondsOf} from '../../time/instant.ts';
import {useEnvironment} from './use-environment.ts';
import {useSitting} from './use-sitting.ts';

/** Entries that somebody else has just added, by their ids. */
export type Arrivals = ReadonlyMap<string, TimelineEntry>;

const nothing: Arrivals = new Map();

export type Live = {
	/** When it began; null while it is off. */
	readonly began: Instant | null;
	toggle(): void;
	readonly arrived: Arrivals;
};

export const LiveContext = createContext<Live>({began: null, toggle: () => undefined, arrived: nothing});

/** Whether somebody notes live; re-renders when it begins and ends, and when entries come from elsewhere. */
export function useLive(): Live {
	return useContext(LiveContext);
}

/** How long an entry from elsewhere is marked, in milliseconds. */
const freshFor = 10_000;

/** What has just come from elsewhere. */
export function useArrivals(): Arrivals {
	const sitting = useSitting();
	const [arrived, setArrived] = useState(nothing);
	const known = useRef<readonly TimelineEntry[]>(sitting.snapshot().retro.timeline);
	useEffect(() => {
		let timer: NodeJS.Timeout | undefined;
		const unsubscribe = sitting.subscribe((told) => {
			const {timeline} = sitting.snapshot().retro;
			const before = known.current;
			known.current = timeline;
			if (told?.kind !== 'merged' || timeline === before) return;
			const ids = new Set(before.map(({id}) => id));
			const added = timeline.filter(({id}) => !ids.has(id));
			if (added.length === 0) return;
			setArrived(new Map(added.map((entry) => [entry.id, entry])));
			clearTimeout(timer);
			timer = setTimeout(() => setArrived(nothing), freshFor);
		});
		return () => {
			clearTimeout(timer);
			unsubscribe();
		};
	}, [sitting]);
	return arrived;
}

/** Says what comes from elsewhere, when live mode begins and ends, and, once while live, that all has been quiet. */
export function useLiveNotices(say: (notice: string) => void): void {
	const {began, arrived} = useLive();
	const sitting = useSitting();
	const {now} = useEnvironment();
	useEffect(() => {
		if (arrived.size > 0) say(arrivalText([...arrived.values()]));
	}, [arrived, say]);
	useEffect(() => {
		if (began === null) return;
		say('Live: a line without a time is of now. Alt+L ends it.');
		let told: Instant | undefined;
		const timer = setInterval(() => {
			const last = lastNoted(sitting.snapshot().retro.timeline, began);
			if (last === told || millisecondsOf(now()) - millisecondsOf(last) < quietFrom) return;
			told = last;
			say(`Nothing noted for ${formatDuration(quietFrom)}.`);
		}, lookEvery);
		return () => {
			clearInterval(timer);
			say('No longer live.');
		};
	}, [began, now, say, sitting]);
}

/** How often it is looked whether all has been quiet, in milliseconds. */
const lookEvery = 1000;

function arrivalText(added: readonly TimelineEntry[]): string {
	const last = added.at(-1);
	const said = last === undefined ? '' : `${formatClock(last.at)} ${last.text}`;
	return added.length === 1 ? `From elsewhere: ${said}` : `${added.length} entries from elsewhere, the last: ${said}`;
}
