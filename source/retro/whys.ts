/**
 * The Whys: a tree in which each question is asked out of the answer before it. A chain goes from a
 * first question to a last answer; where an answer has more than one cause, the chain branches.
 */
import {type Edit, batch, changeItem, removeItem} from './edit.ts';
import type {Retro, Why} from './record.ts';

/** "Ask "Why?" at least 5 times": the guide's section on root cause analysis. */
export const whysToAsk = 5;

export type WhyRow = {
	readonly why: Why;
	/** How many times Why was asked to get here, from 1. */
	readonly depth: number;
	/** How many branches lie on the way here: 0 on the first chain. */
	readonly branch: number;
};

/** The whys in reading order: each chain to its end, then the branches of its last fork, and so on. */
export function whyRows(whys: readonly Why[]): WhyRow[] {
	const known = new Set(whys.map(({id}) => id));
	const children = new Map<string | null, Why[]>();
	for (const why of whys) {
		const parent = why.parent !== null && known.has(why.parent) ? why.parent : null;
		children.set(parent, [...(children.get(parent) ?? []), why]);
	}
	const rows: WhyRow[] = [];
	const visit = (why: Why, depth: number, branch: number): void => {
		if (rows.some((row) => row.why.id === why.id)) return;
		rows.push({why, depth, branch});
		for (const [index, child] of (children.get(why.id) ?? []).entries()) {
			visit(child, depth + 1, index === 0 ? branch : branch + 1);
		}
	};
	for (const first of children.get(null) ?? []) visit(first, 1, 0);
	for (const why of whys) visit(why, 1, 0);
	return rows;
}

/** How often Why was asked and answered on the longest chain. */
export function longestChain(whys: readonly Why[]): number {
	return Math.max(0, ...whyRows(whys).filter(isAnswered).map(({depth}) => depth));
}

/** The ends of the chains: the whys whose answers have not been asked about. */
export function chainEnds(whys: readonly Why[]): Why[] {
	return whys.filter(({id}) => !whys.some(({parent}) => parent === id));
}

/** The first question, made from the title of the incident. */
export function firstQuestion(title: string): string {
	const subject = title.trim().replace(/[.?!]+$/, '');
	return subject === '' ? 'Why did this happen?' : `Why did this happen: ${subject}?`;
}

/** Words that begin a clause in the middle of a sentence in lower case; names keep their capital. */
const lowerCased =
	/^(?:A|An|The|This|That|These|Those|There|It|Its|We|Our|They|Their|No|Not|Some|Many|Most|All|Each|Every|One|Two|In|On|At|For|When|After|Before|During)\b/;

/**
 * The next question, asked out of an answer: `the CPU spiked to 100 %.` becomes
 * `Why is it that the CPU spiked to 100 %?`
 */
export function nextQuestion(answer: string): string {
	const cause = bareAnswer(answer)
		.split(/(?<=[.!?])\s+(?=\p{Lu})/u)[0]
		?.replace(/[.!?;,\s]+$/, '');
	if (cause === undefined || cause === '') return 'Why is that?';
	const noun = /^of\s+(.+)$/i.exec(cause)?.[1];
	return noun === undefined
		? `Why is it that ${cause.replace(lowerCased, (word) => word.toLowerCase())}?`
		: `Why was there ${noun}?`;
}

/** An answer without the `Because` that every answer begins with. */
export function bareAnswer(answer: string): string {
	return answer.trim().replace(/^because[\s,:]+/i, '');
}

/**
 * Reads `Why did it crash? Because the CPU spiked`. Without a question mark all of it is the answer;
 * the answer comes back without its `Because`.
 */
export function parseWhy(text: string): {question: string; answer: string} {
	const mark = text.indexOf('?');
	return mark < 0
		? {question: '', answer: bareAnswer(text)}
		: {question: text.slice(0, mark + 1).trim(), answer: bareAnswer(text.slice(mark + 1))};
}

/** Takes a why away; the whys that were asked out of it are asked out of the one before it instead. */
export function removeWhy(retro: Retro, id: string): Edit | undefined {
	const gone = retro.whys.find((why) => why.id === id);
	if (gone === undefined) return undefined;
	const children = retro.whys.filter(({parent}) => parent === id);
	return batch([
		...children.map((child) => changeItem(retro, 'whys', child.id, {parent: gone.parent})),
		removeItem(retro, 'whys', id),
	]);
}

function isAnswered({why}: WhyRow): boolean {
	return why.answer.trim() !== '';
}
