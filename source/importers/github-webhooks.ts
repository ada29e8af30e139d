/** The payloads of GitHub's webhooks: https://docs.github.com/webhooks/webhook-events-and-payloads */
import {capitalised} from '../text/capitalised.ts';
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {pageOf, refOf} from './github-records.ts';
import {firstOf, isObject, type Json, linkOf, objectOf, objectsOf, textAt, valueAt} from './json-access.ts';

/** Every payload names its repository, whoever caused it, and what it is about. */
export function isGithubWebhook(record: Json): boolean {
	return (
		textAt(record, 'repository', 'full_name') !== '' &&
		isObject(valueAt(record, 'sender')) &&
		(subjectKey(record) !== undefined || valueAt(record, 'commits') !== undefined)
	);
}

/** What a payload may be about, the nearest first: a comment is on an issue, a status of a deployment. */
const subjects = [
	'comment',
	'review',
	'deployment_status',
	'deployment',
	'check_run',
	'check_suite',
	'workflow_run',
	'workflow_job',
	'release',
	'pull_request',
	'issue',
	'alert',
	'discussion',
] as const;

function subjectKey(record: Json): (typeof subjects)[number] | undefined {
	return subjects.find((key) => isObject(valueAt(record, key)));
}

export function* webhookCandidates(record: Json): Generator<Candidate> {
	const key = subjectKey(record);
	const who = textAt(record, 'sender', 'login');
	if (key === undefined) {
		yield push(record, who);
		return;
	}
	const subject = objectOf(valueAt(record, key));
	const action = textAt(record, 'action').replaceAll('_', ' ');
	const isMerge = key === 'pull_request' && action === 'closed' && valueAt(subject, 'merged') === true;
	const done = isMerge ? 'merged' : action;
	const head = `${capitalised(key.replaceAll('_', ' '))} ${done}`.trim();
	const about = aboutOf(record, subject, key);
	const ref = refOf(subject);
	yield kept(timeOf(subject, done), about === '' ? head : `${head}: ${about}`, {
		who,
		ref: ref === '' ? '' : `${ref}/${done}`,
		...pageOf(subject),
	});
}

const creation = ['created_at', 'submitted_at', 'started_at'];

/** When the thing happened that the payload tells of, which is mostly not when the subject was created. */
const timesByAction: Readonly<Record<string, readonly string[]>> = {
	created: creation,
	opened: creation,
	requested: creation,
	queued: creation,
	submitted: ['submitted_at'],
	merged: ['merged_at', 'closed_at'],
	closed: ['closed_at'],
	completed: ['completed_at', 'updated_at'],
	published: ['published_at', 'created_at'],
	released: ['published_at', 'created_at'],
};

function timeOf(subject: Json, done: string) {
	const keys = timesByAction[done] ?? ['updated_at'];
	return readIso(firstOf(...keys.map((name) => textAt(subject, name))));
}

function aboutOf(record: Json, subject: Json, key: string): string {
	const number = firstOf(textAt(record, 'issue', 'number'), textAt(record, 'pull_request', 'number'));
	const title = firstOf(textAt(record, 'issue', 'title'), textAt(record, 'pull_request', 'title'));
	const thread = number === '' ? '' : `#${number} ${title}`.trim();
	const where = textAt(subject, 'environment');
	const version = firstOf(textAt(subject, 'ref'), textAt(record, 'deployment', 'ref'), textAt(subject, 'tag_name'));
	const name = firstOf(textAt(subject, 'name'), textAt(subject, 'head_branch'));
	const state =
		key === 'review' || key === 'deployment_status' ? textAt(subject, 'state') : textAt(subject, 'conclusion');
	const said = key === 'comment' || key === 'review' ? textAt(subject, 'body') : textAt(subject, 'description');
	const deployed = where === '' ? version : `${version} to ${where}`.trim();
	return [thread, deployed, where === '' ? name : '', state, said].filter((part) => part !== '').join(', ');
}

function push(record: Json, who: string): Candidate {
	const commits = objectsOf(valueAt(record, 'commits'));
	const branch = textAt(record, 'ref').replace(/^refs\/(?:heads|tags)\//, '');
	const subjectsOfCommits = commits.map((commit) => textAt(commit, 'message').split('\n')[0] ?? '').join('; ');
	// The time of the last commit is the nearest to the push that it tells.
	const at = readIso(firstOf(textAt(record, 'head_commit', 'timestamp'), textAt(commits.at(-1), 'timestamp')));
	return kept(at, `Push to ${branch}${subjectsOfCommits === '' ? '' : `: ${subjectsOfCommits}`}`, {
		who,
		ref: `github:${textAt(record, 'after')}`,
		...linkOf(textAt(record, 'compare')),
	});
}
