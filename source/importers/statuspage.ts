/** Statuspage: incidents with their updates, from its API, its webhooks, or the feed that every page has. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, type Json, linkOf, objectOf, objectsOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const statuspage: JsonSource = {
	kind: 'json',
	name: 'statuspage',
	title: 'Statuspage',
	unit: 'updates',
	claims: (value) =>
		incidentsIn(value)
			.slice(0, 20)
			.some((incident) => Array.isArray(valueAt(incident, 'incident_updates'))),
	*read(value) {
		for (const incident of incidentsIn(value)) yield* candidatesOf(incident);
	},
};

function incidentsIn(value: unknown): Json[] {
	const webhook = valueAt(value, 'incident');
	return webhook === undefined ? recordsUnder(value, 'incidents') : [objectOf(webhook)];
}

function candidatesOf(incident: Json): Candidate[] {
	return objectsOf(valueAt(incident, 'incident_updates')).map((update) => {
		const status = textAt(update, 'status').replaceAll('_', ' ');
		const said = [textAt(incident, 'name'), status].filter((part) => part !== '').join(', ');
		const text = `Status page: ${said}: ${textAt(update, 'body').replace(/<[^>]{1,200}>/g, ' ')}`;
		const at = readIso(firstOf(textAt(update, 'display_at'), textAt(update, 'created_at')));
		const id = textAt(update, 'id');
		return kept(at, text, {ref: id === '' ? '' : `statuspage:${id}`, ...linkOf(textAt(incident, 'shortlink'))});
	});
}
