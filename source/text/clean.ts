/**
 * Text from outside (typed, pasted, read from a file), made safe to store and to draw: nothing in it
 * commands the terminal, reorders what is read, or hides.
 */

/**
 * The text as one line. Escape sequences go as a whole, controls and invisible reordering marks go, each
 * run of line breaks and tabs becomes one space, a lone surrogate becomes U+FFFD. What emoji and scripts
 * need (joiners, variation selectors, combining marks) stays. Cleaning twice changes nothing more; time is
 * linear in the length; never throws.
 */
export function cleanLine(text: string): string {
	return plainLine.test(text) ? text : visible(text).replace(breaksAndTabs, ' ');
}

/**
 * As `cleanLine`, for a text of several lines: every kind of line break becomes `\n`, each where it was
 * typed, and a tab becomes two spaces (four would make a code block of a paragraph in Markdown).
 */
export function cleanProse(text: string): string {
	return plainProse.test(text) ? text : visible(text).replace(anyBreak, '\n').replaceAll('\t', '  ');
}

const plainLine = /^[\x20-\x7e]*$/;
const plainProse = /^[\n\x20-\x7e]*$/;

const breaksAndTabs = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
const anyBreak = /\r\n|[\v\f\r\x85\u2028\u2029]/g;

/** The text without what is not meant to be seen; line breaks and tabs are left. */
function visible(text: string): string {
	return text
		.replace(loneSurrogate, '\ufffd')
		.replace(escapeSequence, '')
		.replace(unseen, '')
		.replace(tags, (found: string, flag: string | undefined) => (flag === undefined ? '' : found));
}

const loneSurrogate = /\p{Surrogate}/gu;

/**
 * ECMA-48, in 7 and in 8 bits. Control strings (OSC, DCS, SOS, PM, APC) go with all they carry when they
 * are closed; of one that is never closed only the opening goes, so that a stray one does not swallow what
 * was written after it. A body may hold no other control but breaks and tabs, which keeps matching linear.
 */
const escapeSequence = new RegExp(
	[
		// CSI: parameters, intermediates, final byte
		'(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?',
		// control strings, closed by BEL or ST
		'(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])(?:[^\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]*(?:\\x07|\\x1b\\\\|\\x9c))?',
		// all others; a final byte that is missing leaves the escape alone
		'\\x1b(?:[ -/]*[0-~])?',
	].join('|'),
	'g',
);

/**
 * C0 and C1 controls but breaks and tabs, then what is invisible: soft hyphen, bidirectional marks,
 * embeddings, overrides and isolates, zero-width space and no-break space, word joiner, invisible
 * operators, deprecated format characters, interlinear annotation.
 */
const unseen =
	/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Tag characters: part of a flag (Scotland's, say) after U+1F3F4, otherwise text that nobody sees. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
