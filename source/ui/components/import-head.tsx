/** Above the rows of an import: what it is, and what there is to answer or to do next. */
import {Box, Text} from 'ink';
import {useState} from 'react';
import {isOutside, windowText} from '../../importers/pick-list.ts';
import type {Answers} from '../../importers/questions.ts';
import {reactionCounts} from '../../importers/row-filter.ts';
import {type Gathered, summaryOf} from '../../importers/summary.ts';
import {readWindow} from '../../importers/time-window.ts';
import {dateOf} from '../../time/instant.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import type {ImportRows} from '../hooks/use-import-rows.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import type {Desk} from '../import-desk.ts';
import {useTheme} from '../theme.ts';
import {ImportQuestion, questionRows} from './import-question.tsx';
import {Paint} from './paint.tsx';
import {Prompt} from './prompt.tsx';

/** Rows of the head in a body so many rows high. */
export function headRows(mode: Desk['mode'], {question}: Pick<ImportRows, 'question'>, height: number): number {
	const asked = mode === 'ask' && question !== undefined ? questionRows(question) : 2;
	return (height >= fewestForTitle ? 1 : 0) + asked + (height >= fewestForGap ? 1 : 0);
}

const fewestForTitle = 7;
const fewestForGap = 12;

export function ImportHead({
	desk,
	gathered,
	state,
	columns,
	height,
	fitsLine,
	onAnswer,
	onDesk,
}: {
	desk: Desk;
	gathered: Gathered;
	state: ImportRows;
	columns: number;
	/** Rows of the whole body. */
	height: number;
	/** Whether Escape puts what was pasted into the entry line. */
	fitsLine: boolean;
	onAnswer: (answer: Partial<Answers>) => void;
	onDesk: (parts: Partial<Desk>) => void;
}) {
	const {glyphs} = useTheme();
	const summary = summaryOf(gathered, state.rows);
	return (
		<Box flexDirection="column" height={headRows(desk.mode, state, height)} flexShrink={0}>
			{height >= fewestForTitle && (
				<Paint look="title" columns={columns}>
					{summary.join(` ${glyphs.separator} `)}
				</Paint>
			)}
			<Part desk={desk} state={state} columns={columns} fitsLine={fitsLine} onAnswer={onAnswer} onDesk={onDesk} />
		</Box>
	);
}

type PartProps = {
	desk: Desk;
	state: ImportRows;
	columns: number;
	fitsLine: boolean;
	onAnswer: (answer: Partial<Answers>) => void;
	onDesk: (parts: Partial<Desk>) => void;
};

function Part({desk, state, columns, fitsLine, onAnswer, onDesk}: PartProps) {
	const walk = useWalk();
	const retro = useRetro();
	const environment = useEnvironment();
	const {glyphs} = useTheme();
	switch (desk.mode) {
		case 'ask': {
			const {question} = state;
			if (question === undefined) return null;
			const {start} = retro.impact;
			const first = state.rows.find(({at}) => at !== undefined)?.at;
			const at = start ?? retro.timeline.at(-1)?.at ?? environment.now();
			const day = start === null ? (retro.date ?? dateOf(first ?? environment.now())) : dateOf(start);
			return (
				<ImportQuestion
					key={question.kind}
					question={question}
					day={day}
					at={at}
					fitsLine={fitsLine}
					columns={columns}
					active={walk.active}
					onAnswer={onAnswer}
				/>
			);
		}
		case 'filter':
			return (
				<Box flexDirection="column">
					<Prompt
						label="Show "
						value={desk.filter}
						active={walk.active}
						placeholder="words, @author, :reaction:"
						onChange={(filter) => onDesk({filter, at: undefined})}
						onSubmit={() => onDesk({mode: 'rows'})}
					/>
					<Paint look="quiet" columns={columns}>
						{[shownText(state), ...reactionsText(state)].join(` ${glyphs.separator} `)}
					</Paint>
				</Box>
			);
		case 'window':
			return <WindowPrompt desk={desk} columns={columns} onDesk={onDesk} />;
		case 'sure':
			return <Sure state={state} columns={columns} />;
		case 'rows':
			return <Status desk={desk} state={state} columns={columns} />;
	}
}

function shownText({shown, rows}: ImportRows): string {
	return shown.length === rows.length ? `all ${rows.length} rows` : `${shown.length} of ${rows.length} rows`;
}

const mostReactions = 5;

function reactionsText({rows}: ImportRows): string[] {
	const counts = reactionCounts(rows).slice(0, mostReactions);
	return counts.length === 0 ? [] : [counts.map(([name, count]) => `:${name}: ${count}`).join('  ')];
}

function WindowPrompt({desk, columns, onDesk}: Pick<PartProps, 'desk' | 'columns' | 'onDesk'>) {
	const walk = useWalk();
	const {impact, date} = useRetro();
	const {now, zones} = useEnvironment();
	const [typed, setTyped] = useState(windowText(desk.window));
	const day = impact.start === null ? date : dateOf(impact.start);
	const read = (text: string) =>
		readWindow(text, {now: now(), previous: null, incidentStart: null, incidentDate: day, zones});
	const reading = read(typed);
	return (
		<Box flexDirection="column">
			<Prompt
				label="Only rows "
				value={typed}
				active={walk.active}
				placeholder="any time; 09:00 to 12:47, from 10:05, until 2026-11-21 01:00"
				onChange={setTyped}
				onSubmit={(text) => {
					const given = read(text);
					if (given.kind === 'window') onDesk({window: given.window, mode: 'rows'});
				}}
			/>
			<Paint look={reading.kind === 'refused' ? 'failure' : 'quiet'} columns={columns}>
				{reading.kind === 'refused' ? reading.message : `= ${windowText(reading.window) || 'at any time'}, in UTC`}
			</Paint>
		</Box>
	);
}

function Sure({state, columns}: Pick<PartProps, 'state' | 'columns'>) {
	const count = state.rows.filter(({keep, assumed}) => keep && assumed.length > 0).length;
	return (
		<Box flexDirection="column">
			<Paint look="focus" columns={columns}>
				{`${count === 1 ? 'One time is' : `${count} times are`} still a guess, marked ?.`}
			</Paint>
			<Paint look="quiet" columns={columns}>
				Enter adds them so; Esc goes back to look at them.
			</Paint>
		</Box>
	);
}

/** What Enter does, and what of the rows is not in sight. */
function Status({desk, state, columns}: Pick<PartProps, 'desk' | 'state' | 'columns'>) {
	const {glyphs} = useTheme();
	const kept = state.rows.filter(({keep}) => keep).length;
	const guesses = state.rows.filter(({keep, assumed}) => keep && assumed.length > 0).length;
	const isAway = state.rows.some(({reason}) => reason === isOutside);
	const window = windowText(desk.window);
	const parts = [
		desk.filter.trim() === '' ? '' : `showing ${shownText(state)} with “${desk.filter.trim()}”`,
		window === '' ? '' : kept === 0 && isAway ? `all outside of ${window}: w changes it` : `only ${window}`,
		guesses === 0 ? '' : `${guesses} with a guess of its time (?)`,
	].filter((part) => part !== '');
	return (
		<Box flexDirection="column">
			<Text wrap="truncate">
				<Paint look="focus">Enter</Paint>
				<Paint look="selected">
					{kept === 0 ? ' would add nothing yet' : ` adds ${kept === 1 ? 'one entry' : `${kept} entries`}`}
				</Paint>
				<Paint look="quiet">{desk.isReading ? ` ${glyphs.ellipsis}` : ''}</Paint>
			</Text>
			<Paint look="quiet" columns={columns}>
				{parts.length === 0 ? ' ' : parts.join(` ${glyphs.separator} `)}
			</Paint>
		</Box>
	);
}
