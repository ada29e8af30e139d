/** How many answers are remembered before the memory starts again: several times the longest retro. */
const limit = 5000;

/**
 * The same function, which answers again what it has answered before. For pure functions only.
 * @param answer what is asked
 * @param keyOf a text that stands for the question: two questions with the same one have the same answer
 */
export function remembered<Question, Answer>(
	answer: (question: Question) => Answer,
	keyOf: (question: Question) => string,
): (question: Question) => Answer {
	const known = new Map<string, Answer>();
	return (question) => {
		const key = keyOf(question);
		const before = known.get(key);
		if (before !== undefined) return before;
		const found = answer(question);
		if (known.size >= limit) known.clear();
		known.set(key, found);
		return found;
	};
}
