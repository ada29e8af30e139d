/** The lines of a text that arrives in chunks. */

/** A line longer than this is cut there, so that a text without any break is read in bounded memory. */
const longestLine = 1024 * 1024;

/** Lines in groups as they arrive, without their ends. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
	let rest = '';
	for await (const chunk of chunks) {
		const lines = (rest + chunk).split(/\r\n|\n|\r(?=.)/s);
		rest = lines.pop() ?? '';
		if (rest.length > longestLine) {
			lines.push(rest);
			rest = '';
		}
		if (lines.length > 0) yield lines;
	}
	if (rest !== '') yield [rest.replace(/\r$/, '')];
}
