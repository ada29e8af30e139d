/** A filter of rows as it is typed: words of the text or the author, `@author`, `:reaction:`. */
import type {Candidate} from './candidate.ts';

/** Whether a row has all of it. Without regard to case; an empty filter takes every row. */
export function rowFilter(typed: string): (row: Candidate) => boolean {
	const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
	const tests = parts.map((part): ((row: Candidate) => boolean) => {
		const reaction = /^:([^:]+):?$/.exec(part)?.[1];
		if (reaction !== undefined) return ({reactions = []}) => reactions.some((name) => name.startsWith(reaction));
		const author = /^@(.+)$/.exec(part)?.[1];
		if (author !== undefined) return ({who}) => who.toLowerCase().includes(author);
		return ({who, text}) => text.toLowerCase().includes(part) || who.toLowerCase().includes(part);
	});
	return (row) => tests.every((test) => test(row));
}

/** The reactions of the rows with how often each is there, the most frequent first. */
export function reactionCounts(rows: readonly Candidate[]): [name: string, count: number][] {
	const counts = new Map<string, number>();
	for (const {reactions = []} of rows)
		for (const name of new Set(reactions)) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a);
}
