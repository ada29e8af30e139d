/** Events of AWS EventBridge: deployments, scaling, health, alarms. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, type Json, objectOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const eventBridge: JsonSource = {
	kind: 'json',
	name: 'eventbridge',
	title: 'EventBridge',
	unit: 'events',
	claims: (value) => recordsUnder(value, 'Events').slice(0, 20).some(isEvent),
	*read(value) {
		for (const event of recordsUnder(value, 'Events')) yield candidateOf(event);
	},
};

function isEvent(record: Json): boolean {
	return textAt(record, 'detail-type') !== '' && textAt(record, 'source') !== '' && textAt(record, 'time') !== '';
}

function candidateOf(event: Json): Candidate {
	const detail = objectOf(valueAt(event, 'detail'));
	const said = firstOf(
		textAt(detail, 'StatusMessage'),
		textAt(detail, 'state', 'reason'),
		textAt(detail, 'eventDescription'),
		textAt(detail, 'errorMessage'),
	);
	const facts = telling.flatMap((key) => (textAt(detail, key) === '' ? [] : [textAt(detail, key)]));
	const state = firstOf(
		textAt(detail, 'state', 'value'),
		textAt(detail, 'state'),
		textAt(detail, 'status'),
		textAt(detail, 'StatusCode'),
	);
	const about = [...facts, state, said].filter((part) => part !== '').join(', ');
	const text = `${textAt(event, 'detail-type')}${about === '' ? '' : `: ${about}`}`;
	const id = textAt(event, 'id');
	return kept(readIso(textAt(event, 'time')), text, {ref: id === '' ? '' : `aws:${id}`});
}

/** What the events of the usual services are about, in the order of reading. */
const telling = [
	'alarmName',
	'pipeline',
	'stage',
	'action',
	'AutoScalingGroupName',
	'EC2InstanceId',
	'instance-id',
	'deploymentId',
	'application',
	'clusterArn',
	'eventName',
];
