/** Texts that are kept: a screen has about a hundred, and as many again while they are put together. */
export const most = 4000;

/**
 * A pure function of a text that answers again what it has answered before. All is thrown away when it has grown to some
 * screens full, since nothing tells which texts are still drawn.
 *
 * @template Answer
 * @param {(text: string) => Answer} answer
 * @returns {(text: string) => Answer}
 */
export function keepingAnswers(answer) {
	/** @type {Map<string, Answer>} */
	const kept = new Map();
	return (text) => {
		const known = kept.get(text);
		if (known !== undefined) return known;
		const found = answer(text);
		if (kept.size >= most) kept.clear();
		kept.set(text, found);
		return found;
	};
}
