/**
 * Puts off the Unicode tables that a first frame in plain letters needs nothing of. `\p{RGI_Emoji}` in string-width
 * costs 18 ms to read and as much to run for the first time; the first `Intl.Segmenter` of a process costs 10 to 20.
 * (`plain-segmenter.mjs` is put in the place of the latter by the build's `define` and `inject`.)
 */
import {readFileSync} from 'node:fs';
import {replaceOnce} from './replace.mjs';

/**
 * Each emoji recommended for interchange holds a character that is shown as emoji by itself, or the selector that asks
 * for it (UTS #51, ED-20 to ED-25), so this small set is asked first.
 */
export const emojiMark = String.raw`[\p{Emoji_Presentation}\uFE0F]`;

/** What string-width asks, as the source of an expression with the flag `v`. */
export const rgiEmoji = String.raw`^\p{RGI_Emoji}$`;

const lateRgiEmoji = `
let rgiEmoji;
const rgiEmojiRegex = {
	test: (segment) =>
		/${emojiMark}/u.test(segment) && (rgiEmoji ??= new RegExp(${JSON.stringify(rgiEmoji)}, 'v')).test(segment),
};
`;

/** @type {import('esbuild').Plugin} */
export const lateUnicode = {
	name: 'late-unicode',
	setup(build) {
		build.onLoad({filter: /[\\/]string-width[\\/]index\.js$/}, ({path}) => ({
			contents: replaceOnce(
				path,
				readFileSync(path, 'utf8'),
				`const rgiEmojiRegex = /${rgiEmoji}/v;`,
				() => lateRgiEmoji,
			),
		}));
	},
};
