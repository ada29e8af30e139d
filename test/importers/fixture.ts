/** Imports a text as the command does, in chunks, with a clock at 2026-11-20 10:30 UTC. */
import type {ImportContext} from '../../source/importers/candidate.ts';
import type {Bounds} from '../../source/importers/collection.ts';
import {type Imported, readImport} from '../../source/importers/read-import.ts';
import {sources} from '../../source/importers/sources.ts';
import {readDeclaredZone} from '../../source/importers/zone.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';

export type Said = {
	readonly date?: string;
	readonly tz?: string;
	readonly incidentDate?: string;
	readonly from?: string;
};

export const bare: ImportContext = {
	now: '2026-11-20T10:30:00Z' as Instant,
	date: undefined,
	zone: undefined,
	incidentDate: undefined,
	zones: {},
};

export async function imported(text: string | object, said: Said = {}, bounds: Bounds = {}): Promise<Imported> {
	const zone = said.tz === undefined ? null : readDeclaredZone(said.tz, {});
	const context: ImportContext = {
		...bare,
		date: said.date as CalendarDate | undefined,
		incidentDate: said.incidentDate as CalendarDate | undefined,
		zone: zone?.kind === 'zone' ? zone.zone : undefined,
	};
	const from = sources.find(({name}) => name === said.from);
	const whole = typeof text === 'string' ? text : JSON.stringify(text);
	const result = await readImport(inChunks(whole), context, bounds, from);
	if (result.kind !== 'imported') throw new Error(`nothing is recognised: ${result.kind}`);
	return result.imported;
}

/** The rows as short lines: time, what was assumed, who, text; those left out with their reason in front. */
export async function rowsOf(text: string | object, said: Said = {}, bounds: Bounds = {}): Promise<string[]> {
	const {rows} = await imported(text, said, bounds);
	return rows.map((row) => {
		const time = `${row.at?.slice(0, 10) ?? '—'} ${row.at?.slice(11, row.at.endsWith(':00Z') ? 16 : 19) ?? ''}`.trim();
		const assumed = row.assumed.length > 0 ? ` ?${row.assumed.join(',')}` : '';
		const line = `${time}${assumed} ${row.who === '' ? '' : `${row.who}: `}${row.text}`;
		return row.keep ? line : `(${row.reason}) ${line}`;
	});
}

export async function* inChunks(text: string, size = 7919): AsyncGenerator<string> {
	for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}
