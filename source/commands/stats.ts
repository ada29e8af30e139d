/** `retro stats`: the times that count over the retros, by severity and month. */
import {Problem} from '../problem.ts';
import {
	incidentMetrics,
	type MetricName,
	type Moment,
	metricDefinitions,
	metricNames,
} from '../retro/incident-metrics.ts';
import {
	type GroupStats,
	type IncidentStats,
	incidentDay,
	incidentStats,
	type TimeStats,
} from '../retro/incident-stats.ts';
import {type Retro, severities} from '../retro/record.ts';
import {loadToRead} from '../store/open/read-only.ts';
import type {Store} from '../store/store.ts';
import {cleanLine} from '../text/clean.ts';
import {formatDuration} from '../time/duration.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {noRetros} from './no-retros.ts';
import {readSince} from './since.ts';
import {tableText} from './table-text.ts';

/** Version of the shape that `--json` prints. */
const statsVersion = 1;

/** How many retros are read at a time. */
const atATime = 32;

export const command = defineCommand({
	name: 'stats',
	arguments: [],
	flags: {
		severity: {type: 'string', value: 'SEVERITY', choices: severities, summary: 'only of this severity'},
		since: {type: 'string', value: 'DATE', summary: 'incidents on that day or later'},
	},
	json: true,
	about:
		'Prints the times to detect, acknowledge, mitigate and resolve and the duration of the impact over the retros, by severity and by month: the median, and of how many it is.',
	examples: [
		['retro stats', ''],
		['retro stats --since 90d --severity sev1', ''],
		['retro stats --json', 'for scripts'],
	],
	notes: [
		[
			'Times',
			metricNames.map((name) => `${metricDefinitions[name].title}: ${metricDefinitions[name].definition}.`).join('\n'),
		],
		[
			'JSON',
			'{schemaVersion, all, bySeverity: [{severity, …}], byMonth: [{month, …}],\n incidents: [{id, severity, day, times}], broken: [{file, message}]}.\n all and … are {retros, times}; times are {detect, acknowledge, mitigate,\n resolve, duration}, each {count, medianSeconds, lacking: [{reason, count}]}.\n Those of an incident are {seconds, lacking, from, to}, with from and to of\n {phase, at} and the entry (its id) or the field that says so.',
		],
	],
	async run(context) {
		const {flags} = context;
		const since = flags.since === undefined ? undefined : readSince(flags.since, context.now());
		const store = await context.store();
		const {retros: summaries, broken} = await store.list();
		const wanted = summaries.filter(({severity}) => flags.severity === undefined || severity === flags.severity);
		const retros = (
			await loadAll(
				store,
				wanted.map(({id}) => id),
			)
		).filter((retro) => since === undefined || (incidentDay(retro) ?? '') >= since);
		const stats = incidentStats(retros);
		if (flags.json === true) {
			printJson(context, {
				schemaVersion: statsVersion,
				...jsonOf(stats),
				incidents: retros.map(incidentJson),
				broken: broken.map(({file, problem}) => ({file, message: problem.message})),
			});
		} else if (retros.length > 0) {
			context.stdout.write(statsText(stats, context));
		} else {
			tell(context, summaries.length > 0 ? 'No retro is like that.' : await noRetros(store));
		}
		for (const {problem} of broken) tell(context, cleanLine(problem.message));
		return 0;
	},
});

/** The retros; one that was taken away or spoilt since the list was made is left out. */
async function loadAll(store: Store, ids: readonly string[]): Promise<Retro[]> {
	const retros: Retro[] = [];
	for (let start = 0; start < ids.length; start += atATime) {
		const some = await Promise.all(ids.slice(start, start + atATime).map((id) => loaded(store, id)));
		retros.push(...some.filter((retro) => retro !== undefined));
	}
	return retros;
}

async function loaded(store: Store, id: string): Promise<Retro | undefined> {
	try {
		return await loadToRead(store, id);
	} catch (error) {
		if (error instanceof Problem) return undefined;
		throw error;
	}
}

function jsonOf({all, bySeverity, byMonth}: IncidentStats): object {
	return {
		all: groupJson(all),
		bySeverity: bySeverity.map(({severity, ...group}) => ({severity, ...groupJson(group)})),
		byMonth: byMonth.map(({month, ...group}) => ({month, ...groupJson(group)})),
	};
}

function groupJson({retros, times}: GroupStats): object {
	const inSeconds = ({count, median, lacking}: TimeStats): object => ({
		count,
		medianSeconds: median === null ? null : median / 1000,
		lacking,
	});
	return {retros, times: Object.fromEntries(metricNames.map((name) => [name, inSeconds(times[name])]))};
}

/** One retro with its times and what each comes from. */
function incidentJson(retro: Retro): object {
	const times = incidentMetrics(retro).map(({name, state}) => [
		name,
		{
			seconds: state.kind === 'length' ? state.length / 1000 : null,
			lacking: state.kind === 'length' ? null : state.reason,
			from: momentJson(state.from),
			to: momentJson(state.to),
		},
	]);
	return {id: retro.id, severity: retro.severity, day: incidentDay(retro), times: Object.fromEntries(times)};
}

function momentJson(moment: Moment | undefined): object | null {
	if (moment === undefined) return null;
	const {phase, at, source} = moment;
	return {phase, at, ...(source.kind === 'entry' ? {entry: source.entry.id} : {field: source.field})};
}

const columnTitles: Readonly<Record<MetricName, string>> = {
	detect: 'DETECT',
	acknowledge: 'ACKNOWLEDGE',
	mitigate: 'MITIGATE',
	resolve: 'RESOLVE',
	duration: 'IMPACT',
};

/** A table of medians, then why there are times missing. */
function statsText({all, bySeverity, byMonth}: IncidentStats, {stdout, paint}: Context<object>): string {
	const width = stdout.isTTY === true ? stdout.columns : undefined;
	const rows = [
		rowOf('all', all),
		...bySeverity.map((group) => rowOf(group.severity ?? 'no severity', group)),
		...byMonth.map((group) => rowOf(group.month ?? 'no date', group)),
	];
	const headings = ['', 'RETROS', ...metricNames.map((name) => columnTitles[name])];
	const lines = metricNames.flatMap((name) =>
		all.times[name].lacking.map(({reason, count}) => lackLine(name, reason, count)),
	);
	const note = 'Medians; in brackets of how many retros, where not all have the time.';
	return [
		tableText(headings, rows, width, paint),
		`${paint('quiet', note)}\n`,
		...(lines.length === 0 ? [] : [`\n${paint('title', 'What is missing')}\n`, ...lines]),
	].join('');
}

function rowOf(name: string, {retros, times}: GroupStats): string[] {
	const cell = ({count, median}: TimeStats): string =>
		median === null ? '-' : `${formatDuration(median)}${count < retros ? ` (${count})` : ''}`;
	return [name, String(retros), ...metricNames.map((metric) => cell(times[metric]))];
}

function lackLine(name: MetricName, reason: string, count: number): string {
	return `${metricDefinitions[name].title}: ${reason}, in ${count} retro${count === 1 ? '' : 's'}\n`;
}
