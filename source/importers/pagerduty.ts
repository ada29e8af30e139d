/** PagerDuty: log entries and notes of its REST API, webhooks of version 2 and 3. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept, leftOut} from './candidate.ts';
import {firstOf, type Json, linkOf, objectOf, objectsOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const pagerDuty: JsonSource = {
	kind: 'json',
	name: 'pagerduty',
	title: 'PagerDuty',
	unit: 'entries',
	claims: (value) => recordsUnder(value, 'log_entries', 'notes', 'messages').slice(0, 20).some(isOurs),
	*read(value) {
		for (const record of recordsUnder(value, 'log_entries', 'notes', 'messages')) yield* candidatesOf(record);
	},
};

function isOurs(record: Json): boolean {
	return (
		/_log_entry(?:_reference)?$/.test(textAt(record, 'type')) ||
		(textAt(record, 'content') !== '' &&
			textAt(record, 'user', 'summary') !== '' &&
			textAt(record, 'created_at') !== '') ||
		/^(?:incident|service)\./.test(textAt(record, 'event', 'event_type')) ||
		(/^incident\./.test(textAt(record, 'event')) && valueAt(record, 'incident') !== undefined)
	);
}

function* candidatesOf(record: Json): Generator<Candidate> {
	if (textAt(record, 'event', 'event_type') !== '') yield webhook(objectOf(valueAt(record, 'event')));
	else if (Array.isArray(valueAt(record, 'log_entries')))
		yield* objectsOf(valueAt(record, 'log_entries')).map(logEntry);
	else if (textAt(record, 'content') !== '') yield note(record);
	else yield logEntry(record);
}

/** Whom a page was sent to, and by which way, is not what happened in the incident. */
const noise = new Set(['notify_log_entry', 'exhaust_escalation_path_log_entry', 'delegate_log_entry']);

function logEntry(entry: Json): Candidate {
	const type = textAt(entry, 'type').replace(/_reference$/, '');
	const subject = firstOf(
		textAt(entry, 'channel', 'subject'),
		textAt(entry, 'event_details', 'description'),
		textAt(entry, 'incident', 'summary'),
	);
	const said = firstOf(textAt(entry, 'note'), textAt(entry, 'channel', 'content'), textAt(entry, 'channel', 'summary'));
	const summary = firstOf(textAt(entry, 'summary'), type.replace(/_log_entry$/, '').replaceAll('_', ' '));
	const detail = type === 'annotate_log_entry' ? said : type === 'trigger_log_entry' ? subject : '';
	const text = detail === '' || summary.includes(detail) ? summary : `${summary}: ${detail}`;
	const at = readIso(textAt(entry, 'created_at'));
	const agent = textAt(entry, 'agent', 'summary');
	// “Acknowledged by Ann” names her already.
	const who = summary.includes(agent) ? '' : agent;
	const page = linkOf(
		textAt(entry, 'html_url'),
		textAt(entry, 'channel', 'html_url'),
		textAt(entry, 'incident', 'html_url'),
	);
	const candidate = kept(at, text, {who, ref: refOf(entry), ...page});
	return noise.has(type) ? leftOut(candidate, type.replace(/_log_entry$/, '')) : candidate;
}

function note(record: Json): Candidate {
	const who = textAt(record, 'user', 'summary');
	return kept(readIso(textAt(record, 'created_at')), textAt(record, 'content'), {who, ref: refOf(record)});
}

function webhook(event: Json): Candidate {
	const type = textAt(event, 'event_type')
		.replace(/^\w+\./, '')
		.replaceAll('_', ' ');
	const data = valueAt(event, 'data');
	const title = firstOf(textAt(data, 'title'), textAt(data, 'incident', 'summary'), textAt(data, 'summary'));
	const said = firstOf(textAt(data, 'content'), textAt(data, 'message'));
	const text = [`Incident ${type}`, said === '' ? title : said].filter((part) => part !== '').join(': ');
	const page = linkOf(textAt(data, 'html_url'), textAt(data, 'incident', 'html_url'));
	const more = {who: textAt(event, 'agent', 'summary'), ref: refOf(event), ...page};
	return kept(readIso(textAt(event, 'occurred_at')), text, more);
}

function refOf(record: Json): string {
	const id = textAt(record, 'id');
	return id === '' ? '' : `pagerduty:${id}`;
}
