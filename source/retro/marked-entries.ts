/** What is done to several timeline entries at once, each as one step to undo. */
import {apply, batch, changeItem, type Edit, removeItem} from './edit.ts';
import {phaseAfter} from './phase-cycle.ts';
import {type Phase, phases, type Retro} from './record.ts';
import {orderedTimeline} from './timeline.ts';

/** The edit that takes these entries away. */
export function removeEntries(retro: Retro, ids: ReadonlySet<string>): Edit | undefined {
	return inTurn(retro, [...ids], (now, id) => removeItem(now, 'timeline', id));
}

/**
 * The edit that gives these entries the next phases in turn, the earliest entry first: each phase is one
 * moment, so that several entries stand for several phases. Made once more it begins one phase further on, and
 * in the end takes them all away. Phases of other entries stay where they are.
 */
export function givePhasesInTurn(retro: Retro, ids: ReadonlySet<string>): Edit | undefined {
	const marked = orderedTimeline(retro).filter(({id}) => ids.has(id));
	const others = retro.timeline.filter(({id}) => !ids.has(id));
	const first = phaseAfter({...retro, timeline: others}, marked[0]?.phase);
	const taken = new Set(others.map(({phase}) => phase));
	const next: readonly Phase[] =
		first === undefined ? [] : phases.slice(phases.indexOf(first)).filter((phase) => !taken.has(phase));
	const given = new Map(marked.map(({id}, index) => [id, next[index]]));
	return inTurn(retro, [...given.keys()], (now, id) => {
		const phase = given.get(id);
		const had = now.timeline.find((entry) => entry.id === id)?.phase;
		if (had === phase) return undefined;
		return phase === undefined
			? changeItem(now, 'timeline', id, {}, ['phase'])
			: changeItem(now, 'timeline', id, {phase});
	});
}

/** Each edit is made on the retro as the ones before leave it, so that all can be taken back exactly. */
function inTurn(
	retro: Retro,
	ids: readonly string[],
	editOf: (now: Retro, id: string) => Edit | undefined,
): Edit | undefined {
	let now = retro;
	const edits: Edit[] = [];
	for (const id of ids) {
		const edit = editOf(now, id);
		if (edit === undefined) continue;
		edits.push(edit);
		now = apply(now, edit);
	}
	return batch(edits);
}
