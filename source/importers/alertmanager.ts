/** Alerts of Prometheus: Alertmanager's webhooks and lists, the alerts of Prometheus itself. */
import {millisecondsOf} from '../time/instant.ts';
import {readIso} from './absolute-time.ts';
import {type Candidate, type ImportContext, kept} from './candidate.ts';
import {firstOf, isObject, type Json, linkOf, objectOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const alertmanager: JsonSource = {
	kind: 'json',
	name: 'alertmanager',
	title: 'Alertmanager',
	unit: 'alerts',
	claims: (value) => alertsIn(value).slice(0, 20).some(isAlert),
	*read(value, context) {
		for (const alert of alertsIn(value)) yield* alertCandidates(alert, context);
	},
};

/** The alerts of a webhook, a list, the answer of an API, or of several webhooks one after the other. */
export function alertsIn(value: unknown): Json[] {
	const data = valueAt(value, 'data');
	return recordsUnder(data === undefined ? value : data, 'alerts').flatMap((record) =>
		Array.isArray(valueAt(record, 'alerts')) ? recordsUnder(record, 'alerts') : [record],
	);
}

export function isAlert(record: Json): boolean {
	return (
		isObject(valueAt(record, 'labels')) && (textAt(record, 'startsAt') !== '' || textAt(record, 'activeAt') !== '')
	);
}

/** An entry for its beginning and, where it is over, one for its end. */
export function* alertCandidates(alert: Json, {now}: ImportContext): Generator<Candidate> {
	const labels = objectOf(valueAt(alert, 'labels'));
	const name = firstOf(textAt(labels, 'alertname'), 'An alert');
	const where = Object.keys(labels)
		.filter((key) => telling.has(key))
		.map((key) => `${key}=${textAt(labels, key)}`);
	const severity = textAt(labels, 'severity');
	const about = [...(severity === '' ? [] : [severity]), ...where].join(', ');
	const summary = firstOf(
		...['summary', 'message', 'title', 'description'].map((key) => textAt(alert, 'annotations', key)),
	);
	const start = readIso(firstOf(textAt(alert, 'startsAt'), textAt(alert, 'activeAt')));
	const subject = `${name}${about === '' ? '' : ` (${about})`}`;
	const ref = `alert:${firstOf(textAt(alert, 'fingerprint'), labelText(labels))}/${start ?? ''}`;
	const page = linkOf(...['panelURL', 'dashboardURL', 'generatorURL'].map((key) => textAt(alert, key)));
	yield kept(start, `Alert fires: ${subject}${summary === '' ? '' : `: ${summary}`}`, {ref, ...page});
	const end = readIso(textAt(alert, 'endsAt'));
	// While an alert is active, its end is no more than when it would be given up.
	const isOver = !/^(?:active|firing|suppressed|unprocessed|pending)$/.test(stateOf(alert));
	if (!isOver || end === undefined || start === undefined || end <= start) return;
	if (millisecondsOf(end) > millisecondsOf(now)) return;
	yield kept(end, `Alert is resolved: ${subject}`, {ref: `${ref}/end`, ...page});
}

/** The labels that say what an alert is about; the others are for routing it. */
const telling = new Set(['namespace', 'service', 'job', 'instance', 'pod', 'node', 'cluster', 'env', 'region']);

function stateOf(alert: Json): string {
	return firstOf(textAt(alert, 'status', 'state'), textAt(alert, 'status'), textAt(alert, 'state'));
}

function labelText(labels: Json): string {
	return Object.keys(labels)
		.sort()
		.map((key) => `${key}=${textAt(labels, key)}`)
		.join(',');
}
