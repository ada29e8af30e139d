/** Google Chat: `messages.json` out of Takeout, or the messages of its API. */
import {type Instant, instantOf} from '../time/instant.ts';
import {readIso} from './absolute-time.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {firstOf, type Json, objectsOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import {nothingKnown, place} from './placement.ts';
import type {JsonSource} from './source.ts';
import {timeParts} from './written-parts.ts';

export const googleChat: JsonSource = {
	kind: 'json',
	name: 'google-chat',
	title: 'Google Chat',
	unit: 'messages',
	claims: (value) => recordsUnder(value, 'messages').slice(0, 20).some(isMessage),
	*read(value, context) {
		for (const message of recordsUnder(value, 'messages')) yield candidateOf(message, context);
	},
};

function isMessage(record: Json): boolean {
	const fromTakeout =
		textAt(record, 'created_date') !== '' && (textAt(record, 'topic_id') !== '' || textAt(record, 'message_id') !== '');
	return fromTakeout || (textAt(record, 'createTime') !== '' && /^spaces\//.test(textAt(record, 'name')));
}

function candidateOf(message: Json, context: ImportContext): Candidate {
	const files = [...objectsOf(valueAt(message, 'attached_files')), ...objectsOf(valueAt(message, 'attachment'))].map(
		(file) => `[file: ${firstOf(textAt(file, 'original_name'), textAt(file, 'contentName'), 'unnamed')}]`,
	);
	const text = [firstOf(textAt(message, 'text'), textAt(message, 'formattedText')), ...files]
		.filter((part) => part !== '')
		.join(' ');
	const who = firstOf(
		textAt(message, 'creator', 'name'),
		textAt(message, 'sender', 'displayName'),
		textAt(message, 'sender', 'name'),
	);
	const id = firstOf(textAt(message, 'message_id'), textAt(message, 'name'));
	const reactions = [
		...objectsOf(valueAt(message, 'reactions')),
		...objectsOf(valueAt(message, 'emojiReactionSummaries')),
	].map((reaction) => textAt(reaction, 'emoji', 'unicode'));
	const at = readIso(textAt(message, 'createTime')) ?? takeoutTime(textAt(message, 'created_date'), context);
	const candidate = kept(at, text, {
		who,
		ref: id === '' ? '' : `gchat:${id}`,
		...(reactions.length > 0 && {reactions}),
	});
	return textAt(message, 'message_state') === 'DELETED' ? leftOut(candidate, 'deleted') : candidate;
}

/** `Thursday, November 3, 2016 at 11:59:50 AM UTC`, with a narrow space before AM since 2023. */
function takeoutTime(text: string, context: ImportContext): Instant | undefined {
	const plain = text.replace(/[\u00a0\u2009\u202f]/g, ' ');
	const habits = {bareDigits: false, halves: false, wholeDays: true, order: undefined, relative: false} as const;
	const parts = timeParts(plain, {date: '2000-01-01' as never, past: false}, habits, context);
	if (parts === null || parts.clock.kind !== 'clock' || parts.day?.kind !== 'date' || parts.zone?.kind !== 'zone')
		return undefined;
	const {clock, day, zone, typedClock} = parts;
	const placed = place(
		{seconds: clock.seconds, typed: typedClock, day: day.date, zone: zone.zone},
		nothingKnown,
		context,
	);
	return placed.kind === 'placed' && day.year ? instantOf(Date.parse(placed.at)) : undefined;
}
