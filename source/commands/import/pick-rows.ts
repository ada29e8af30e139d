/** `retro import FILE --into RETRO` at a terminal: the rows on a screen, to pick from. */
import type {ImportContext} from '../../importers/candidate.ts';
import type {Bounds} from '../../importers/collection.ts';
import {type Answers, noAnswers} from '../../importers/questions.ts';
import type {Source} from '../../importers/source.ts';
import type {Context} from '../context.ts';
import {quoted} from '../quote.ts';
import {hasTerminal, showScreen} from '../screen.ts';
import {openInput} from './input-bytes.ts';
import type {RowsFlags} from './read-flags.ts';
import {type ReadInput, readInput} from './read-input.ts';

type Reading = {readonly context: ImportContext; readonly bounds: Bounds; readonly from: Source | undefined};

/** Whether somebody is there to pick: at a terminal, of a file that can be read again, and not asked to go on without. */
export function canPick(from: string, {yes, dryRun}: RowsFlags, context: Context<object>): boolean {
	return from !== '-' && yes !== true && dryRun !== true && context.flags.json !== true && hasTerminal(context);
}

/** Shows the rows until the screen is left. Resolves to the exit status. */
export async function pickRows(
	from: string,
	id: string,
	first: ReadInput,
	reading: Reading,
	context: Context<object>,
): Promise<number> {
	const {date, zone, zones} = reading.context;
	const told: Answers = {...noAnswers, date, zone};
	return showScreen(context, {
		kind: 'import',
		id,
		material: {
			name: quoted(from),
			text: undefined,
			answers: told,
			async read(answers) {
				if (answers === told) return {kind: 'gathered', gathered: first};
				const answered = {
					...reading.context,
					date: answers.date,
					zone: answers.zone,
					zones: {...zones, ...answers.zones},
				};
				const input = await openInput(from, context);
				const gathered = await readInput(input, {...reading, context: answered}, () => undefined);
				return {kind: 'gathered', gathered};
			},
		},
	});
}
