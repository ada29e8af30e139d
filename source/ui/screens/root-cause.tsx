/** Step 5: each Why is asked out of the answer before it. */
import {Box} from 'ink';
import {useState} from 'react';
import {append, changeItem, removeItem} from '../../retro/edit.ts';
import {itemPath} from '../../retro/fields.ts';
import type {Retro, Why} from '../../retro/record.ts';
import {
	chainEnds,
	firstQuestion,
	longestChain,
	nextQuestion,
	removeWhy,
	type WhyRow,
	whyRows,
	whysToAsk,
} from '../../retro/whys.ts';
import {Example} from '../components/example.tsx';
import {useLayout} from '../components/frame.tsx';
import {isOpenList, NoteList, noteListFrame} from '../components/note-list.tsx';
import {Paint} from '../components/paint.tsx';
import {TextField} from '../components/text-field.tsx';
import {becauseColumns, WhyBlock, whyBlockRows} from '../components/why-block.tsx';
import {type Focus, listFocus, rowFocus} from '../focus.ts';
import {useDraft} from '../hooks/use-draft.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {storedOrder, useListKeys} from '../hooks/use-list-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useIsFocused, useWalk} from '../hooks/use-walk.ts';

/** The question of the why that is asked next, free to reword. */
const questionPlace = 'whys.question';

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
	const {rows: height} = useLayout().body;
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
	const below = noteListFrame(inFactors) + factorRows + 1;
	const room = Math.max(3, height - below);
	const isAsking = !inFactors && (focused?.id ?? null) === null;
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
					onAsked={() => setBranchOf(undefined)}
				/>
				{rows.length === 0 && <Example step="root-cause" height={Math.max(0, room - nextRows)} />}
			</Box>
			{height > below + 2 && (
				<>
					<Box height={1} />
					<NoteList
						list="contributingFactors"
						heading="Contributing factors"
						placeholder="what else had to be true for this to happen"
						rows={factorRows}
					/>
				</>
			)}
		</Box>
	);
}

/** Rows of the question that is open: question, answer, hint. */
const nextRows = 4;

function NextWhy({
	parent,
	isBranch,
	asked,
	onAsked,
}: {
	parent: Why | undefined;
	isBranch: boolean;
	asked: number;
	onAsked: () => void;
}) {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const {columns} = useLayout().body;
	const isQuestion = useIsFocused(questionPlace);
	const isAnswer = useIsFocused('whys');
	const suggested = parent === undefined ? firstQuestion(retro.title) : nextQuestion(parent.answer);
	const question = useDraft(questionPlace, suggested);
	const answer = useDraft('whys');

	useKeys(
		'list',
		(command) => {
			if (command !== 'edit-entry') return false;
			if (isQuestion) {
				walk.setFocus('whys');
				return true;
			}
			if (answer.text.trim() === '') {
				walk.next();
				return true;
			}
			const id = environment.newId();
			const why = {
				id,
				question: question.text,
				answer: answer.text.trim(),
				parent: parent?.id ?? null,
				rootCause: false,
			};
			sitting.send(append(sitting.snapshot().retro, 'whys', why));
			answer.forget();
			question.forget();
			onAsked();
			return true;
		},
		isQuestion || isAnswer,
	);

	const width = columns - 5;
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Box>
				<Paint look="quiet">{(isBranch ? 'branch' : String(asked + 1)).padStart(4).padEnd(5)}</Paint>
				<TextField
					id={questionPlace}
					kind="line"
					value={question.text}
					focused={isQuestion}
					columns={width}
					height={2}
					onChange={question.change}
				/>
			</Box>
			<Box paddingLeft={5}>
				<Paint look="quiet">Because </Paint>
				<TextField
					id="whys"
					kind="line"
					value={answer.text}
					focused={isAnswer}
					columns={width - becauseColumns}
					height={3}
					placeholder="what made that possible?"
					onChange={answer.change}
				/>
			</Box>
			<Box paddingLeft={5}>
				<Paint look="quiet" columns={width}>
					{hint(retro)}
				</Paint>
			</Box>
		</Box>
	);
}

function hint(retro: Retro): string {
	const left = whysToAsk - longestChain(retro.whys);
	if (left > 0)
		return left === whysToAsk
			? ''
			: `${['No', 'One', 'Two', 'Three', 'Four'][left]} more to go. Alt+N branches, Alt+C marks the root cause.`;
	return retro.whys.some(({rootCause}) => rootCause)
		? 'Root cause marked. Enter on the empty line goes on.'
		: 'Is the last answer about the system? Alt+C marks it as the root cause.';
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
