/** Events of Kubernetes: `kubectl get events -o json`, or `-o yaml`. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept, leftOut} from './candidate.ts';
import {firstOf, type Json, recordsUnder, textAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const kubernetes: JsonSource = {
	kind: 'json',
	name: 'kubernetes',
	title: 'Kubernetes events',
	unit: 'events',
	claims: (value) => itemsOf(value).slice(0, 20).some(isEvent),
	*read(value) {
		for (const item of itemsOf(value)) {
			const candidate = candidateOf(item);
			yield isEvent(item) ? candidate : leftOut(candidate, 'no event');
		}
	},
};

/** Documents of YAML may be lists themselves. */
function itemsOf(value: unknown): Json[] {
	return recordsUnder(value, 'items').flatMap((item) => recordsUnder(item, 'items'));
}

function isEvent(item: Json): boolean {
	const kind = textAt(item, 'kind');
	const timed = ['eventTime', 'firstTimestamp', 'lastTimestamp', 'deprecatedFirstTimestamp'].some((key) =>
		Object.hasOwn(item, key),
	);
	return (kind === 'Event' || kind === '') && textAt(item, 'reason') !== '' && timed;
}

/** Placed where it happened first; how often it came, and until when, stands in the text. */
function candidateOf(item: Json): Candidate {
	const at = (key: string, ...deeper: string[]) => readIso(textAt(item, key, ...deeper));
	const first = at('firstTimestamp') ?? at('deprecatedFirstTimestamp') ?? at('eventTime') ?? at('lastTimestamp');
	const last = at('series', 'lastObservedTime') ?? at('lastTimestamp') ?? at('deprecatedLastTimestamp');
	const time = first ?? at('metadata', 'creationTimestamp');
	const object = item.involvedObject ?? item.regarding;
	const name = [textAt(object, 'kind'), textAt(object, 'name')].filter((part) => part !== '').join(' ');
	const count = Number(
		firstOf(textAt(item, 'series', 'count'), textAt(item, 'count'), textAt(item, 'deprecatedCount'), '1'),
	);
	const until =
		last === undefined || time === undefined || last <= time
			? ''
			: `, until ${last.slice(0, 10)} ${last.slice(11, 16)} UTC`;
	const often = count > 1 ? ` (${count} times${until})` : '';
	const message = firstOf(textAt(item, 'message'), textAt(item, 'note'));
	const said = [textAt(item, 'reason'), message].filter((part) => part !== '').join(': ');
	const id = firstOf(textAt(item, 'metadata', 'uid'), textAt(item, 'metadata', 'name'));
	const more = {who: name, ref: id === '' ? '' : `k8s:${id}`};
	return kept(time, `${said}${often}`, more);
}
