/** The words of a text alone: in lower case, with a space for all that is neither letter nor digit; may be empty. */
export function bareWords(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
