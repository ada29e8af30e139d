/** `retro import DIR` of a backup, or of a directory of retros: takes all of them in. */

import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Problem} from '../../problem.ts';
import type {Retro} from '../../retro/record.ts';
import {has} from '../../store/put-away/archive.ts';
import {type BackedUp, readBackup} from '../../store/put-away/backup.ts';
import {parseRetro} from '../../store/record/layout.ts';
import type {KeptStore} from '../../store/versions/kept-versions.ts';
import {isSameContent} from '../../store/versions/version-keeper.ts';
import {counted} from '../../text/counted.ts';
import {cleanRecord} from '../clean-record.ts';
import {type Context, printJson, tell} from '../context.ts';
import {quoted} from '../quote.ts';
import {freeId} from './free-id.ts';

/** What became of a record: taken in under its id, there already, or taken in under another id. */
type TakenIn = {
	readonly file: string;
	readonly id: string;
	readonly outcome: 'new' | 'same' | 'renamed';
	/** The id that it has here. */
	readonly as: string;
	readonly archived: boolean;
};

/** The records of a directory; undefined where the path is of none that holds records. */
export async function backupAt(path: string, {cwd}: Pick<Context, 'cwd'>): Promise<BackedUp[] | undefined> {
	const full = resolve(cwd, path);
	const found = await stat(full).catch(() => undefined);
	return found?.isDirectory() === true ? readBackup(full) : undefined;
}

/** Resolves to the exit status: 1 where something could not be read; all else is taken in all the same. */
export async function importBackup(
	records: readonly BackedUp[],
	context: Context<{readonly dryRun?: boolean | undefined}>,
): Promise<number> {
	const isDry = context.flags.dryRun === true;
	const store = await context.store();
	const taken: TakenIn[] = [];
	const unreadable: {file: string; message: string}[] = [];
	for (const record of records) {
		try {
			taken.push(await takeIn(record, store, isDry, context));
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			unreadable.push({file: record.file, message: error.message});
		}
	}
	if (context.flags.json === true) printJson(context, {schemaVersion: 1, dryRun: isDry, retros: taken, unreadable});
	else tell(context, ...summary(taken, isDry));
	for (const {file, message} of unreadable) tell(context, `Left out ${quoted(file)}: ${message}`);
	return unreadable.length > 0 ? 1 : 0;
}

async function takeIn(record: BackedUp, store: KeptStore, isDry: boolean, context: Context<object>): Promise<TakenIn> {
	const {file, archived} = record;
	const retro = await read(record);
	const result = (outcome: TakenIn['outcome'], as: string): TakenIn => ({file, id: retro.id, outcome, as, archived});
	const same = await alreadyThere(retro, store);
	if (same !== undefined) return result('same', same);
	const id = await freeId(retro, store, context.randomId);
	if (!isDry) await (archived ? store.archived : store).create({...retro, id});
	return result(id === retro.id ? 'new' : 'renamed', id);
}

async function read(record: BackedUp): Promise<Retro> {
	let text: string;
	try {
		text = await record.text();
	} catch (error) {
		throw error instanceof Problem ? error : new Problem('It cannot be read');
	}
	const parsed = parseRetro(text);
	switch (parsed.kind) {
		case 'retro':
			return cleanRecord(parsed.retro, quoted(record.file));
		case 'newer':
			throw new Problem(`It was written by a newer version (schema ${parsed.version})`);
		case 'broken':
			throw new Problem(`It is no retro: ${parsed.why}`);
	}
}

/** The id under which the same content is here: its own, or the one that it got when it was taken in before. */
async function alreadyThere(retro: Retro, store: KeptStore): Promise<string | undefined> {
	const isSame = async (from: Pick<KeptStore, 'load'>, id: string): Promise<boolean> => {
		const there = await from.load(id).catch(() => undefined);
		return there !== undefined && isSameContent({...there, id: retro.id}, retro);
	};
	for (const from of [store, store.archived]) {
		if ((await has(from, retro.id)) && (await isSame(from, retro.id))) return retro.id;
	}
	for (const from of [store, store.archived]) {
		for (const {id, createdAt} of (await from.list()).retros) {
			if (createdAt === retro.createdAt && id !== retro.id && (await isSame(from, id))) return id;
		}
	}
	return undefined;
}

function summary(taken: readonly TakenIn[], isDry: boolean): string[] {
	const [fresh, same, renamed] = (['new', 'same', 'renamed'] as const).map((kind) =>
		taken.filter(({outcome}) => outcome === kind),
	) as [TakenIn[], TakenIn[], TakenIn[]];
	const archived = fresh.filter((one) => one.archived).length;
	const into = archived === 0 ? '' : `, ${archived} of them into the archive`;
	return [
		`${isDry ? 'Would take' : 'Took'} in ${counted(fresh.length, 'retro')}${into}.`,
		...(same.length === 0 ? [] : [`Already here with the same content: ${counted(same.length, 'retro')}.`]),
		...renamed.map(({id, as}) =>
			isDry
				? `Another ${id} is here already: this one would get a new id.`
				: `Another ${id} is here already: this one is now ${as}.`,
		),
	];
}
