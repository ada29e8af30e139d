/** `retro set RETRO FIELD VALUE`: sets one field. */
import {Problem} from '../problem.ts';
import {setField} from '../retro/edit.ts';
import {type FieldName, type FieldValues, fieldNames, fieldOf} from '../retro/fields.ts';
import {gapsOf} from '../retro/gaps.ts';
import type {Retro} from '../retro/record.ts';
import {dateOf} from '../time/instant.ts';
import {readMoment} from '../time/moment.ts';
import {describeReading} from '../time/reading.ts';
import {defineCommand} from './command.ts';
import {tellOfMarkers} from './conflict-markers.ts';
import {type Context, tell} from './context.ts';
import {readSomeText} from './input.ts';
import {shortened} from './quote.ts';
import {fieldNameOf, readField} from './read-field.ts';
import {timeContextOf} from './time-context.ts';
import {warnOfFindings} from './warn.ts';

export const command = defineCommand({
	name: 'set',
	arguments: [{name: 'RETRO', completes: 'retro'}, {name: 'FIELD', choices: fieldNames}, {name: 'VALUE'}],
	flags: {},
	about: 'Sets one field of a retro. "-" reads the value from standard input, "" clears the field.',
	examples: [
		['retro set latest severity "sev 2"', ''],
		['retro set latest impact.start "2:51am PST"', 'stored in UTC, and said so'],
		['retro set latest participants "Ada, Grace, Linus"', ''],
		['retro set latest summary - < summary.md', ''],
	],
	notes: [['Fields', fieldNames.join(', ')]],
	async run(context) {
		const [reference = '', typedField = '', value = ''] = context.arguments;
		const field = fieldNameOf(typedField);
		const text = value === '-' ? await readSomeText('-', context) : value;
		const store = await context.store();
		const id = await store.find(reference);
		const {zones} = await context.configuration();
		let said = '';
		await tellOfMarkers(context, store, id);
		const retro = await store.update(id, (before) => {
			const times = timeContextOf(before, context.now(), zones);
			const read = readField(field, text, times);
			if (read === 'final') needNoGaps(before, context);
			said = field === 'impact.start' || field === 'impact.end' ? describeReading(readMoment(text, times), times) : '';
			return setField(before, field, read);
		});
		tell(context, `${field} ${said === '' ? `= ${written(fieldOf(retro, field))}` : said}`);
		await warnOfFindings(context, retro, (path) => path === field);
		return 0;
	},
});

function written(value: FieldValues[FieldName]): string {
	const text = Array.isArray(value) ? value.join(', ') : (value ?? '').toString();
	return text === '' ? '(empty)' : shortened(text);
}

/** Nothing that the guide demands may be open when a retro is called final. */
function needNoGaps(retro: Retro, {now}: Context): void {
	const open = gapsOf(retro, dateOf(now())).filter(({blocks}) => blocks);
	const [first] = open;
	if (first === undefined) return;
	const others = open.length === 1 ? '' : ` and ${open.length - 1} more`;
	throw new Problem(
		`The retro cannot be final yet: ${first.message}${others}`,
		`"retro check ${retro.id}" shows what is still open.`,
	);
}
