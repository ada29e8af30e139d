/** A sentence cut into its finite clauses, what leads up to the first, and what joins them. */
import type {Clause, Sentence} from '../../language/clauses.ts';
import {openingOf} from '../../language/tokens.ts';

/** Indices of tokens, half-open: from the subject, or the verb that shares one, to the last word. */
export type Unit = {
	readonly clause: Clause;
	readonly start: number;
	readonly end: number;
	readonly ownSubject: boolean;
};

export type Outline = {
	/** Index of the first token behind bullets and times. */
	readonly opening: number;
	readonly units: readonly Unit[];
	/** Index behind the last word. */
	readonly end: number;
};

const joining = new Set(
	'and but so then thus therefore because since when while although though where until before after as if unless whether which that who whom how what why nor or hence'.split(
		' ',
	),
);

/** The outline of a sentence. Clauses without a finite verb belong to the one before them. */
export function outlineOf(sentence: Sentence): Outline {
	const {tokens, clauses} = sentence;
	const opening = openingOf(tokens);
	const end = tokens.findLastIndex(({type, text}) => type !== 'mark' || text === ')') + 1;
	const finite = clauses.filter(({verb}) => verb.finite);
	const starts = finite.map(({subject, verb}, at) => {
		const after = at === 0 ? 0 : (finite[at - 1]?.verb.end ?? 0);
		const isTied =
			subject?.referent === 'thing' &&
			/^(?:that|which)$/.test(tokens[verb.start - 1]?.norm ?? '') &&
			subject.start < verb.start - 1;
		return subject !== undefined && !isTied && subject.start < verb.start && subject.start >= after
			? subject.start
			: verb.start;
	});
	const units = finite.map((clause, at): Unit => {
		const start = starts[at] ?? clause.verb.start;
		const next = starts[at + 1];
		return {
			clause,
			start,
			end: next === undefined ? end : beforeJoint(sentence, start + 1, next),
			ownSubject: start !== clause.verb.start,
		};
	});
	return {opening, units, end};
}

/** Index behind the last word before the joint that ends at the index. */
function beforeJoint({tokens}: Sentence, from: number, to: number): number {
	let end = to;
	while (end > from && isJoint(tokens[end - 1]?.norm ?? '', tokens[end - 1]?.type)) end--;
	return end;
}

function isJoint(norm: string, type: string | undefined): boolean {
	return joining.has(norm) || (type === 'mark' && norm !== ')');
}

/** The tokens as written. */
export function written({tokens, text}: Sentence, from: number, to: number): string {
	const first = tokens[from];
	const last = tokens[to - 1];
	return first === undefined || last === undefined || to <= from ? '' : text.slice(first.start, last.end);
}
