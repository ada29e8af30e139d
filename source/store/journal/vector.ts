/**
 * A version vector: of each writer, how many of its lines a record has in it. It lies in the record as a single short
 * line of text, `k3x9:12 p0q7:40`, the writers in order.
 */

export type Vector = ReadonlyMap<string, number>;

/** A vector of what lies in a record; anything that is none is the empty one. */
export function parseVector(value: unknown): Vector {
	const vector = new Map<string, number>();
	if (typeof value !== 'string') return vector;
	for (const [, writer = '', number] of value.matchAll(/(?<!\S)([\w-]+):(\d{1,15})(?!\S)/g)) {
		vector.set(writer, Number(number));
	}
	return vector;
}

/** The text of a vector; undefined of the empty one. */
export function printVector(vector: Vector): string | undefined {
	if (vector.size === 0) return undefined;
	return [...vector]
		.map(([writer, number]) => `${writer}:${number}`)
		.sort()
		.join(' ');
}

/** Whether a line is among those of a vector. */
export function covers(vector: Vector, line: {readonly writer: string; readonly number: number}): boolean {
	return line.number <= (vector.get(line.writer) ?? 0);
}

/** The vector that has all of these lines too. */
export function withLine(vector: Vector, ...lines: readonly {writer: string; number: number}[]): Vector {
	const result = new Map(vector);
	for (const {writer, number} of lines) result.set(writer, Math.max(number, result.get(writer) ?? 0));
	return result;
}

/** What either vector has. */
export function union(one: Vector, other: Vector): Vector {
	return withLine(one, ...[...other].map(([writer, number]) => ({writer, number})));
}
