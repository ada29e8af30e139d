/**
 * The picture of an incident in characters: its phases as a bar, and under it, on the same scale, how densely
 * it is noted. Pure: a screen and a command paint the runs as they will.
 */
import {type Density, densityOf} from '../retro/density.ts';
import {type PhaseChart, phaseChart, type Segment, widthOf} from '../retro/phase-chart.ts';
import type {Phase, Retro} from '../retro/record.ts';
import {columnAt} from '../retro/time-scale.ts';
import {type Instant, millisecondsOf} from '../time/instant.ts';

/** What a run of characters stands for. `here` is the entry that is selected. */
export type PictureMeaning = 'name' | 'aside' | 'harm' | 'relief' | 'silence' | 'entries' | 'here';

export type PictureRun = {readonly text: string; readonly meaning: PictureMeaning};

/** One row, in columns as wide as the picture and its two margins at most. */
export type PictureRow = readonly PictureRun[];

export type IncidentPicture = {
	readonly chart: PhaseChart;
	readonly density: Density;
	/** Columns between the margins. */
	readonly columns: number;
};

/** Blank columns on either side, where marks tell of entries outside the stretch that is shown. */
const margin = 2;

/** The picture in so many columns with its margins; undefined where there is no room, or nothing to show. */
export function incidentPicture(
	retro: Pick<Retro, 'timeline' | 'impact'>,
	columns: number,
): IncidentPicture | undefined {
	const inner = columns - 2 * margin;
	const chart = phaseChart(retro, inner);
	return chart && {chart, density: densityOf(retro.timeline, chart.span, inner), columns: inner};
}

type Characters = {
	/** Of each phase's part of the bar; told apart without colour. */
	readonly fills: Readonly<Record<Phase, string>>;
	readonly levels: readonly [string, string, string, string, string];
	readonly here: string;
};

const unicode: Characters = {
	fills: {started: '█', detected: '▓', acknowledged: '▒', declared: '░', mitigated: '─', resolved: '┤'},
	levels: ['▁', '▂', '▃', '▅', '▇'],
	here: '▲',
};

const ascii: Characters = {
	fills: {started: '#', detected: '=', acknowledged: '+', declared: '-', mitigated: '.', resolved: '|'},
	levels: [' ', '.', ':', '|', '#'],
	here: '^',
};

/** The rows: names and bar where there are phases, then the density. */
export function pictureRows(
	{chart, density, columns}: IncidentPicture,
	{hasUnicode, here}: {hasUnicode: boolean; here?: Instant | undefined},
): PictureRow[] {
	const characters = hasUnicode ? unicode : ascii;
	const selected = here === undefined ? undefined : columnAt(chart.span, columns, millisecondsOf(here));
	const strip = densityRow(density, characters, selected);
	return chart.labels.length === 0 ? [strip] : [labelRow(chart), barRow(chart, characters), strip];
}

function labelRow({labels}: PhaseChart): PictureRow {
	let end = -margin;
	return labels.flatMap((label): PictureRun[] => {
		const gap = ' '.repeat(label.column - end);
		end = label.column + widthOf(label);
		const name: PictureRun = {text: gap + label.name, meaning: 'name'};
		return label.aside === '' ? [name] : [name, {text: ` ${label.aside}`, meaning: 'aside'}];
	});
}

function barRow({segments}: PhaseChart, {fills}: Characters): PictureRow {
	const runs = segments.filter(({columns}) => columns > 0).map((segment) => barRun(segment, fills));
	return [{text: ' '.repeat(margin), meaning: 'aside'}, ...runs];
}

/** The resolution is a moment: what follows it is blank. */
function barRun({phase, columns}: Segment, fills: Characters['fills']): PictureRun {
	if (phase === null) return {text: ' '.repeat(columns), meaning: 'aside'};
	if (phase === 'resolved') return {text: fills.resolved.padEnd(columns), meaning: 'relief'};
	return {text: fills[phase].repeat(columns), meaning: phase === 'mitigated' ? 'relief' : 'harm'};
}

function densityRow({levels, before, after}: Density, characters: Characters, here: number | undefined): PictureRow {
	const edge = (text: string, outside: number, isHere: boolean): PictureRun => ({
		text: isHere || outside > 0 ? text : text.replaceAll(/[<>]/g, ' '),
		meaning: isHere ? 'here' : 'aside',
	});
	const cells = levels.map((level, column): PictureRun => {
		if (column === here) return {text: characters.here, meaning: 'here'};
		return {text: characters.levels[level], meaning: level === 0 ? 'silence' : 'entries'};
	});
	return joined([
		edge('< ', before, here !== undefined && here < 0),
		...cells,
		edge(' >', after, here !== undefined && here >= levels.length),
	]);
}

function joined(runs: readonly PictureRun[]): PictureRow {
	const row: PictureRun[] = [];
	for (const run of runs) {
		const last = row.at(-1);
		if (last?.meaning === run.meaning) row[row.length - 1] = {...last, text: last.text + run.text};
		else row.push(run);
	}
	return row;
}
