/** The events of GitHub: those of a user or repository, and the timeline of an issue. */
import {capitalised} from '../text/capitalised.ts';
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {personOf, refOf} from './github-records.ts';
import {firstOf, isObject, type Json, linkOf, objectsOf, textAt, valueAt} from './json-access.ts';

/** `PushEvent` with its payload, or `closed` with its actor. */
export function isGithubEvent(record: Json): boolean {
	const isActivity =
		/^[A-Z]\w+Event$/.test(textAt(record, 'type')) &&
		isObject(valueAt(record, 'payload')) &&
		textAt(record, 'created_at') !== '';
	const isTimeline =
		/^[a-z_-]+$/.test(textAt(record, 'event')) &&
		(isObject(valueAt(record, 'actor')) || isObject(valueAt(record, 'author')) || isObject(valueAt(record, 'user')));
	return isActivity || isTimeline;
}

/** One entry for one event. */
export function eventCandidate(record: Json): Candidate {
	return textAt(record, 'event') === '' ? activity(record) : timelineEvent(record);
}

function activity(record: Json): Candidate {
	const payload = valueAt(record, 'payload');
	const what = words(textAt(record, 'type').replace(/Event$/, ''));
	const action = textAt(payload, 'action').replaceAll('_', ' ');
	const subject = [textAt(record, 'repo', 'name'), subjectOf(payload)].filter((part) => part !== '').join(' ');
	const said = firstOf(
		textAt(payload, 'comment', 'body'),
		textAt(payload, 'review', 'body'),
		objectsOf(valueAt(payload, 'commits'))
			.map((commit) => textAt(commit, 'message').split('\n')[0] ?? '')
			.join('; '),
	);
	const text = `${what}${action === '' ? '' : ` ${action}`} in ${subject}${said === '' ? '' : `: ${said}`}`;
	const id = textAt(record, 'id');
	const ref = firstOf(
		id === '' ? '' : `github:event/${id}`,
		textAt(payload, 'comment', 'html_url') === '' ? '' : refOf(valueAt(payload, 'comment') as Json),
	);
	const page = linkOf(
		...['comment', 'review', 'issue', 'pull_request', 'release'].map((key) => textAt(payload, key, 'html_url')),
	);
	return kept(readIso(textAt(record, 'created_at')), text, {who: personOf(record), ref, ...page});
}

function subjectOf(payload: unknown): string {
	for (const key of ['issue', 'pull_request']) {
		const number = textAt(payload, key, 'number');
		if (number !== '') return `#${number} ${textAt(payload, key, 'title')}`.trim();
	}
	const ref = textAt(payload, 'ref').replace(/^refs\/(?:heads|tags)\//, '');
	return firstOf(
		ref === '' ? '' : `${textAt(payload, 'ref_type')} ${ref}`.trim(),
		textAt(payload, 'release', 'tag_name'),
	);
}

function timelineEvent(record: Json): Candidate {
	const event = textAt(record, 'event').replaceAll(/[_-]/g, ' ');
	const at = readIso(
		firstOf(
			textAt(record, 'created_at'),
			textAt(record, 'submitted_at'),
			textAt(record, 'committer', 'date'),
			textAt(record, 'author', 'date'),
		),
	);
	const about = firstOf(
		textAt(record, 'body'),
		textAt(record, 'message').split('\n')[0] ?? '',
		textAt(record, 'label', 'name'),
		textAt(record, 'assignee', 'login'),
		textAt(record, 'milestone', 'title'),
		textAt(record, 'rename', 'to'),
		textAt(record, 'source', 'issue', 'title'),
		textAt(record, 'commit_id').slice(0, 7),
	);
	const head = event === 'commented' ? '' : capitalised(event);
	const text = [head, about].filter((part) => part !== '').join(': ');
	const who = firstOf(personOf(record), textAt(record, 'author', 'name'));
	return kept(at, text, {
		who,
		ref: firstOf(refOf(record), textAt(record, 'sha') === '' ? '' : `github:${textAt(record, 'sha')}`),
		...linkOf(textAt(record, 'html_url')),
	});
}

/** `PullRequestReview` as Pull request review. */
function words(name: string): string {
	return capitalised(name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());
}
