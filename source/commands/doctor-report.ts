/** What the doctor says: for people, by kind; for scripts, one finding after another. */

import {relative} from 'node:path';
import type {Outcome} from '../store/doctor/examine.ts';
import {type Ailment, ailmentNames, ailments} from '../store/doctor/finding.ts';
import {cleanLine} from '../text/clean.ts';
import {columnsOf} from '../text/columns.ts';
import {counted} from '../text/counted.ts';
import type {Context} from './context.ts';
import {shortened} from './quote.ts';
import {wrap} from './wrap.ts';

/** Version of the shape that `--json` prints. */
const doctorVersion = 1;

export type DoctorReport = {
	readonly directory: string;
	/** Where the copies are. */
	readonly copies: string;
	readonly records: number;
	readonly outcomes: readonly Outcome[];
	readonly isFixing: boolean;
};

type Counts = {readonly trouble: number; readonly notes: number; readonly mended: number; readonly left: number};

export function doctorJson(report: DoctorReport): {json: object; left: number} {
	const counts = countsOf(report.outcomes);
	const findings = report.outcomes.map(({finding: {ailment, file, what, remedy}, done}) => {
		const {weight, means, cure} = ailments[ailment];
		return {
			kind: ailment,
			weight,
			file: cleanLine(file),
			what: shortened(what, longest),
			means,
			cure,
			mendable: remedy !== undefined,
			mended: done?.isMended ?? false,
			done: done === undefined ? null : shortened(done.words, longest),
		};
	});
	const {directory, copies, records} = report;
	return {
		json: {schemaVersion: doctorVersion, directory, copies, retros: records, findings, counts},
		left: counts.left,
	};
}

const longest = 400;

function countsOf(outcomes: readonly Outcome[]): Counts {
	const trouble = outcomes.filter(({finding}) => ailments[finding.ailment].weight === 'trouble');
	const mended = trouble.filter(({done}) => done?.isMended === true).length;
	return {
		trouble: trouble.length,
		notes: outcomes.length - trouble.length,
		mended,
		left: trouble.length - mended,
	};
}

/** So many files of one kind are named; the others are counted. */
const mostFiles = 10;

export function doctorLines(report: DoctorReport, {stdout, paint}: Pick<Context, 'stdout' | 'paint'>): string[] {
	const {outcomes, isFixing, copies} = report;
	const width = Math.min(100, stdout.columns ?? 80) - 2;
	const lines: string[] = [];
	for (const ailment of ailmentNames) {
		const some = outcomes.filter(({finding}) => finding.ailment === ailment);
		if (some.length > 0) lines.push(...kindLines(ailment, some, report, width, paint), '');
	}
	const {trouble, notes, mended, left} = countsOf(outcomes);
	const retros = counted(report.records, 'retro');
	const noted = notes === 0 ? '' : `, ${counted(notes, 'note')}`;
	const place = `${retros} in ${cleanLine(report.directory)}`;
	if (trouble === 0) return [...lines, `${paint('good', 'All is well')}: ${place}${noted}.`];
	if (!isFixing) {
		const mendable = outcomes.some(({finding}) => finding.remedy !== undefined);
		const hint = mendable ? ['retro doctor --fix mends what can be mended, after a copy.'] : [];
		return [...lines, `${paint('error', counted(trouble, 'thing'))} to see to${noted}: ${place}.`, ...hint];
	}
	const rest = left === 0 ? '' : `, ${left} left`;
	return [
		...lines,
		`${paint(left === 0 ? 'good' : 'warning', `${mended} mended${rest}`)}${noted}: ${place}.`,
		...(mended > 0 ? [`Copies of what was changed: ${cleanLine(copies)}`] : []),
	];
}

function kindLines(
	ailment: Ailment,
	outcomes: readonly Outcome[],
	{directory, isFixing}: DoctorReport,
	width: number,
	paint: Context['paint'],
): string[] {
	const {title, weight, means, cure} = ailments[ailment];
	const files = new Set(outcomes.map(({finding}) => finding.file)).size;
	const heading = `${title}: ${counted(files, 'file')}`;
	const shown = outcomes.slice(0, mostFiles);
	const names = shown.map(({finding: {file}}) => cleanLine(relative(directory, file)) || '.');
	const column = Math.min(48, Math.max(...names.map(columnsOf)));
	const rows = shown.flatMap(({finding: {what}, done}, index) => {
		const name = names[index] ?? '';
		const gap = ' '.repeat(Math.max(2, column + 2 - columnsOf(name)));
		const said = what === '' ? [] : [`${gap}${shortened(what, longest)}`];
		const result = done === undefined ? [] : [outcomeLine(done, paint)];
		return [`  ${name}${said.join('')}`, ...result];
	});
	const more = outcomes.length - shown.length;
	const isDone = isFixing && outcomes.every(({done}) => done?.isMended === true);
	const byHand = cure.startsWith('nothing');
	const advice = byHand ? cure.replace(/^nothing[.:]? ?/, '') : `--fix ${cure}`;
	const explained = isDone ? [means] : [means, advice.charAt(0).toUpperCase() + advice.slice(1)];
	return [
		paint(weight === 'trouble' ? 'warning' : 'title', heading),
		...rows,
		...(more > 0 ? [`  and ${more} more`] : []),
		...explained.filter((text) => text !== '').flatMap((text) => indented(text, width, paint)),
	];
}

function outcomeLine({isMended, words}: NonNullable<Outcome['done']>, paint: Context['paint']): string {
	return `    ${isMended ? paint('good', 'mended:') : paint('error', 'not mended:')} ${shortened(words, longest)}`;
}

function indented(text: string, width: number, paint: Context['paint']): string[] {
	return wrap(text, width)
		.split('\n')
		.map((line) => `  ${paint('quiet', line)}`);
}
