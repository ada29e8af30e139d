/** The Whys as templates see them: items of numbered lists, a branch nested under the answer it leaves from. */

import type {Retro, Why} from '../retro/record.ts';
import {bareAnswer} from '../retro/why-questions.ts';
import {whyRows} from '../retro/whys.ts';
import {capitalised} from '../text/capitalised.ts';
import {cleanLine} from '../text/clean.ts';
import type {Slots} from './slots.ts';

type Place = {
	/** Spaces that put the item into the list of its branch. */
	readonly indent: string;
	/** `1.` and so on; `1)` in every second of several chains at one place, so that their lists stay apart. */
	readonly marker: string;
	/** Whether a blank line comes before it: it begins a chain that hangs on no other. */
	readonly apart: boolean;
};

/** The items in the order of the document, and the answers that were marked as root causes. */
export function causesView(retro: Retro, slots: Slots) {
	const whys = placedWhys(retro.whys).map(({why, ...place}) => ({
		...place,
		question: slots.line(why.question, 'Why?'),
		answer: isAnswered(why) ? slots.line(`Because ${bareAnswer(why.answer)}`, '') : '_Not answered yet._',
		rootCause: why.rootCause,
	}));
	const rootCauses = retro.whys
		.filter((why) => why.rootCause && isAnswered(why))
		.map(({answer}) => ({text: slots.line(capitalised(bareAnswer(answer)), '')}));
	return {whys, rootCauses};
}

/** A chain goes on in its own list; the other causes of an answer are lists of their own below it. */
function placedWhys(whys: readonly Why[]): (Place & {why: Why})[] {
	const children = new Map<string | null, Why[]>();
	for (const {why, depth} of whyRows(whys)) {
		const parent = depth === 1 ? null : why.parent;
		children.set(parent, [...(children.get(parent) ?? []), why]);
	}
	const chain = (first: Why, indent: string, end: string, apart: boolean): (Place & {why: Why})[] => {
		const items: (Place & {why: Why})[] = [];
		let next: Why | undefined = first;
		for (let number = 1; next !== undefined; number++) {
			const marker = `${number}${end}`;
			items.push({why: next, indent, marker, apart: apart && number === 1});
			const [following, ...branches]: Why[] = children.get(next.id) ?? [];
			const below = indent + ' '.repeat(marker.length + 1);
			items.push(...branches.flatMap((branch, index) => chain(branch, below, endOf(index), false)));
			next = following;
		}
		return items;
	};
	return (children.get(null) ?? []).flatMap((first, index) => chain(first, '', endOf(index), index > 0));
}

function endOf(index: number): string {
	return index % 2 === 0 ? '.' : ')';
}

function isAnswered({answer}: Why): boolean {
	return bareAnswer(cleanLine(answer)) !== '';
}
