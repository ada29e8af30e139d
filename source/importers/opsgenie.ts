/** Opsgenie: the logs and notes of an alert, lists of alerts, webhooks. */
import {fromEpoch, readIso} from './absolute-time.ts';
import {type Candidate, kept, leftOut} from './candidate.ts';
import {firstOf, type Json, recordsUnder, textAt, valueAt} from './json-access.ts';
import {nameOf} from './masks.ts';
import type {JsonSource} from './source.ts';

export const opsgenie: JsonSource = {
	kind: 'json',
	name: 'opsgenie',
	title: 'Opsgenie',
	unit: 'entries',
	claims: (value) => recordsUnder(value, 'data').slice(0, 20).some(isOurs),
	*read(value) {
		for (const record of recordsUnder(value, 'data')) yield candidateOf(record);
	},
};

function isOurs(record: Json): boolean {
	const hasOffset = textAt(record, 'offset') !== '' && textAt(record, 'owner') !== '';
	const isAlert = textAt(record, 'tinyId') !== '' && textAt(record, 'message') !== '';
	const isWebhook = textAt(record, 'alert', 'alertId') !== '' && textAt(record, 'action') !== '';
	return (hasOffset && (textAt(record, 'log') !== '' || textAt(record, 'note') !== '')) || isAlert || isWebhook;
}

function candidateOf(record: Json): Candidate {
	const alert = valueAt(record, 'alert');
	if (alert !== undefined) {
		const text = `${textAt(record, 'action')}: ${textAt(alert, 'message')}`;
		const at = timeOf(firstOf(textAt(alert, 'updatedAt'), textAt(alert, 'createdAt')));
		const ref = `opsgenie:${textAt(alert, 'alertId')}/${textAt(record, 'action')}/${at ?? ''}`;
		return kept(at, text, {who: nameOf(textAt(alert, 'username')), ref});
	}
	const at = timeOf(textAt(record, 'createdAt'));
	const offset = textAt(record, 'offset');
	const id = firstOf(offset, textAt(record, 'id'));
	const text = firstOf(
		textAt(record, 'log'),
		textAt(record, 'note'),
		textAt(record, 'message') === '' ? '' : `Alert: ${textAt(record, 'message')}`,
	);
	const who = nameOf(textAt(record, 'owner'));
	const candidate = kept(at, text, {who: who === 'System' ? '' : who, ref: id === '' ? '' : `opsgenie:${id}`});
	// Who was told, and who looked at it, by which way.
	return textAt(record, 'type') === 'alertRecipient' ? leftOut(candidate, 'alertRecipient') : candidate;
}

/** ISO 8601 in the API, milliseconds (and in places nanoseconds) since the epoch in webhooks. */
function timeOf(text: string) {
	return /^1\d{12}(?:\d{6})?$/.test(text) ? fromEpoch(Number(text.slice(0, 13))) : readIso(text);
}
