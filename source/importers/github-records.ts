/** Issues, pull requests, comments, reviews, runs, releases, deployments and commits of GitHub. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, isObject, type Json, linkOf, objectsOf, textAt, valueAt} from './json-access.ts';

/** Whether it is one of these, by the fields that none of them lacks. */
export function isGithubRecord(record: Json): boolean {
	return shapeOf(record) !== undefined;
}

/** The entries of one record: an issue has one for its opening, its comments and its close. */
export function* recordCandidates(record: Json): Generator<Candidate> {
	const read = shapeOf(record);
	if (read !== undefined) yield* read(record);
}

type Reader = (record: Json) => Iterable<Candidate>;

function shapeOf(record: Json): Reader | undefined {
	const has = (...keys: string[]): boolean =>
		keys.some((key) => valueAt(record, key) !== undefined && valueAt(record, key) !== null);
	const created = has('createdAt', 'created_at', 'submittedAt', 'submitted_at');
	if (has('tagName', 'tag_name') && has('publishedAt', 'published_at', 'createdAt', 'created_at')) return release;
	if (has('workflowName', 'workflow_id') && created) return run;
	if (has('commit') && has('sha') && textAt(record, 'commit', 'message') !== '') return commit;
	if (has('environment') && has('sha', 'state') && created && (has('task') || has('deployment_url'))) return deployment;
	if (has('title') && created && has('number', 'state', 'comments', 'closedAt', 'mergedAt', 'reviews')) return issue;
	const isComment =
		has('body') && created && (isObject(valueAt(record, 'author')) || isObject(valueAt(record, 'user')));
	if (isComment) return comment;
	return !created && (isCommentList(record, 'comments') || isCommentList(record, 'reviews')) ? issue : undefined;
}

/** `gh issue view --json comments` has nothing beside them. */
function isCommentList(record: Json, key: string): boolean {
	return objectsOf(valueAt(record, key)).some((one) => isGithubRecord(one));
}

function* issue(record: Json): Generator<Candidate> {
	const number = textAt(record, 'number');
	const subject = `${number === '' ? '' : `#${number} `}${textAt(record, 'title')}`.trim();
	const what = ['mergedAt', 'merged_at', 'reviews', 'headRefName', 'head', 'pull_request'].some(
		(key) => valueAt(record, key) !== undefined,
	)
		? 'Pull request'
		: 'Issue';
	const ref = refOf(record);
	const page = pageOf(record);
	const opened = timeAt(record, 'createdAt', 'created_at');
	if (opened !== undefined) yield kept(opened, `${what} opened: ${subject}`, {who: personOf(record), ref, ...page});
	const replies = [...objectsOf(valueAt(record, 'comments')), ...objectsOf(valueAt(record, 'reviews'))];
	for (const reply of replies) yield* recordCandidates(reply);
	const merged = timeAt(record, 'mergedAt', 'merged_at');
	const closed = timeAt(record, 'closedAt', 'closed_at');
	const who = firstOf(loginAt(record, 'mergedBy'), loginAt(record, 'merged_by'), loginAt(record, 'closed_by'));
	if (merged !== undefined) yield kept(merged, `${what} merged: ${subject}`, {who, ref: end(ref, 'merged'), ...page});
	else if (closed !== undefined)
		yield kept(closed, `${what} closed: ${subject}`, {who, ref: end(ref, 'closed'), ...page});
}

function* comment(record: Json): Generator<Candidate> {
	const at = timeAt(record, 'submittedAt', 'submitted_at', 'createdAt', 'created_at');
	const state = textAt(record, 'state').toLowerCase().replaceAll('_', ' ');
	const isVerdict = state === 'approved' || state === 'changes requested';
	const text = [isVerdict ? `Review, ${state}` : '', textAt(record, 'body')].filter((part) => part !== '').join(': ');
	yield kept(at, text, {who: personOf(record), ref: refOf(record), ...pageOf(record)});
}

function* run(record: Json): Generator<Candidate> {
	const name = firstOf(textAt(record, 'workflowName'), textAt(record, 'name'));
	const title = firstOf(textAt(record, 'displayTitle'), textAt(record, 'display_title'));
	const subject = [name, title].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(', ');
	const ref = refOf(record);
	const started = timeAt(record, 'startedAt', 'run_started_at', 'createdAt', 'created_at');
	yield kept(started, `Run started: ${subject}`, {who: personOf(record), ref, ...pageOf(record)});
	const conclusion = textAt(record, 'conclusion');
	const ended = timeAt(record, 'updatedAt', 'updated_at');
	if (conclusion !== '' && ended !== undefined)
		yield kept(ended, `Run ended, ${conclusion}: ${subject}`, {ref: end(ref, 'ended'), ...pageOf(record)});
}

function* release(record: Json): Generator<Candidate> {
	const tag = firstOf(textAt(record, 'tagName'), textAt(record, 'tag_name'));
	const name = textAt(record, 'name');
	const text = `Release ${tag}${name === '' || name === tag ? '' : `: ${name}`}`;
	yield kept(timeAt(record, 'publishedAt', 'published_at', 'createdAt', 'created_at'), text, {
		who: personOf(record),
		ref: firstOf(refOf(record), `github:release/${tag}`),
		...pageOf(record),
	});
}

function* deployment(record: Json): Generator<Candidate> {
	const state = textAt(record, 'state');
	const version = firstOf(textAt(record, 'ref'), textAt(record, 'sha').slice(0, 7));
	const where = textAt(record, 'environment');
	const text = state === '' ? `Deployment of ${version} to ${where} begins` : `Deployment to ${where}: ${state}`;
	const said = textAt(record, 'description');
	yield kept(timeAt(record, 'created_at', 'createdAt'), `${text}${said === '' ? '' : `: ${said}`}`, {
		who: personOf(record),
		ref: refOf(record),
		...pageOf(record),
	});
}

function* commit(record: Json): Generator<Candidate> {
	const [subject = ''] = textAt(record, 'commit', 'message').split('\n');
	const at = readIso(
		firstOf(textAt(record, 'commit', 'committer', 'date'), textAt(record, 'commit', 'author', 'date')),
	);
	const who = firstOf(loginAt(record, 'author'), textAt(record, 'commit', 'author', 'name'));
	yield kept(at, `Commit ${textAt(record, 'sha').slice(0, 7)}: ${subject}`, {
		who,
		ref: `github:${textAt(record, 'sha')}`,
		...pageOf(record),
	});
}

function timeAt(record: Json, ...keys: readonly string[]) {
	return readIso(firstOf(...keys.map((key) => textAt(record, key))));
}

/** Who wrote or did it. */
export function personOf(record: Json): string {
	return firstOf(
		...['author', 'user', 'creator', 'actor', 'triggering_actor', 'sender'].map((key) => loginAt(record, key)),
	);
}

function loginAt(record: Json, key: string): string {
	return textAt(record, key, 'login');
}

/** The address of a thing names it for good; what has none has its id. */
export function refOf(record: Json): string {
	const name = firstOf(
		textAt(record, 'html_url'),
		textAt(record, 'url'),
		textAt(record, 'node_id'),
		textAt(record, 'databaseId'),
		textAt(record, 'id'),
	);
	return name === '' ? '' : `github:${name.replace(/^https:\/\/(?:api\.)?github\.com\//, '')}`;
}

/** The page of a thing; of a deployment that of its log. */
export function pageOf(record: Json): {link?: string} {
	const keys = ['html_url', 'url', 'log_url', 'target_url'];
	return linkOf(...keys.map((key) => textAt(record, key)));
}

function end(ref: string, what: string): string {
	return ref === '' ? '' : `${ref}/${what}`;
}
