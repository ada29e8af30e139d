/** How long the incident runs, in the header, while somebody notes live. */
import {useEffect, useMemo, useState} from 'react';
import {runningSince, stopwatch} from '../../retro/live.ts';
import type {Instant} from '../../time/instant.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useLive} from '../hooks/use-live.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {Paint} from './paint.tsx';

/** Terminal cells that it is given: `LIVE 100:42:10` and a gap. */
export const liveClockColumns = 16;

/** Nothing while it is off. It ticks by itself: nothing else is drawn anew for it. */
export function LiveClock() {
	const {began} = useLive();
	return began === null ? null : <Ticking began={began} />;
}

/** How often the time is looked at, in milliseconds: twice a second, so that none is passed over. */
const tick = 500;

function Ticking({began}: {began: Instant}) {
	const environment = useEnvironment();
	const {impact, timeline} = useRetro();
	const since = useMemo(() => runningSince({impact, timeline}, began), [impact, timeline, began]);
	const [now, setNow] = useState(() => environment.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(environment.now()), tick);
		return () => clearInterval(timer);
	}, [environment]);
	return <Paint look="focus">{`LIVE ${stopwatch(since, now)}  `}</Paint>;
}
