/** `retro history RETRO`: the versions of a retro that can be looked at and taken back. */
import type {VersionInfo} from '../store/versions/versions.ts';
import {cleanLine} from '../text/clean.ts';
import {formatDuration} from '../time/duration.ts';
import {formatMinute} from '../time/format.ts';
import {millisecondsOf} from '../time/instant.ts';
import {handOf, versionsOf} from './chosen-version.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';
import {tableText} from './table-text.ts';

/** Version of the shape that `--json` prints. */
const historyVersion = 1;

export const command = defineCommand({
	name: 'history',
	arguments: [{name: 'RETRO', completes: 'retro'}],
	flags: {
		limit: {type: 'number', value: 'N', summary: 'at most so many, the newest'},
	},
	json: true,
	about:
		'Prints the versions of a retro, the newest first: each sitting leaves one, and so do scripts that follow each other closely.',
	examples: [
		['retro history latest', ''],
		['retro diff latest 4', 'what changed since version 4'],
		['retro restore latest 4', 'take that version back'],
	],
	notes: [
		['Changed', '+ added, ~ changed, - removed entries; others: what git, an editor or\nanother machine wrote.'],
		[
			'Kept',
			'All versions of the last day, before that the last of each day; at most\n50 and 8 MB a retro, in your own state directory\n(~/.local/state/incident-retro).',
		],
		[
			'JSON',
			'{schemaVersion, retro, directory, versions: [{version, began, at, by,\n cutShort, changed, current}]}, the newest first',
		],
	],
	async run(context) {
		const [reference = ''] = context.arguments;
		const store = await context.store();
		const id = await store.find(reference);
		const all = await versionsOf(store, id);
		const newest = all.at(-1);
		const shown = all.toReversed().slice(0, context.flags.limit);
		if (context.flags.json === true) {
			printJson(context, {
				schemaVersion: historyVersion,
				retro: id,
				directory: await (await store.versions()).directoryOf(id),
				versions: shown.map((version) => ({
					version: version.number,
					began: version.began,
					at: version.at,
					by: version.by,
					cutShort: version.cutShort === true,
					changed: version.changed,
					current: version === newest,
				})),
			});
			return 0;
		}
		if (shown.length === 0) {
			// Where it cannot be read, that is why.
			await store.load(id);
			tell(context, 'No versions could be kept: the state directory cannot be written.');
			return 1;
		}
		const rows = shown.map((version) => [
			String(version.number),
			`${formatMinute(version.at)} UTC`,
			lengthOf(version),
			cleanLine(handOf(version)),
			version === all[0] && version.changed === '' ? 'the first that was kept' : cleanLine(version.changed),
		]);
		const width = context.stdout.isTTY === true ? context.stdout.columns : undefined;
		context.stdout.write(tableText(headings, rows, width, context.paint));
		return 0;
	},
});

const headings = ['VERSION', 'WHEN', 'TOOK', 'BY', 'CHANGED'];

/** How long a sitting was; scripts take no time worth a word. */
function lengthOf({began, at, by}: VersionInfo): string {
	const length = millisecondsOf(at) - millisecondsOf(began);
	return by.includes('open') ? formatDuration(Math.max(0, length)) : '';
}
