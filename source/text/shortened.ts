/** Texts that are cut to fit. */

/** The text, or so much of it that it has `longest` characters with an ellipsis behind. */
export function shortened(text: string, longest: number): string {
	const characters = [...text];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
