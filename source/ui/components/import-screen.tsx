/** The rows of a paste or an import, to pick from: nothing is written before Enter, and all of it is one step to undo. */
import {Box} from 'ink';
import type {Candidate} from '../../importers/candidate.ts';
import {importEdit} from '../../importers/entries.ts';
import {turn} from '../../importers/pick-list.ts';
import type {Answers} from '../../importers/questions.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import type {Import} from '../hooks/use-import.ts';
import {useImportRows} from '../hooks/use-import-rows.ts';
import {useDialogHints} from '../hooks/use-key-hints.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import type {Desk} from '../import-desk.ts';
import type {KeyHint} from '../keymap.ts';
import {useLayout} from './frame.tsx';
import {headRows, ImportHead} from './import-head.tsx';
import {ImportList} from './import-list.tsx';
import {ImportProgress} from './import-progress.tsx';

const readingHints: readonly KeyHint[] = [['import-cancel', 'stop']];

const hints: Readonly<Record<Desk['mode'], readonly KeyHint[]>> = {
	ask: [
		['import-write', 'answer'],
		['import-cancel', 'to the rows'],
	],
	filter: [
		['import-write', 'to the rows'],
		['import-cancel', 'show all'],
	],
	window: [
		['import-write', 'take'],
		['import-cancel', 'as before'],
	],
	sure: [
		['import-write', 'add them so'],
		['import-cancel', 'to the rows'],
	],
	rows: [
		'import-write',
		'import-toggle',
		'import-filter',
		'import-window',
		'import-all',
		'import-zone',
		'import-cancel',
	],
};

const filteredHints: readonly KeyHint[] = [...hints.rows.slice(0, -1), ['import-cancel', 'show all']];

export function ImportScreen({importing}: {importing: Import}) {
	const {desk, change} = importing;
	const sitting = useSitting();
	const walk = useWalk();
	const environment = useEnvironment();
	const {rows: height, columns} = useLayout().body;
	const state = useImportRows(desk);
	const {rows, base, known, shown, question} = state;
	const mode = desk.mode === 'ask' && (question === undefined || desk.isReading) ? 'rows' : desk.mode;
	const first = shown.findIndex((index) => rows[index]?.keep);
	const at = Math.max(0, Math.min(desk.at ?? first, shown.length - 1));

	const answer = (given: Partial<Answers>): void => {
		const zones = {...desk.answers.zones, ...given.zones};
		change({mode: 'ask'});
		importing.read({...desk.answers, ...given, zones});
	};
	const add = (kept: readonly Candidate[], source: string): void => {
		sitting.send(importEdit(sitting.snapshot().retro, kept, environment.newId(), source));
		change({isOpen: false, mode: 'rows'});
		const entries = kept.length === 1 ? 'One entry' : `${kept.length} entries`;
		walk.say(`${entries} added. Ctrl+Z takes ${kept.length === 1 ? 'it' : 'all of them'} back.`);
	};
	const write = (): void => {
		if (desk.isReading || desk.gathered === undefined) return;
		const kept = rows.filter(({keep}) => keep);
		if (question !== undefined) change({mode: 'ask'});
		else if (kept.length === 0) walk.say('No row is in. Space puts one in, Esc leaves them all.');
		else if (mode !== 'sure' && kept.some(({assumed}) => assumed.length > 0)) change({mode: 'sure'});
		else add(kept, desk.gathered.sources[0]?.name ?? 'import');
	};
	const fitsLine = desk.areLines && question !== undefined && (desk.material?.text?.length ?? 0) <= longestLine;
	const leave = (): void => {
		if (fitsLine) {
			importing.intoLine();
			walk.say('Put into the line as it was pasted. Alt+V: as rows again.');
			return;
		}
		change({isOpen: false});
		walk.say(`Nothing was added. Alt+V opens ${desk.material?.name ?? 'it'} again.`);
	};
	const cancel = (): void => {
		if (mode === 'rows' && desk.filter !== '') change({filter: '', at: undefined});
		else if (mode === 'rows' || (desk.areLines && question !== undefined)) leave();
		else if (mode === 'filter') change({filter: '', mode: 'rows', at: undefined});
		else change({mode: 'rows'});
	};
	const put = (indexes: readonly number[], keep: boolean): void =>
		change({turned: turn(desk.turned, base, indexes, keep), at});
	const toggle = (): void => {
		const index = shown[at];
		const row = index === undefined ? undefined : rows[index];
		if (index === undefined || row === undefined) return;
		if (row.at === undefined) walk.say(`This row has no time to put it at: ${row.reason}.`);
		else if (row.text === '') walk.say('This row says nothing that could be an entry.');
		else put([index], !row.keep);
	};
	// What is noise or there already is left alone, unless it is put in one by one.
	const toggleAll = (): void => {
		const usual = shown.filter((index) => known[index]?.keep);
		const isOut = usual.some((index) => rows[index]?.keep === false);
		if (isOut) put(usual, true);
		else put(shown, false);
	};
	const head = headRows(mode, state, height);
	const page = Math.max(1, height - head - 4);
	const run: Readonly<Record<string, () => void>> = {
		'import-write': write,
		'import-cancel': cancel,
		'import-toggle': toggle,
		'import-all': toggleAll,
		'import-filter': () => change({mode: 'filter'}),
		'import-window': () => change({mode: 'window'}),
		'import-zone': () => {
			change({mode: 'ask'});
			importing.read({zones: {}});
		},
		'import-page-down': () => change({at: Math.min(shown.length - 1, at + page)}),
		'import-page-up': () => change({at: Math.max(0, at - page)}),
	};
	const moves: Readonly<Record<string, number>> = {up: at - 1, down: at + 1, home: 0, end: shown.length - 1};
	useKeys(
		'import',
		(command, press) => {
			// Over a question, letters that it does not take mean nothing.
			if (command !== undefined && mode !== 'rows' && !isForQuestions.has(command)) return true;
			if (command !== undefined) run[command]?.();
			else if (press.kind === 'chord' && moves[press.chord] !== undefined)
				change({at: Math.max(0, Math.min(shown.length - 1, moves[press.chord] ?? at))});
			else return press.kind === 'chord' ? isOfTheWalk.has(press.chord) : press.kind === 'text' && press.text !== '?';
			return true;
		},
		walk.active,
	);
	const hintsNow = mode === 'rows' && desk.filter !== '' ? filteredHints : hints[mode];
	useDialogHints(walk.active, desk.gathered === undefined ? readingHints : hintsNow);

	if (desk.gathered === undefined) return <ImportProgress length={desk.material?.text?.length} />;
	return (
		<Box flexDirection="column">
			<ImportHead
				desk={{...desk, mode}}
				gathered={desk.gathered}
				state={state}
				columns={columns}
				height={height}
				fitsLine={fitsLine}
				onAnswer={answer}
				onDesk={change}
			/>
			<ImportList
				state={state}
				at={at}
				isActive={mode === 'rows' || mode === 'filter'}
				columns={columns}
				height={Math.max(1, height - head)}
			/>
		</Box>
	);
}

/** In UTF-16 units: what is longer than a line can be is not put into one. */
const longestLine = 2000;

const isForQuestions = new Set(['import-write', 'import-cancel', 'import-page-down', 'import-page-up']);

/** What would act on something that cannot be seen behind the rows. */
const isOfTheWalk = new Set(['ctrl+z', 'ctrl+y', 'tab', 'shift+tab', 'ctrl+o', 'ctrl+r']);
