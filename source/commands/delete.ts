/** `retro delete RETRO`: into the trash, and back. */
import {Problem, wrongUse} from '../problem.ts';
import {has} from '../store/put-away/archive.ts';
import type {Deleted, Trash} from '../store/put-away/trash.ts';
import type {Store} from '../store/store.ts';
import type {KeptStore} from '../store/versions/kept-versions.ts';
import {cleanLine} from '../text/clean.ts';
import {formatMinute} from '../time/format.ts';
import {defineCommand} from './command.ts';
import {canAsk, confirmed} from './confirm.ts';
import {type Context, printJson, tell} from './context.ts';
import {quoted} from './quote.ts';
import {tableText} from './table-text.ts';

export const command = defineCommand({
	name: 'delete',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}],
	flags: {
		restore: {type: 'boolean', summary: 'bring it back; without RETRO the last one'},
		list: {type: 'boolean', summary: 'what lies in the trash'},
		yes: {type: 'boolean', short: 'y', summary: 'ask nothing'},
		forGood: {type: 'boolean', summary: 'past the trash, with all its versions'},
	},
	json: true,
	about: 'Moves a retro to the trash, from where it can be brought back under its id.',
	examples: [
		['retro delete 2026-11-20-checkout', 'asks first'],
		['retro delete --list', ''],
		['retro delete --restore', 'the last one deleted'],
		['retro delete 2026-11-20-checkout --for-good', 'from the trash too'],
	],
	notes: [
		[
			'Trash',
			'In your own state directory (~/.local/state/incident-retro/trash), and never\nemptied by itself. In git a deletion is one like any other: commit it.',
		],
		['JSON', '{schemaVersion, deleted: [{id, title, at, file}]}; title is null where\nit cannot be read'],
	],
	async run(context) {
		const {
			arguments: [reference],
			flags,
		} = context;
		const {trashOf} = await import('../store/put-away/trash.ts');
		const store = await context.store();
		const trash = trashOf(store.state, store.directory, context.now);
		if (flags.list === true) return list(trash, context);
		if (flags.restore === true) return restore(reference, trash, store, context);
		if (reference === undefined) {
			throw wrongUse('retro delete needs a RETRO', 'retro delete --list shows what lies in the trash.');
		}
		return flags.forGood === true
			? removeForGood(reference, trash, store, context)
			: remove(reference, trash, store, context);
	},
});

type DeleteContext = Context<{readonly yes?: boolean | undefined}>;

async function list(trash: Trash, context: Context<object>): Promise<number> {
	const all = await trash.list();
	if (context.flags.json === true) {
		printDeleted(all, context);
		return 0;
	}
	if (all.length === 0) tell(context, 'The trash is empty.');
	else {
		const rows = all.map(({id, at, title}) => [id, `${formatMinute(at)} UTC`, cleanLine(title ?? '(unreadable)')]);
		const width = context.stdout.isTTY === true ? context.stdout.columns : undefined;
		context.stdout.write(tableText(['RETRO', 'DELETED', 'TITLE'], rows, width, context.paint));
	}
	return 0;
}

function printDeleted(all: readonly Deleted[], context: Context<object>): void {
	printJson(context, {
		schemaVersion: 1,
		deleted: all.map(({id, title, at, path}) => ({id, title: title ?? null, at, file: path})),
	});
}

async function restore(
	reference: string | undefined,
	trash: Trash,
	store: KeptStore,
	context: Context<object>,
): Promise<number> {
	const deleted = await inTrash(reference, trash);
	await trash.restore(deleted, store);
	if (context.flags.json === true) printDeleted([deleted], context);
	else tell(context, `Brought back ${deleted.id}.`);
	return 0;
}

async function remove(reference: string, trash: Trash, store: KeptStore, context: DeleteContext): Promise<number> {
	const id = await store.find(reference);
	const title = await titleOf(id, store);
	if (!(await isMeant(`Delete ${id}${title === '' ? '' : ` (${title})`}? [y/N] `, context))) return 0;
	await store.keepNow(id);
	const path = await trash.put(await holderOf(id, store), id);
	if (context.flags.json === true) printDeleted([{id, title, at: context.now(), path}], context);
	else tell(context, `Deleted ${id}.`, `To bring it back: retro delete --restore ${id}`);
	return 0;
}

/** From the store or the trash, whatever there is of it. */
async function removeForGood(
	reference: string,
	trash: Trash,
	store: KeptStore,
	context: DeleteContext,
): Promise<number> {
	const found = await store.find(reference).catch((error: unknown) => {
		if (error instanceof Problem) return undefined;
		throw error;
	});
	const id = found ?? (await inTrash(reference, trash)).id;
	if (!(await isMeant(`Delete ${id} and all its versions for good? [y/N] `, context))) return 0;
	const copies = (await trash.list()).filter((copy) => copy.id === id);
	if (found !== undefined) {
		const {removeRecord} = await import('../store/record/remove-record.ts');
		await removeRecord((await holderOf(id, store)).directory, id);
	}
	for (const copy of copies) await trash.remove(copy);
	await (await store.versions()).forget(id);
	if (context.flags.json === true) printDeleted([], context);
	else tell(context, `Deleted ${id} for good.`);
	return 0;
}

/** The store itself or its archive, wherever the retro lies. */
async function holderOf(id: string, store: KeptStore): Promise<Store> {
	return (await has(store, id)) ? store : store.archived;
}

async function isMeant(question: string, context: DeleteContext): Promise<boolean> {
	if (context.flags.yes === true) return true;
	if (!canAsk(context)) throw wrongUse('retro delete asks first, and there is no terminal here', 'Add --yes.');
	if (await confirmed(question, context)) return true;
	tell(context, 'Nothing was changed.');
	return false;
}

async function titleOf(id: string, store: KeptStore): Promise<string> {
	const retro = await store.load(id).catch(() => undefined);
	return cleanLine(retro?.title ?? '');
}

/** The last copy of a retro in the trash by its id or the beginning of it; of all where none is named. */
async function inTrash(reference: string | undefined, trash: Trash): Promise<Deleted> {
	const all = await trash.list();
	const exact = all.find(({id}) => id === reference);
	if (exact !== undefined) return exact;
	const [first, ...others] = all.filter(({id}) => reference === undefined || id.startsWith(reference));
	if (first === undefined) {
		throw reference === undefined
			? new Problem('The trash is empty')
			: wrongUse(`There is no ${quoted(reference)} in the trash`, 'retro delete --list shows what is.');
	}
	if (reference !== undefined && others.some(({id}) => id !== first.id)) {
		throw wrongUse(`${quoted(reference)} may be any of several deleted retros`, 'retro delete --list shows them.');
	}
	return first;
}
