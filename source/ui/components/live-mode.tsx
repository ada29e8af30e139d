/** Holds whether somebody notes live, for one sitting, and what has just come from elsewhere. */
import {type ReactNode, useCallback, useMemo, useState} from 'react';
import {useEnvironment} from '../hooks/use-environment.ts';
import {LiveContext, useArrivals} from '../hooks/use-live.ts';

export function LiveMode({startsLive, children}: {startsLive: boolean; children: ReactNode}) {
	const {now} = useEnvironment();
	const [began, setBegan] = useState(() => (startsLive ? now() : null));
	const toggle = useCallback(() => setBegan((before) => (before === null ? now() : null)), [now]);
	const arrived = useArrivals();
	const mode = useMemo(() => ({began, toggle, arrived}), [began, toggle, arrived]);
	return <LiveContext value={mode}>{children}</LiveContext>;
}
