/** What the times on a command line are read against. */
import type {Retro} from '../retro/record.ts';
import {lastEntered} from '../retro/timeline.ts';
import type {TimeContext} from '../time/context.ts';
import type {Instant} from '../time/instant.ts';

/** `zones` are the abbreviations that the team has settled. */
export function timeContextOf(retro: Retro, now: Instant, zones: TimeContext['zones']): TimeContext {
	return {
		now,
		previous: lastEntered(retro)?.at ?? null,
		incidentStart: retro.impact.start,
		incidentDate: retro.date,
		...(zones !== undefined && {zones}),
	};
}
