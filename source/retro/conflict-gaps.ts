/** Gaps where two people gave a value or a wording apart from each other, and nobody has settled it yet. */
import {type OpenConflict, openConflicts} from './conflicts.ts';
import {parseItemPath} from './fields.ts';
import {type Gap, gap} from './gap.ts';
import type {Retro} from './record.ts';

const demand = 'What two people write apart from each other is both kept, until somebody chooses.';

/** As the value is called after "two values for" and "two wordings in". Other values are not shown on any step. */
const labels: Readonly<Record<string, string>> = {
	title: 'the title',
	severity: 'the severity',
	status: 'the status',
	date: 'the date',
	facilitator: 'the facilitator',
	summary: 'the summary',
	'impact.start': 'the start',
	'impact.end': 'the end',
	'impact.users': 'users affected',
	'impact.revenue': 'the revenue impact',
	'impact.data': 'the data impact',
};

const partLabels: Readonly<Record<string, string>> = {
	at: 'the time of an entry',
	phase: 'the phase of an entry',
	text: 'one text',
	question: 'one Why',
	answer: 'one answer',
	kind: 'the kind of an action',
	owner: 'the owner of an action',
	due: 'a due date',
	status: 'the status of an action',
};

/** Columns of a message. */
const widest = 70;

/** One gap for each conflict on something that can be set on a step, in the order they came in. */
export function conflictGaps(retro: Retro): Gap[] {
	return openConflicts(retro).flatMap((conflict) => {
		const {path, here, elsewhere} = conflict;
		const place = parseItemPath(path);
		const label = place === undefined ? labels[path] : partLabels[place.part];
		if (label === undefined || place?.list === 'kept') return [];
		const seen = [here, ...elsewhere].map((value) => JSON.stringify(value) ?? 'null').join(' ');
		return [gap('two-values', path, messageOf(conflict, label), demand, 'advises', seen)];
	});
}

function messageOf({path, here, elsewhere}: OpenConflict, label: string): string {
	if (elsewhere.length === 0) return `Two wordings stand side by side in ${label}`;
	const [mine, ...others] = [here, ...elsewhere].map(shown);
	if (parseItemPath(path)?.part === 'phase' && here === null) {
		return `Another entry is marked as ${others.join(', ')}; this one was too`;
	}
	const long = `Two values for ${label}: ${mine} here, ${others.join(', ')} from elsewhere`;
	const short = `Two values for ${label}: ${[mine, ...others].join(' or ')}`;
	return [long, short].find((message) => message.length <= widest) ?? `Several values for ${label}`;
}

/** A value as people write it; what is none of ours is not repeated, since a file may hold anything. */
function shown(value: unknown): string {
	if (value === null) return 'none';
	if (typeof value !== 'string' || !/^[\w:-]{1,24}$/.test(value)) return 'something else';
	return value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?(:\d\d)?Z$/, '$1 $2$3');
}
