/** Grafana: webhooks of its alerting, and lists of annotations. */
import {fromEpoch} from './absolute-time.ts';
import {alertCandidates, alertsIn, isAlert} from './alertmanager.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, type Json, objectsOf, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const grafana: JsonSource = {
	kind: 'json',
	name: 'grafana',
	title: 'Grafana',
	unit: 'alerts and annotations',
	claims: (value) =>
		objectsOf(value).slice(0, 20).some(isAnnotation) || alertsIn(value).slice(0, 20).some(isGrafanaAlert),
	*read(value, context) {
		const annotations = objectsOf(value).filter(isAnnotation);
		if (annotations.length > 0) yield* annotations.map(annotation);
		else for (const alert of alertsIn(value)) yield* alertCandidates(alert, context);
	},
};

function isGrafanaAlert(record: Json): boolean {
	return (
		isAlert(record) &&
		['valueString', 'silenceURL', 'dashboardURL', 'panelURL'].some((key) => valueAt(record, key) !== undefined)
	);
}

function isAnnotation(record: Json): boolean {
	return (
		typeof valueAt(record, 'time') === 'number' &&
		['dashboardUID', 'panelId', 'newState'].some((key) => valueAt(record, key) !== undefined)
	);
}

/** `time` in milliseconds since the epoch. */
function annotation(record: Json): Candidate {
	const name = textAt(record, 'alertName');
	const state = textAt(record, 'newState');
	const change = name === '' || state === '' ? '' : `Alert ${name} goes to ${state}`;
	const text = [change, textAt(record, 'text').replace(/<[^>]{1,200}>/g, ' ')]
		.filter((part) => part.trim() !== '')
		.join(': ');
	const at = fromEpoch(Number(valueAt(record, 'time')));
	return kept(at, text, {who: firstOf(textAt(record, 'login')), ref: `grafana:${textAt(record, 'id')}`});
}
