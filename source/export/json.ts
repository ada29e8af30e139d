/** The record as data, for scripts and for `retro import`. */
import type {Retro} from '../retro/record.ts';
import {visibleJson} from '../text/visible-json.ts';

/** The order of a record's parts; what is not named here follows after them. */
const order = [
	'schemaVersion',
	'id',
	'createdAt',
	'updatedAt',
	'title',
	'severity',
	'status',
	'date',
	'facilitator',
	'participants',
	'services',
	'summary',
	'impact',
	'timeline',
	'whys',
	'contributingFactors',
	'lessons',
	'actions',
	'kept',
] as const satisfies readonly (keyof Retro)[];

/**
 * The record as JSON in a stable order, indented by two spaces, ending in a line feed. Lines that are
 * being typed (`drafts`) are nobody else's affair and left out.
 */
export function renderJson(retro: Retro): string {
	const {drafts: _drafts, ...record} = retro;
	const known = Object.fromEntries(order.map((key) => [key, record[key]]));
	return `${visibleJson(JSON.stringify({...known, ...record}, undefined, 2))}\n`;
}
