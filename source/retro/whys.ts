/**
 * The Whys: a tree in which each question is asked out of the answer before it. A chain goes from a
 * first question to a last answer; where an answer has more than one cause, the chain branches.
 */
import {batch, changeItem, type Edit, removeItem} from './edit.ts';
import type {Retro, Why} from './record.ts';
import {isSaid} from './said.ts';

export {bareAnswer, firstQuestion, nextQuestion, parseWhy} from './why-questions.ts';

/** "Ask "Why?" at least 5 times": the guide's section on root cause analysis. */
export const whysToAsk = 5;

export type WhyRow = {
	readonly why: Why;
	/** How many times Why was asked to get here, from 1. */
	readonly depth: number;
	/** How many branches lie on the way here: 0 on the first chain. */
	readonly branch: number;
};

/**
 * The whys in reading order: each chain to its end, then the branches of its last fork, and so on.
 * Each why comes once, also where a file's parents are gone or lead in a circle.
 */
export function whyRows(whys: readonly Why[]): WhyRow[] {
	const known = new Set(whys.map(({id}) => id));
	const children = new Map<string | null, Why[]>();
	for (const why of whys) {
		const parent = why.parent !== null && known.has(why.parent) ? why.parent : null;
		const siblings = children.get(parent);
		if (siblings === undefined) children.set(parent, [why]);
		else siblings.push(why);
	}
	const rows: WhyRow[] = [];
	const seen = new Set<Why>();
	// A stack and no recursion: a file with a chain of thousands must open, too. What is next lies on top.
	const visit = (firsts: readonly Why[]): void => {
		const open = firsts.map((why): WhyRow => ({why, depth: 1, branch: 0})).reverse();
		for (let row = open.pop(); row !== undefined; row = open.pop()) {
			const {why, depth, branch} = row;
			if (seen.has(why)) continue;
			seen.add(why);
			rows.push(row);
			const next = (children.get(why.id) ?? []).map(
				(child, index): WhyRow => ({why: child, depth: depth + 1, branch: index === 0 ? branch : branch + 1}),
			);
			open.push(...next.reverse());
		}
	};
	visit(children.get(null) ?? []);
	for (const why of whys) visit([why]);
	return rows;
}

/** How often Why was asked and answered on the longest chain. */
export function longestChain(whys: readonly Why[]): number {
	const answered: number[] = [0];
	let longest = 0;
	for (const {why, depth} of whyRows(whys)) {
		const asked = (answered[depth - 1] ?? 0) + (isSaid(why.answer) ? 1 : 0);
		answered[depth] = asked;
		longest = Math.max(longest, asked);
	}
	return longest;
}

/** The ends of the chains in reading order: the whys whose answers have not been asked about. */
export function chainEnds(whys: readonly Why[]): Why[] {
	const rows = whyRows(whys);
	return rows.filter(({depth}, index) => (rows[index + 1]?.depth ?? 0) <= depth).map(({why}) => why);
}

/**
 * Takes a why away; the whys that were asked out of it are asked out of the one before it instead.
 * Undefined when it is not there.
 */
export function removeWhy(retro: Retro, id: string): Edit | undefined {
	const gone = retro.whys.find((why) => why.id === id);
	if (gone === undefined) return undefined;
	const children = retro.whys.filter((why) => why.parent === id && why.id !== id);
	return batch([
		...children.map((child) =>
			changeItem(retro, 'whys', child.id, {
				parent: gone.parent === child.id || gone.parent === id ? null : gone.parent,
			}),
		),
		removeItem(retro, 'whys', id),
	]);
}
