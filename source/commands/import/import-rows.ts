/** `retro import … --into RETRO`: rows of any known source into the timeline of a retro. */
import {withoutKnown} from '../../importers/already-there.ts';
import type {Candidate} from '../../importers/candidate.ts';
import {mostKept} from '../../importers/collection.ts';
import {importEdit} from '../../importers/entries.ts';
import {rolesOf, withRoles} from '../../importers/roles.ts';
import {skippedOf, summaryOf} from '../../importers/summary.ts';
import {Problem} from '../../problem.ts';
import {confirmed} from '../confirm.ts';
import {type Context, printJson, tell} from '../context.ts';
import {refuseAssumptions} from './assumptions.ts';
import {openInput} from './input-bytes.ts';
import {canPick, pickRows} from './pick-rows.ts';
import {importProgress} from './progress.ts';
import {boundsFor, contextFor, type RowsFlags, sourceFor} from './read-flags.ts';
import {type ReadInput, readInput} from './read-input.ts';
import {rowsTable} from './rows-text.ts';

/** Resolves to the exit status. Rejects with a `Problem`, nothing being changed then. */
export async function importRows(from: string, flags: RowsFlags, context: Context<object>): Promise<number> {
	const source = sourceFor(flags);
	const store = flags.into === undefined ? undefined : await context.store();
	const id = flags.into === undefined ? undefined : await store?.find(flags.into);
	const before = id === undefined ? undefined : await store?.load(id);
	const {zones = {}, mentions} = await context.configuration();
	const named = (all: readonly Candidate[]): readonly Candidate[] =>
		mentions === 'roles' ? withRoles(all, rolesOf(before?.participants ?? [])) : all;
	const told = contextFor(flags, before, context.now(), zones);
	const reading = {context: told, bounds: boundsFor(flags, told), from: source};
	const read = await readWithProgress(from, reading, context);
	if (read.full) throw new Problem(`There are more than ${mostKept} rows`, 'Narrow it down with --since and --until.');
	if (id !== undefined && canPick(from, flags, context)) return pickRows(from, id, read, reading, context);
	const rows = withoutKnown(named(read.rows), before?.timeline ?? []);
	if (flags.dryRun === true || id === undefined || store === undefined) {
		show(read, rows, undefined, context);
		return 0;
	}
	const isAsked =
		flags.yes !== true && context.flags.json !== true && context.stdin.isTTY === true && context.stderr.isTTY === true;
	const kept = rows.filter(({keep}) => keep);
	if (isAsked && kept.length > 0) {
		tell(
			context,
			rowsTable(rows, {paint: context.paintError}, context.stderr.columns).trimEnd(),
			...summaryOf(read, rows),
		);
		if (!(await confirmed(`Add ${kept.length} to ${id}? [y/N] `, context))) {
			tell(context, 'Nothing was changed.');
			return 0;
		}
	} else if (flags.yes !== true) refuseAssumptions(kept);
	let written: Candidate[] = [];
	const stem = context.randomId();
	await store.update(id, (onDisk) => {
		written = withoutKnown(named(read.rows), onDisk.timeline);
		return importEdit(
			onDisk,
			written.filter(({keep}) => keep),
			stem,
			source?.name ?? read.sources[0]?.name ?? 'import',
		);
	});
	if (isAsked && kept.length > 0) tell(context, `Added ${written.filter(({keep}) => keep).length} to ${id}.`);
	else show(read, written, id, context);
	return 0;
}

async function readWithProgress(
	from: string,
	reading: Parameters<typeof readInput>[1],
	context: Context<object>,
): Promise<ReadInput> {
	const input = await openInput(from, context);
	const progress = importProgress(context.stderr, input.size, () => performance.now(), context.env);
	try {
		return await readInput(input, reading, (count) => progress.read(count));
	} finally {
		progress.clear();
	}
}

function show(read: ReadInput, rows: readonly Candidate[], retro: string | undefined, context: Context<object>): void {
	if (context.flags.json === true) {
		printJson(context, {
			schemaVersion: 1,
			source: read.sources.map(({name}) => name).join(','),
			...(retro !== undefined && {retro}),
			rows: rows.map(({at, text, who, keep, reason, ref, assumed}) => ({
				at: at ?? null,
				text,
				who,
				keep,
				reason,
				ref,
				assumed,
			})),
			skipped: Object.fromEntries(skippedOf(read, rows)),
			masked: {tokens: read.tokens, addresses: read.addresses},
		});
		return;
	}
	if (retro === undefined) {
		const width = context.stdout.isTTY === true ? context.stdout.columns : undefined;
		context.stdout.write(rowsTable(rows, context, width));
	}
	tell(context, ...summaryOf(read, rows));
}
