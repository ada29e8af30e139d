/** How many answers a generation holds; two are remembered. Each is several times the longest usual retro. */
const limit = 5000;

/**
 * The same function, which answers again what it has answered before. For pure functions only. What was asked lately
 * is remembered longest: when the younger of two generations is full, the older one goes.
 * @param answer what is asked
 * @param keyOf a text that stands for the question: two questions with the same one have the same answer
 */
export function remembered<Question, Answer>(
	answer: (question: Question) => Answer,
	keyOf: (question: Question) => string,
): (question: Question) => Answer {
	let young = new Map<string, Answer>();
	let old = new Map<string, Answer>();
	return (question) => {
		const key = keyOf(question);
		const known = young.get(key);
		if (known !== undefined) return known;
		const found = old.get(key) ?? answer(question);
		if (young.size >= limit) {
			old = young;
			young = new Map();
		}
		young.set(key, found);
		return found;
	};
}
