/** `retro import FILE|-`: takes in a retro that was exported as JSON. */
import {Problem} from '../problem.ts';
import {retroId} from '../retro/new-retro.ts';
import type {Retro} from '../retro/record.ts';
import {parseRetro} from '../store/layout.ts';
import type {Store} from '../store/store.ts';
import {dateOf} from '../time/instant.ts';
import {cleanRecord} from './clean-record.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {readSomeText} from './input.ts';
import {quoted} from './quote.ts';

export const command = defineCommand({
	name: 'import',
	arguments: [{name: 'FILE|-', completes: 'file'}],
	flags: {},
	json: true,
	about:
		'Takes in a retro that "retro export --format json" wrote, and prints its id. It keeps its id unless another retro has it.',
	examples: [
		['retro import 2026-11-20-checkout.json', ''],
		['retro export latest --format json | retro import - --store ../copy', ''],
	],
	notes: [['JSON', '{schemaVersion, id}']],
	async run(context) {
		const [from = '-'] = context.arguments;
		const read = readRecord(await readSomeText(from, context), from === '-' ? 'standard input' : quoted(from));
		const store = await context.store();
		const retro = await withFreeId(read, store, context);
		await store.create(retro);
		if (retro.id !== read.id) tell(context, `There is a retro ${read.id} already: this one is now ${retro.id}.`);
		if (context.flags.json === true) printJson(context, {schemaVersion: 1, id: retro.id});
		else context.stdout.write(`${retro.id}\n`);
		return 0;
	},
});

function readRecord(text: string, from: string): Retro {
	const parsed = parseRetro(text);
	switch (parsed.kind) {
		case 'retro':
			return cleanRecord(parsed.retro, from);
		case 'newer':
			throw new Problem(
				`The retro in ${from} was written by a newer retro (schema ${parsed.version})`,
				'Install the version of retro that wrote it.',
			);
		case 'broken':
			throw new Problem(
				`What is in ${from} cannot be taken in: ${/^[\s\0]*(?:[{\0]|$)/.test(text) ? parsed.why : 'it is not JSON'}`,
				'It takes what "retro export --format json" prints.',
			);
	}
}

async function withFreeId(retro: Retro, store: Store, {randomId}: Context): Promise<Retro> {
	const {retros, broken} = await store.list();
	const isTaken = retros.some(({id}) => id === retro.id) || broken.some(({file}) => file.endsWith(`/${retro.id}.json`));
	if (!isTaken) return retro;
	return {...retro, id: retroId(retro.date ?? dateOf(retro.createdAt), retro.title, randomId())};
}
