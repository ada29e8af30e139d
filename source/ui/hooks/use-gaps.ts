/** The gaps of the retro, not looked for anew while only a line is being typed that is not entered yet. */
import {useRef} from 'react';
import {type Gap, gapsOf} from '../../retro/gaps.ts';
import type {Retro} from '../../retro/record.ts';
import {isSameButDrafts} from '../../retro/same-but-drafts.ts';
import type {CalendarDate} from '../../time/instant.ts';

/** The same array until something changes that gaps depend on. */
export function useGaps(retro: Retro, today: CalendarDate): readonly Gap[] {
	const last = useRef<{retro: Retro; today: CalendarDate; gaps: readonly Gap[]}>(null);
	if (last.current === null || last.current.today !== today || !isSameButDrafts(last.current.retro, retro)) {
		last.current = {retro, today, gaps: gapsOf(retro, today)};
	}
	return last.current.gaps;
}
