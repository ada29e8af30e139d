/**
 * The one error class that is meant for people: it says what is wrong and where (`message`),
 * what to do about it (`hint`), and which exit status the command line ends with.
 * Anything else that is thrown is a bug and is reported as one.
 */
export class Problem extends Error {
	override readonly name = 'Problem';

	/**
	 * @param message what is wrong and where, one sentence, without a final stop when it ends in quoted input
	 * @param hint what to do about it, or `undefined` where there is nothing to add
	 * @param status 2 for wrong use of the command line, 1 for work that failed or for findings
	 */
	constructor(
		message: string,
		readonly hint?: string,
		readonly status: 1 | 2 = 1,
	) {
		super(message);
	}
}

/** A `Problem` of wrong use: exit status 2. */
export function wrongUse(message: string, hint?: string): Problem {
	return new Problem(message, hint, 2);
}
