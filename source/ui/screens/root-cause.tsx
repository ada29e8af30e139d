/** Step 5: each Why is asked out of the answer before it. */
import {Box} from 'ink';
import {useState} from 'react';
import {changeItem, removeItem} from '../../retro/edit.ts';
import {itemPath} from '../../retro/fields.ts';
import type {Retro, Why} from '../../retro/record.ts';
import {chainEnds, removeWhy, type WhyRow, whyRows} from '../../retro/whys.ts';
import {Example} from '../components/example.tsx';
import {useLayout} from '../components/frame.tsx';
import {NextWhy, nextRowsOf, questionPlace} from '../components/next-why.tsx';
import {isOpenList, NoteList, noteListFrame} from '../components/note-list.tsx';
import {WhyBlock, whyBlockRows} from '../components/why-block.tsx';
import {type Focus, listFocus, rowFocus} from '../focus.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {storedOrder, useListKeys} from '../hooks/use-list-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';

/** Where the focus can stand, in order: question and answer of each why, the next one, the factors. */
export function rootCauseStops(retro: Retro): Focus[] {
	return [
		...whyRows(retro.whys).flatMap(({why}) => [
			itemPath('whys', why.id, 'question'),
			itemPath('whys', why.id, 'answer'),
		]),
		questionPlace,
		'whys',
		...retro.contributingFactors.map(({id}) => rowFocus('contributingFactors', id)),
		'contributingFactors',
	];
}

export function RootCauseScreen() {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const {columns, rows: height} = useLayout().body;
	const [branchOf, setBranchOf] = useState<string>();

	const rows = whyRows(retro.whys);
	const focused = listFocus(walk.focus);
	const inFactors = isOpenList(walk.focus, 'contributingFactors');
	const parent = retro.whys.find(({id}) => id === branchOf) ?? lastAsked(retro);

	useListKeys({
		lists: ['whys', 'contributingFactors'],
		part: inFactors ? 'text' : 'answer',
		canMove: inFactors,
		order: (list) => (list === 'whys' ? rows.map(({why}) => why.id) : storedOrder(retro)(list)),
		remove: (now, list, id) => (list === 'whys' ? removeWhy(now, id) : removeItem(now, list, id)),
	});
	useKeys(
		'list',
		(command, press) => {
			const id = focused?.list === 'whys' && focused.id !== null ? focused.id : parent?.id;
			switch (command) {
				case 'branch':
					setBranchOf(id);
					walk.setFocus('whys');
					return true;
				case 'root-cause': {
					const why = retro.whys.find((other) => other.id === id);
					if (why !== undefined)
						sitting.send(changeItem(sitting.snapshot().retro, 'whys', why.id, {rootCause: !why.rootCause}));
					return true;
				}
				default:
					// Out of a question or an answer Escape selects the why itself, so that it can be deleted.
					if (press.kind !== 'chord' || press.chord !== 'escape' || focused?.part == null || id === undefined)
						return false;
					walk.setFocus(rowFocus('whys', id));
					return true;
			}
		},
		walk.active && !inFactors,
	);

	const factorRows = inFactors
		? Math.min(4, Math.max(1, retro.contributingFactors.length))
		: Math.min(2, retro.contributingFactors.length);
	const isLow = height < lowest;
	const below = isLow ? 0 : noteListFrame(inFactors) + factorRows + 1;
	const room = height - below;
	const isAsking = !inFactors && (focused?.id ?? null) === null;
	const nextRows = nextRowsOf(retro, parent, columns);
	if (isLow && inFactors) return <Factors rows={Math.max(1, height - noteListFrame(true))} />;
	const shown = windowed(rows, room - (isAsking ? nextRows : 1), focused?.list === 'whys' ? focused.id : null);
	return (
		<Box flexDirection="column">
			<Box flexDirection="column" height={room} overflow="hidden">
				{shown.map(({row, number}) => (
					<WhyBlock key={row.why.id} row={row} number={number} />
				))}
				<NextWhy
					parent={parent}
					isBranch={branchOf !== undefined && parent?.id === branchOf}
					asked={rows.length}
					rows={room}
					onAsked={() => setBranchOf(undefined)}
				/>
				{rows.length === 0 && <Example step="root-cause" height={Math.max(0, room - nextRows)} />}
			</Box>
			{!isLow && (
				<>
					<Box height={1} />
					<Factors rows={factorRows} />
				</>
			)}
		</Box>
	);
}

/** Below this many rows there is room for the whys or for the contributing factors, not for both. */
const lowest = 11;

function Factors({rows}: {rows: number}) {
	return (
		<NoteList
			list="contributingFactors"
			heading="Contributing factors"
			placeholder="what else had to be true for this to happen"
			rows={rows}
		/>
	);
}

/** The end of the chain that was worked on last. */
function lastAsked(retro: Retro): Why | undefined {
	const last = retro.whys.at(-1);
	const ends = chainEnds(retro.whys);
	return ends.find(({id}) => id === last?.id) ?? ends.at(-1);
}

type Numbered = {readonly row: WhyRow; readonly number: number};

/** The whys that fit, ending with the focused one or the last. */
function windowed(rows: readonly WhyRow[], room: number, focusedId: string | null): Numbered[] {
	const numbered = rows.map((row, index): Numbered => ({row, number: index + 1}));
	const end =
		focusedId === null ? numbered.length : Math.max(1, numbered.findIndex(({row}) => row.why.id === focusedId) + 1);
	const fitting = Math.max(
		0,
		Math.floor((room - (focusedId === null ? 0 : whyBlockRows)) / 2) + (focusedId === null ? 0 : 1),
	);
	const from = Math.max(0, Math.min(end - fitting, numbered.length));
	return numbered.slice(from, Math.max(end, from + fitting));
}
