/** Differences between two versions as lines for people. */
import type {Difference} from '../retro/difference-words.ts';
import {aroundChanges, type WordPart} from '../retro/word-changes.ts';
import {cleanLine} from '../text/clean.ts';
import type {Paint} from './colour.ts';

const signs: Readonly<Record<Difference['kind'], string>> = {added: '+', removed: '-', changed: '~', moved: '^'};

/** What is left of unchanged words on either side of a change, in letters. */
const around = 60;

/**
 * `Timeline: + 10:05 on-call acked`; of what changed both wordings, `[-before-]{+after+}` as git marks words, with
 * colour as well where there is any.
 */
export function differenceLines(differences: readonly Difference[], paint: Paint): string[] {
	return differences.flatMap(({part, kind, words, note}) => {
		const text = aroundChanges(words, around)
			.map((word) => marked(word, kind, paint))
			.join('')
			.trim();
		const head = `${paint('title', `${cleanLine(part)}:`)} ${signs[kind]}`;
		if (note === undefined) return [`${head} ${text}`.trimEnd()];
		return [`${head} ${note}`, ...(text === '' ? [] : [`  ${text}`])];
	});
}

function marked({kind, text}: WordPart, of: Difference['kind'], paint: Paint): string {
	const line = cleanLine(text.replaceAll(/\n+/g, ' ¶ '));
	if (kind === 'same') return line;
	const isWhole = of === 'added' || of === 'removed';
	if (kind === 'gone') return paint('error', isWhole ? line : `[-${line}-]`);
	return paint('good', isWhole ? line : `{+${line}+}`);
}
