/** `retro restore RETRO VERSION`: takes an old version back, as an edit on top of what there is. */
import {fewWords} from '../retro/difference-words.ts';
import {differences} from '../retro/differences.ts';
import {batch} from '../retro/edit.ts';
import type {Retro} from '../retro/record.ts';
import {versionName, versionNumbered, versionsOf} from './chosen-version.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';

export const command = defineCommand({
	name: 'restore',
	arguments: [{name: 'RETRO', completes: 'retro'}, {name: 'VERSION'}],
	flags: {},
	json: true,
	about:
		'Takes an old version of a retro back. It is an edit like any other: open apps take it in, and the state before it is a version that can be taken back in turn.',
	examples: [
		['retro history latest', 'which versions there are'],
		['retro diff latest 4', 'what taking version 4 back would undo'],
		['retro restore latest 4', ''],
	],
	notes: [['JSON', '{schemaVersion, retro, restored, before}: the version taken back, and that\nof the state before']],
	async run(context) {
		const [reference = '', typed = ''] = context.arguments;
		const store = await context.store();
		const id = await store.find(reference);
		const {info, retro: old} = await versionNumbered(store, id, typed);
		const before = (await versionsOf(store, id)).at(-1);
		let replaced: Retro | undefined;
		const retro = await store.update(id, (onDisk) => {
			replaced = onDisk;
			return batch(differences(onDisk, {...old, ...(onDisk.drafts !== undefined && {drafts: onDisk.drafts})}));
		});
		const changed = replaced === undefined ? '' : fewWords(replaced, retro);
		if (context.flags.json === true) {
			printJson(context, {schemaVersion: 1, retro: id, restored: info.number, before: before?.number ?? null});
		} else if (changed === '') {
			tell(context, `${id} is as in ${versionName(info)} already. Nothing was changed.`);
		} else {
			tell(context, `Took back ${versionName(info)}: ${changed}`);
			if (before !== undefined) tell(context, `To undo that: retro restore ${id} ${before.number}`);
		}
		return 0;
	},
});
