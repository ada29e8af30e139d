/** Messages of Microsoft Teams, as Microsoft Graph lists those of a chat or channel. */
import {readIso} from './absolute-time.ts';
import {type Candidate, kept, leftOut} from './candidate.ts';
import {htmlText} from './html-text.ts';
import {firstOf, type Json, linkOf, objectsOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const teams: JsonSource = {
	kind: 'json',
	name: 'teams',
	title: 'Microsoft Teams',
	unit: 'messages',
	claims: (value) => recordsUnder(value, 'value', 'messages').slice(0, 20).some(isMessage),
	*read(value) {
		for (const message of recordsUnder(value, 'value', 'messages')) {
			yield candidateOf(message);
			yield* objectsOf(valueAt(message, 'replies')).map(candidateOf);
		}
	},
};

function isMessage(record: Json): boolean {
	return (
		textAt(record, 'createdDateTime') !== '' &&
		valueAt(record, 'body', 'content') !== undefined &&
		valueAt(record, 'messageType') !== undefined
	);
}

function candidateOf(message: Json): Candidate {
	const content = textAt(message, 'body', 'content');
	const isHtml = textAt(message, 'body', 'contentType') === 'html';
	const files = objectsOf(valueAt(message, 'attachments')).flatMap((file) =>
		textAt(file, 'name') === '' ? [] : [`[file: ${textAt(file, 'name')}]`],
	);
	const subject = textAt(message, 'subject');
	const text = [subject, isHtml ? htmlText(content) : content, ...files].filter((part) => part !== '').join(' ');
	const who = firstOf(
		textAt(message, 'from', 'user', 'displayName'),
		textAt(message, 'from', 'application', 'displayName'),
	);
	const parent = textAt(message, 'replyToId');
	const reactions = objectsOf(valueAt(message, 'reactions')).map((reaction) =>
		firstOf(textAt(reaction, 'displayName').toLowerCase(), textAt(reaction, 'reactionType')),
	);
	const candidate = kept(readIso(textAt(message, 'createdDateTime')), text, {
		who,
		ref: `teams:${textAt(message, 'id')}`,
		...linkOf(textAt(message, 'webUrl')),
		...(parent !== '' && {thread: `teams:${parent}`}),
		...(reactions.length > 0 && {reactions}),
	});
	if (textAt(message, 'messageType') !== 'message') return leftOut(candidate, textAt(message, 'messageType'));
	return textAt(message, 'deletedDateTime') === '' ? candidate : leftOut(candidate, 'deleted');
}
