/** GitHub: `gh … --json`, answers of its two APIs, lists of events and the timeline of an issue, webhooks. */
import type {Candidate} from './candidate.ts';
import {eventCandidate, isGithubEvent} from './github-events.ts';
import {isGithubRecord, recordCandidates} from './github-records.ts';
import {isGithubWebhook, webhookCandidates} from './github-webhooks.ts';
import {isObject, type Json} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const github: JsonSource = {
	kind: 'json',
	name: 'github',
	title: 'GitHub',
	unit: 'entries',
	claims: (value) => recordsIn(value, 20).some((record) => kindOf(record) !== undefined),
	*read(value) {
		for (const record of recordsIn(value, Number.POSITIVE_INFINITY)) yield* candidatesOf(record);
	},
};

function kindOf(record: Json): 'webhook' | 'event' | 'record' | undefined {
	if (isGithubWebhook(record)) return 'webhook';
	if (isGithubEvent(record)) return 'event';
	return isGithubRecord(record) ? 'record' : undefined;
}

function candidatesOf(record: Json): Iterable<Candidate> {
	switch (kindOf(record)) {
		case 'webhook':
			return webhookCandidates(record);
		case 'event':
			return [eventCandidate(record)];
		case 'record':
			return recordCandidates(record);
		case undefined:
			return [];
	}
}

const deepest = 8;

/** The records of an answer, wherever in it they stand: those of GraphQL lie several levels down. */
function recordsIn(value: unknown, most: number): Json[] {
	const found: Json[] = [];
	for (const record of walk(value, 0)) {
		found.push(record);
		if (found.length >= most) break;
	}
	return found;
}

function* walk(part: unknown, depth: number): Generator<Json> {
	if (depth > deepest || typeof part !== 'object' || part === null) return;
	if (isObject(part) && kindOf(part) !== undefined) yield part;
	else for (const inner of Object.values(part)) yield* walk(inner, depth + 1);
}
