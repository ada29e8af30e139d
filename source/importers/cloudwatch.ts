/** CloudWatch alarms: through SNS, through Lambda, or their history. */
import type {Instant} from '../time/instant.ts';
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, isObject, type Json, recordsUnder, textAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const cloudWatch: JsonSource = {
	kind: 'json',
	name: 'cloudwatch',
	title: 'CloudWatch',
	unit: 'alarms',
	claims: (value) =>
		recordsIn(value)
			.slice(0, 20)
			.some((record) => alarmOf(record) !== undefined || isHistory(record)),
	*read(value) {
		for (const record of recordsIn(value)) yield candidateOf(record);
	},
};

function recordsIn(value: unknown): Json[] {
	return recordsUnder(value, 'Records', 'AlarmHistoryItems').flatMap((record) =>
		recordsUnder(record, 'Records', 'AlarmHistoryItems'),
	);
}

/** The alarm itself, which SNS wraps as a text. */
function alarmOf(record: Json): Json | undefined {
	if (textAt(record, 'AlarmName') !== '' && textAt(record, 'NewStateValue') !== '') return record;
	const message = firstOf(textAt(record, 'Sns', 'Message'), textAt(record, 'Message'));
	if (!message.startsWith('{')) return undefined;
	try {
		const inner: unknown = JSON.parse(message);
		return isObject(inner) && textAt(inner, 'AlarmName') !== '' ? inner : undefined;
	} catch {
		return undefined;
	}
}

function isHistory(record: Json): boolean {
	return textAt(record, 'AlarmName') !== '' && textAt(record, 'HistorySummary') !== '';
}

function candidateOf(record: Json): Candidate {
	const sent = readIso(firstOf(textAt(record, 'Sns', 'Timestamp'), textAt(record, 'Timestamp')));
	const alarm = alarmOf(record);
	if (alarm !== undefined) return alarmCandidate(alarm, sent);
	if (isHistory(record)) {
		const text = `${textAt(record, 'AlarmName')}: ${textAt(record, 'HistorySummary')}`;
		return kept(sent, text, {ref: `cloudwatch:${textAt(record, 'AlarmName')}/${textAt(record, 'Timestamp')}`});
	}
	const text = firstOf(
		textAt(record, 'Sns', 'Subject'),
		textAt(record, 'Subject'),
		textAt(record, 'Sns', 'Message'),
		textAt(record, 'Message'),
	);
	return kept(sent, text, {ref: refOf(firstOf(textAt(record, 'Sns', 'MessageId'), textAt(record, 'MessageId')))});
}

function alarmCandidate(alarm: Json, sent: Instant | undefined): Candidate {
	const at = readIso(textAt(alarm, 'StateChangeTime')) ?? sent;
	const [name, state] = [textAt(alarm, 'AlarmName'), textAt(alarm, 'NewStateValue')];
	const reason = textAt(alarm, 'NewStateReason');
	const text = `Alarm ${name} goes to ${state}${reason === '' ? '' : `: ${reason}`}`;
	return kept(at, text, {ref: `cloudwatch:${firstOf(textAt(alarm, 'AlarmArn'), name)}/${state}/${at ?? ''}`});
}

function refOf(id: string): string {
	return id === '' ? '' : `sns:${id}`;
}
