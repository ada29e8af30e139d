/** `retro archive RETRO`: out of the lists and still there to be read, and back. */
import {Problem} from '../problem.ts';
import {has} from '../store/put-away/archive.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';

export const command = defineCommand({
	name: 'archive',
	arguments: [{name: 'RETRO', completes: 'retro'}],
	flags: {
		restore: {type: 'boolean', summary: 'bring it back out of the archive'},
	},
	json: true,
	about:
		'Puts a retro into the archive: the lists leave it out, "retro show" and "retro export" still find it, and it stays in git.',
	examples: [
		['retro archive 2024-03-08-dns', ''],
		['retro list --archived', ''],
		['retro archive --restore 2024-03-08-dns', 'to work on it again'],
	],
	notes: [
		['Where', 'In archive/ among the retros.'],
		['JSON', '{schemaVersion, retro, archived}'],
	],
	async run(context) {
		const {
			arguments: [reference = ''],
			flags,
		} = context;
		const store = await context.store();
		const isBack = flags.restore === true;
		const id = await (isBack ? store.archived : store).find(reference);
		if (isBack) await store.unarchive(id);
		else if (!(await has(store, id))) throw new Problem(`${id} is in the archive already`);
		else await store.archive(id);
		if (flags.json === true) printJson(context, {schemaVersion: 1, retro: id, archived: !isBack});
		else if (isBack) tell(context, `${id} is back among the others.`);
		else tell(context, `Archived ${id}.`, `To bring it back: retro archive --restore ${id}`);
		return 0;
	},
});
