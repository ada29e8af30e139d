/** What a record says of how far it has come, `k3x9:12 p0q7:40`: by writer, the number of its last edit in it. */

const pair = /^([\w-]{1,64}):(\d{1,15})$/;

/** The pairs of such a text by writer; undefined of any other value. */
function pairsOf(value: unknown): Map<string, number> | undefined {
	if (typeof value !== 'string' || value === '') return undefined;
	const found = value.split(' ').map((word) => pair.exec(word));
	if (!found.every((match) => match !== null)) return undefined;
	return new Map(found.map(([, writer = '', number]) => [writer, Number(number)]));
}

/** What has come as far as both of two, or undefined where one of them is no such text. */
export function mergeVectors(one: unknown, other: unknown): string | undefined {
	const [first, second] = [pairsOf(one), pairsOf(other)];
	if (first === undefined || second === undefined) return undefined;
	for (const [writer, number] of second) first.set(writer, Math.max(number, first.get(writer) ?? 0));
	return [...first]
		.map(([writer, number]) => `${writer}:${number}`)
		.sort()
		.join(' ');
}
