/**
 * Slack's own markup as markdown: https://docs.slack.dev/messaging/formatting-message-text. Mentions become names,
 * code stays as it is.
 */
import {fromEpoch} from './absolute-time.ts';

/** The text of a message as one line of markdown. */
export function slackMarkdown(text: string, names: ReadonlyMap<string, string>): string {
	if (!/[<&*~`]/.test(text)) return text;
	return text
		.split(/(```[\s\S]*?```|`[^`\n]+`)/)
		.map((part, index) => (index % 2 === 1 ? code(part, names) : prose(part, names)))
		.join('');
}

function prose(text: string, names: ReadonlyMap<string, string>): string {
	const styled = text
		.replace(/(?<![\w*])\*(?=\S)([^*\n<>]{0,400}?\S)\*(?![\w*])/g, '**$1**')
		.replace(/(?<![\w~])~(?=\S)([^~\n<>]{0,400}?\S)~(?![\w~])/g, '~~$1~~');
	return unescaped(references(styled, names, true));
}

/** A block of several lines becomes one, since an entry is one line. */
function code(part: string, names: ReadonlyMap<string, string>): string {
	const inner = unescaped(references(part.replace(/^`+|`+$/g, ''), names, false))
		.trim()
		.replace(/\s*\n\s*/g, ' ');
	return inner.includes('`') ? inner : inner === '' ? '' : `\`${inner}\``;
}

function references(text: string, names: ReadonlyMap<string, string>, links: boolean): string {
	return text.replace(/<([^<>\n]{1,4000})>/g, (whole, inner: string) => {
		const bar = inner.indexOf('|');
		const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), inner.slice(bar + 1)];
		if (target.startsWith('@')) return `@${names.get(target.slice(1)) ?? (label || target.slice(1))}`;
		if (target.startsWith('#')) return `#${label || (names.get(target.slice(1)) ?? target.slice(1))}`;
		if (target.startsWith('!')) return special(target.slice(1), label);
		if (target.startsWith('mailto:')) return label || target.slice('mailto:'.length);
		if (!/^(?:https?|ftp|tel|slack):/i.test(target)) return whole;
		if (label === '' || label === target || !links) return target;
		return `[${label.replace(/[[\]]/g, '\\$&')}](${target.replaceAll(')', '%29')})`;
	});
}

/** `!here`, `!subteam^S012|@infra`, `!date^1700000000^{date_short}|…`: the last as a time in UTC, which needs no reader's zone. */
function special(target: string, label: string): string {
	const [kind = '', detail = ''] = target.split('^');
	if (kind === 'date') {
		const at = fromEpoch(Number(detail) * 1000);
		return at === undefined ? label : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
	}
	return `@${(label || kind).replace(/^@/, '')}`;
}

function unescaped(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
