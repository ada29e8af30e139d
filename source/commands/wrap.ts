/** Running text of our own in lines: plain letters, so that a column is a character. */

/** The words of a text in lines of at most so many columns, joined by line feeds. */
export function wrap(text: string, width: number): string {
	const lines = [''];
	for (const word of text.split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.join('\n');
}
