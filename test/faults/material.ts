/** The record that the faults befall. */
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';

export const retroIdOfFaults = '2026-11-20-checkout-latency-k3x9';

const created = '2026-11-20T10:00:00Z' as Instant;

/** A retro with nothing on its timeline. */
export function emptyRetro(): Retro {
	return newRetro({id: retroIdOfFaults, now: created, title: 'Checkout latency', severity: 'SEV2'});
}

export function timelineEntry(id: string, text = id): TimelineEntry {
	return {id, at: created, text};
}
