/** Says what a text is, without taking it in. */
import {type Imported, readImport} from '../../importers/read-import.ts';
import type {Instant} from '../../time/instant.ts';

/** The source that claims the text; undefined where none does, or nothing is in it. */
export async function recognised(text: string): Promise<Imported['source'] | undefined> {
	const now = '2000-01-01T00:00:00Z' as Instant;
	const context = {now, date: undefined, zone: undefined, incidentDate: undefined, zones: {}};
	const chunks = (async function* () {
		yield text;
	})();
	const read = await readImport(chunks, context);
	return read.kind === 'imported' && read.imported.rows.length > 0 ? read.imported.source : undefined;
}
