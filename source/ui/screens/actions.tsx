/** Step 7: one line an action item, with a live reading of kind, owner and due date. */
import {Box} from 'ink';
import {
	type ActionContext,
	type ActionReading,
	describeAction,
	printActionLine,
	readActionLine,
} from '../../retro/action-line.ts';
import {append, changeItem, removeItem} from '../../retro/edit.ts';
import {itemPath} from '../../retro/fields.ts';
import {type ActionItem, actionStatuses, type Retro} from '../../retro/record.ts';
import {ActionRow} from '../components/action-row.tsx';
import {Example} from '../components/example.tsx';
import {useLayout} from '../components/frame.tsx';
import {EntryLine, entryLineRows, RowEditor} from '../components/line-field.tsx';
import {RowList} from '../components/row-list.tsx';
import {listFocus, rowFocus} from '../focus.ts';
import {useFieldHub} from '../hooks/use-active-field.ts';
import {today, useEnvironment} from '../hooks/use-environment.ts';
import {useIsFound} from '../hooks/use-findings.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {storedOrder, useListKeys} from '../hooks/use-list-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';

/** Where the focus can stand, in order. */
export function actionStops(retro: Retro): string[] {
	return [...retro.actions.map(({id}) => rowFocus('actions', id)), 'actions'];
}

export function ActionsScreen() {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const isFound = useIsFound();
	const hub = useFieldHub();
	const {columns, rows: height} = useLayout().body;
	const day = today(environment);
	const draft = retro.drafts?.actions ?? '';
	const at = listFocus(walk.focus);
	const item = retro.actions.find(({id}) => id === at?.id);
	const line = item === undefined ? draft : (retro.drafts?.[walk.focus] ?? '');
	const reading = readActionLine(line, {today: day, owners: ownersOf(retro)});
	const selected = at?.id ?? null;

	const enter = (typed: string): boolean => {
		const read = readActionLine(typed, {today: day, owners: ownersOf(retro)});
		if (read.kind === null || read.problem !== null || read.text === '') return false;
		sitting.send(
			append(sitting.snapshot().retro, 'actions', {
				id: environment.newId(),
				kind: read.kind,
				text: read.text,
				owner: read.owner,
				due: read.due,
				status: 'open',
			}),
		);
		return true;
	};

	useListKeys({
		lists: ['actions'],
		part: 'text',
		canMove: true,
		order: storedOrder(retro),
		remove: removeItem,
		special: (command, id) => {
			if (command !== 'done') return false;
			const status = retro.actions.find((other) => other.id === id)?.status;
			const next = status && actionStatuses[(actionStatuses.indexOf(status) + 1) % actionStatuses.length];
			if (next !== undefined) sitting.send(changeItem(sitting.snapshot().retro, 'actions', id, {status: next}));
			return true;
		},
	});
	// Tab completes an owner that was named before; anywhere else it goes to the next field.
	useKeys(
		'list',
		(_command, press) => {
			const field = hub.current();
			const completion = field && completedOwner(retro, field.text.slice(0, field.caret));
			if (press.kind !== 'chord' || press.chord !== 'tab' || completion === undefined) return false;
			field?.replace(field.caret - completion.typed.length, field.caret, `${completion.owner} `);
			return true;
		},
		walk.active && at !== undefined && (at.id === null || at.part !== null),
	);

	const completion = completedOwner(retro, line);
	const index = retro.actions.findIndex(({id}) => id === selected);
	const listRows = Math.max(1, height - entryLineRows - (height > 8 ? 1 : 0));
	return (
		<Box flexDirection="column">
			{retro.actions.length === 0 ? (
				<Example step="actions" height={listRows} />
			) : (
				<RowList
					columns={columns}
					height={listRows}
					at={index < 0 ? null : index}
					rows={retro.actions}
					draw={(action) => ({
						key: action.id,
						content: walk.focus.startsWith(`${rowFocus('actions', action.id)}.`) ? (
							<ActionEditor item={action} focus={walk.focus} />
						) : (
							<ActionRow
								item={action}
								today={day}
								columns={columns}
								isSelected={selected === action.id}
								isFound={isFound(itemPath('actions', action.id, 'text'))}
							/>
						),
					})}
				/>
			)}
			{height > 8 && <Box height={1} />}
			<EntryLine
				id="actions"
				kind="action"
				columns={columns}
				placeholder="prevent: Mirror production traffic to staging @infra-team 2026-12-01"
				reading={completion ? `Tab: ${completion.owner}` : item && line === '' ? item.text : readingLine(line, reading)}
				problem={reading.problem !== null}
				proseOf={(typed) => proseOf(typed, {today: day, owners: ownersOf(retro)})}
				onEnter={enter}
			/>
		</Box>
	);
}

/** An action item edited as the line it was typed as. */
function ActionEditor({item, focus}: {item: ActionItem; focus: string}) {
	const sitting = useSitting();
	const walk = useWalk();
	const environment = useEnvironment();
	const {columns} = useLayout().body;
	return (
		<RowEditor
			id={focus}
			kind="action"
			line={printActionLine(item)}
			columns={columns}
			proseOf={(line) => proseOf(line, {today: today(environment), owners: ownersOf(sitting.snapshot().retro)})}
			onLeave={(line) => {
				const {retro} = sitting.snapshot();
				const read = readActionLine(line, {today: today(environment), owners: ownersOf(retro)});
				const {text, owner} = read;
				// A date that cannot be read stays in the text, where it is seen; the item keeps its own.
				const due = read.problem === null ? read.due : item.due;
				sitting.send(changeItem(retro, 'actions', item.id, {kind: read.kind ?? item.kind, text, owner, due}));
				if (read.problem !== null) walk.say(read.problem);
			}}
			onDone={() => walk.setFocus(rowFocus('actions', item.id))}
		/>
	);
}

/** The line with all but the task blanked out: kind, owner and due date are read, not judged. */
function proseOf(line: string, context: ActionContext): string {
	const {text} = readActionLine(line, context);
	const start = line.indexOf(text);
	return start < 0 ? line : `${' '.repeat(start)}${text}`.padEnd(line.length);
}

function readingLine(line: string, reading: ActionReading): string {
	if (line.trim() === '') return '';
	if (reading.problem !== null) return reading.problem;
	if (reading.kind === null) return 'Begin with p, d or m: prevent, detect or mitigate';
	return describeAction(reading);
}

/** The owner named before that an `@` at the caret is the beginning of. */
function completedOwner(retro: Retro, before: string): {typed: string; owner: string} | undefined {
	const typed = /(?:^|\s)(@[^\s@]*)$/.exec(before)?.[1];
	if (typed === undefined) return undefined;
	const owner = ownersOf(retro).find((name) => name.startsWith(typed) && name.length > typed.length);
	return owner === undefined ? undefined : {typed, owner};
}

/** Who was named: the owners of the other items, and the participants whose names are one word. */
function ownersOf(retro: Retro): string[] {
	const owners = retro.actions.map(({owner}) => owner).filter((owner) => owner !== '');
	const participants = retro.participants.filter((name) => !/\s/.test(name)).map(handleOf);
	return [...new Set([...owners, ...participants])];
}

/** Names are written with and without the `@`. */
function handleOf(name: string): string {
	return name.startsWith('@') ? name : `@${name}`;
}
