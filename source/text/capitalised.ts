/** Texts that begin a line. */

/** The text with a capital in front. */
export function capitalised(text: string): string {
	return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
