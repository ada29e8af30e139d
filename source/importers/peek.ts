/** Looks at the beginning of a text that arrives in chunks, and gives all of it afterwards. */

export type Peeked = {
	/** The first 64 Ki units, or all where it is shorter. */
	readonly head: string;
	/** The whole text in chunks. To be taken once. */
	all(): AsyncIterable<string>;
	/** The whole text; undefined where it is longer than that, and then `all` still gives it. */
	whole(longest: number): Promise<string | undefined>;
};

const headLength = 64 * 1024;

/** Reads the first chunks of a text, and as much more as is asked for. Rejects with the error of the chunks. */
export async function peek(chunks: AsyncIterable<string>): Promise<Peeked> {
	const rest = chunks[Symbol.asyncIterator]();
	let read: string[] = [];
	let length = 0;
	let ended = false;

	async function more(): Promise<boolean> {
		const next = await rest.next();
		if (next.done === true) {
			ended = true;
			return false;
		}
		read.push(next.value);
		length += next.value.length;
		return true;
	}

	while (length < headLength && (await more()));
	const head = read.join('').slice(0, headLength);
	return {
		head,
		async *all() {
			const begun = read.reverse();
			read = [];
			// Each is let go of when it is given: what was read ahead may be much.
			for (let chunk = begun.pop(); chunk !== undefined; chunk = begun.pop()) yield chunk;
			while (!ended) {
				const next = await rest.next();
				if (next.done === true) return;
				yield next.value;
			}
		},
		async whole(longest) {
			while (length <= longest && (await more()));
			if (length > longest) return undefined;
			return read.join('');
		},
	};
}
