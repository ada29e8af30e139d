/** The times of an incident as a command prints them: the picture of its phases, and under it each time with where it comes from. */
import {incidentPicture, type PictureMeaning, pictureRows} from '../export/incident-picture.ts';
import {incidentMetrics, type Metric, phaseMoments} from '../retro/incident-metrics.ts';
import {betweenWords, shortLength} from '../retro/metric-words.ts';
import type {Retro} from '../retro/record.ts';
import type {Paint, Tone} from './colour.ts';
import {wrap} from './wrap.ts';

export type TimesForm = {
	/** Of the terminal, at least 1. */
	readonly columns: number;
	readonly hasUnicode: boolean;
	readonly paint: Paint;
};

const tones: Readonly<Partial<Record<PictureMeaning, Tone>>> = {
	name: 'good',
	aside: 'quiet',
	relief: 'good',
	silence: 'quiet',
};

const titleWidth = 'Duration of the impact'.length;
const lengthWidth = '99d 23h'.length;

/** Whole lines under a heading; empty while no moment of the incident is known. */
export function incidentTimesText(retro: Pick<Retro, 'timeline' | 'impact'>, form: TimesForm): string {
	if (Object.keys(phaseMoments(retro)).length === 0) return '';
	const {columns, hasUnicode, paint} = form;
	const picture = incidentPicture(retro, columns);
	const rows = picture === undefined ? [] : pictureRows(picture, {hasUnicode});
	const drawn = rows.map((row) => {
		const last = row.length - 1;
		return row
			.map(({text, meaning}, place) => [place === last ? text.trimEnd() : text, tones[meaning]] as const)
			.map(([text, tone]) => (tone === undefined || text === '' ? text : paint(tone, text)))
			.join('');
	});
	const times = incidentMetrics(retro).flatMap((metric) => metricLines(metric, columns, paint));
	const lines = [paint('title', 'The times, in UTC'), '', ...drawn, ...(drawn.length > 0 ? [''] : []), ...times];
	return lines.map((line) => `${line}\n`).join('');
}

/** One line where it fits, else what it lies between on lines of its own. */
function metricLines({title, state}: Metric, columns: number, paint: Paint): string[] {
	const head = `${title.padEnd(titleWidth)}  ${shortLength(state).padEnd(lengthWidth)}`;
	const between = betweenWords(state);
	if (head.length + 2 + between.length <= columns) return [`${head}  ${paint('quiet', between)}`];
	const below = wrap(between, Math.max(1, columns - 2)).split('\n');
	return [head.trimEnd(), ...below.map((line) => `  ${paint('quiet', line)}`)];
}
