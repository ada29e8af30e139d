/** A Slack export, or what the Slack API answers: arrays of messages with their `ts`. */
import noise from '../../data/import-noise.json' with {type: 'json'};
import {readEpochSeconds} from './absolute-time.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {firstOf, type Json, linkOf, objectOf, objectsOf, recordsUnder, textAt, valueAt} from './json-access.ts';
import {slackMarkdown} from './slack-text.ts';
import type {JsonSource} from './source.ts';

export const slackExport: JsonSource = {
	kind: 'json',
	name: 'slack-export',
	title: 'Slack export',
	unit: 'messages',
	claims: (value) => recordsUnder(value, 'messages').slice(0, 20).some(isMessage),
	*read(value, context) {
		for (const message of recordsUnder(value, 'messages')) yield candidateOf(message, context);
	},
};

function isMessage(record: Json): boolean {
	return textAt(record, 'type') === 'message' && /^\d{9,10}\.\d{4,6}$/.test(textAt(record, 'ts'));
}

/** Names by id out of the `users.json` and `channels.json` of an export. */
export function slackNames(users: unknown, channels: unknown): Map<string, string> {
	const people = objectsOf(users).map((user): [string, string] => [
		textAt(user, 'id'),
		firstOf(
			textAt(user, 'profile', 'display_name'),
			textAt(user, 'profile', 'real_name'),
			textAt(user, 'real_name'),
			textAt(user, 'name'),
		),
	]);
	const rooms = objectsOf(channels).map((room): [string, string] => [textAt(room, 'id'), textAt(room, 'name')]);
	return new Map([...people, ...rooms].filter(([id, name]) => id !== '' && name !== ''));
}

const noNames: ReadonlyMap<string, string> = new Map();
const noisySubtypes = new Set(noise.slack.subtypes);

function candidateOf(message: Json, context: ImportContext): Candidate {
	const names = context.names ?? noNames;
	const ts = textAt(message, 'ts');
	const parent = textAt(message, 'thread_ts');
	const text = textOf(message, names);
	const reactions = objectsOf(valueAt(message, 'reactions'));
	const permalink = textAt(message, 'permalink');
	const candidate = kept(readEpochSeconds(ts), text, {
		who: authorOf(message, names),
		ref: `slack:${ts}`,
		...(permalink === '' ? undefined : linkOf(permalink)),
		...(parent === '' || parent === ts ? undefined : {thread: `slack:${parent}`}),
		...(reactions.length === 0 ? undefined : {reactions: reactions.map((reaction) => textAt(reaction, 'name'))}),
	});
	const subtype = textAt(message, 'subtype');
	if (noisySubtypes.has(subtype)) return leftOut(candidate, subtype);
	return valueAt(message, 'hidden') === true ? leftOut(candidate, 'hidden') : candidate;
}

function authorOf(message: Json, names: ReadonlyMap<string, string>): string {
	const user = firstOf(textAt(message, 'user'), textAt(message, 'bot_id'));
	const known = firstOf(names.get(user) ?? '', textAt(message, 'user_profile', 'display_name'));
	if (known !== '') return known;
	return firstOf(
		textAt(message, 'user_profile', 'real_name'),
		textAt(message, 'username'),
		textAt(message, 'bot_profile', 'name'),
		user,
	);
}

function textOf(message: Json, names: ReadonlyMap<string, string>): string {
	const own = slackMarkdown(textAt(message, 'text'), names);
	const isBot = textAt(message, 'bot_id') !== '' || textAt(message, 'subtype') === 'bot_message';
	const files = objectsOf(valueAt(message, 'files'));
	if (!isBot && files.length === 0 && own.trim() !== '') return own;
	// What people's links unfold to is not what they said; of a bot it is all there is.
	const more = isBot || own.trim() === '' ? attachmentTexts(message, names, own) : [];
	const blocks = own.trim() === '' && more.length === 0 ? [blockText(valueAt(message, 'blocks'), names)] : [];
	const named = files.map((file) => `[file: ${firstOf(textAt(file, 'title'), textAt(file, 'name'), 'unnamed')}]`);
	return [own, ...more, ...blocks, ...named].filter((part) => part.trim() !== '').join(' ');
}

function attachmentTexts(message: Json, names: ReadonlyMap<string, string>, own: string): string[] {
	return objectsOf(valueAt(message, 'attachments')).map((attachment) => {
		const at = (key: string): string => slackMarkdown(textAt(attachment, key), names);
		const title = at('title');
		const link = textAt(attachment, 'title_link');
		const linked = title !== '' && /^https?:/.test(link) ? `[${title.replace(/[[\]]/g, '\\$&')}](${link})` : title;
		const fields = objectsOf(valueAt(attachment, 'fields')).map(
			(field) => `${textAt(field, 'title')}: ${slackMarkdown(textAt(field, 'value'), names)}`,
		);
		const parts = [at('pretext'), linked, at('text'), ...fields].filter((part) => part.trim() !== '');
		const said =
			parts.length > 0 ? parts.join(' ') : firstOf(at('fallback'), blockText(valueAt(attachment, 'blocks'), names));
		return own.includes(said) ? '' : said;
	});
}

/** The texts inside blocks, however deep. */
function blockText(blocks: unknown, names: ReadonlyMap<string, string>, depth = 0): string {
	if (depth > 8) return '';
	return objectsOf(blocks)
		.map((block) => {
			const own = textAt(block, 'text') || textAt(objectOf(valueAt(block, 'text')), 'text');
			const user = textAt(block, 'user_id');
			const inner = ['elements', 'fields'].map((key) => blockText(valueAt(block, key), names, depth + 1));
			return [slackMarkdown(own, names), user === '' ? '' : `@${names.get(user) ?? user}`, ...inner].join(' ').trim();
		})
		.filter((part) => part !== '')
		.join(' ');
}
