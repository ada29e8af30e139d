/** `retro diff RETRO [VERSION]`: what changed between versions, by field and entry. */

import {wrongUse} from '../problem.ts';
import {differenceWords} from '../retro/difference-words.ts';
import {type ChosenVersion, loaded, versionName, versionNumbered, versionsOf} from './chosen-version.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';
import {differenceLines} from './difference-lines.ts';

/** Version of the shape that `--json` prints. */
const diffVersion = 1;

export const command = defineCommand({
	name: 'diff',
	arguments: [
		{name: 'RETRO', completes: 'retro'},
		{name: 'VERSION', optional: true, several: true},
	],
	flags: {},
	json: true,
	about:
		'Prints what changed, by field and entry: since a version, from one version to another, or without any since the last one.',
	examples: [
		['retro diff latest', 'what the last sitting changed'],
		['retro diff latest 4', 'what changed since version 4'],
		['retro diff latest 4 7', 'from the one to the other'],
	],
	notes: [
		['Marks', '+ added, - removed, ~ changed, ^ moved; [-before-] and {+after+} for words.'],
		[
			'JSON',
			'{schemaVersion, retro, from, to, differences: [{part, kind, note,\n words: [{kind, text}]}]}; kind is added, removed, changed or moved, of\n words same, gone or new; from is null where there is one version only',
		],
	],
	async run(context) {
		const [reference = '', fromTyped, toTyped, ...others] = context.arguments;
		if (others.length > 0) throw wrongUse('retro diff holds two versions against each other, no more');
		const store = await context.store();
		const id = await store.find(reference);
		const all = await versionsOf(store, id);
		const now: ChosenVersion | undefined = await newestOf();
		const to = toTyped === undefined ? now : await versionNumbered(store, id, toTyped);
		const from = fromTyped === undefined ? await previous() : await versionNumbered(store, id, fromTyped);
		const differences = from === undefined || to === undefined ? [] : differenceWords(from.retro, to.retro);
		if (context.flags.json === true) {
			printJson(context, {
				schemaVersion: diffVersion,
				retro: id,
				from: from?.info.number ?? null,
				to: to?.info.number ?? null,
				differences: differences.map(({part, kind, words, note}) => ({part, kind, note: note ?? null, words})),
			});
			return 0;
		}
		if (from === undefined || to === undefined) {
			tell(context, 'There is one version only, and nothing to hold it against.');
			return 0;
		}
		tell(context, `From ${versionName(from.info)} to ${versionName(to.info)}:`);
		if (differences.length === 0) tell(context, 'Nothing changed.');
		context.stdout.write(
			differenceLines(differences, context.paint)
				.map((line) => `${line}\n`)
				.join(''),
		);
		return 0;

		async function newestOf(): Promise<ChosenVersion | undefined> {
			const newest = all.at(-1);
			return newest && loaded(store, id, newest);
		}

		async function previous(): Promise<ChosenVersion | undefined> {
			const before = all.at(-2);
			return before && loaded(store, id, before);
		}
	},
});
