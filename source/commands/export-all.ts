/** `retro export --all DIR`: every retro, as a backup or to move house. */

import {resolve} from 'node:path';
import {wrongUse} from '../problem.ts';
import {manifestName, writeBackup} from '../store/put-away/backup.ts';
import {counted} from '../text/counted.ts';
import {type Context, printJson, tell} from './context.ts';
import {quoted} from './quote.ts';

type ExportFlags = {
	readonly force?: boolean | undefined;
	readonly output?: string | undefined;
	readonly format?: string | undefined;
	readonly template?: string | undefined;
};

/** Resolves to the exit status: 1 where something could not be read, which goes along as it is. */
export async function exportAll(to: string, context: Context<ExportFlags>): Promise<number> {
	const {flags, cwd, now, version} = context;
	if (
		context.arguments.length > 0 ||
		flags.output !== undefined ||
		flags.template !== undefined ||
		flags.format === 'md'
	) {
		throw wrongUse('--all writes every retro as JSON into a directory', 'For example: retro export --all ../backup');
	}
	const store = await context.store();
	const directory = resolve(cwd, to);
	const manifest = await writeBackup(directory, store, {force: flags.force === true, now: now(), version});
	const {retros, unreadable} = manifest;
	if (flags.json === true) printJson(context, {...manifest, directory});
	else {
		const archived = retros.filter((retro) => retro.archived).length;
		const count = counted(retros.length, 'retro');
		tell(
			context,
			`Wrote ${count}${archived > 0 ? `, ${archived} from the archive,` : ''} and ${manifestName} into ${quoted(to)}.`,
		);
		tell(context, `To take them in elsewhere: retro import ${to} --store DIR`);
	}
	for (const file of unreadable) tell(context, `Not readable, and copied as it is: ${quoted(file)}`);
	return unreadable.length > 0 ? 1 : 0;
}
