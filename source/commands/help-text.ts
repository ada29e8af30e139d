/** The help texts: written by hand where they are sentences, laid out here from the commands' own data. */

import type {Paint} from './colour.ts';
import {type CommandShape, type FlagDefinition, flagName, flagsOf} from './command-shape.ts';
import {type TableRow, visibleRows} from './table.ts';
import {wrap} from './wrap.ts';

/** Columns that running text is wrapped to. */
const textWidth = 78;

/** What `retro --help` prints: examples first, then the commands by what they are for. */
export function overview(paint: Paint): string {
	const groups = ['Write', 'Read', 'Around it'] as const;
	return [
		'Blameless incident retrospectives, step by step, in your terminal.',
		section('Examples', overviewExamples, paint),
		...groups.map((group) => section(group, visibleRows.filter((row) => row.group === group).map(rowLine), paint)),
		section('Everywhere', [...flagLines({name: 'browse', flags: {}, json: true})], paint),
		[
			'RETRO is an id, the beginning of one, or "latest". Times without a zone are UTC.',
			'"-" stands for standard input or output. Exit status: 0 done, 1 findings or',
			'failed, 2 wrong use. "retro help COMMAND" has more on each command.',
		].join('\n'),
		'',
	]
		.join('\n\n')
		.trimEnd()
		.concat('\n');
}

/** What `retro COMMAND --help` prints. */
export function commandHelp(row: TableRow, command: CommandShape, paint: Paint): string {
	return [
		wrap(command.about, textWidth),
		section('Examples', command.examples, paint),
		`${paint('title', 'Usage')}\n  retro ${row.usage}${row.usage === '' ? '' : ' '}[flags]`,
		...(command.notes ?? []).map(([heading, text]) => `${paint('title', heading)}\n${indented(text)}`),
		section('Flags', flagLines(command), paint),
	]
		.join('\n\n')
		.concat('\n');
}

const overviewExamples = [
	['retro', 'browse the retros, start one'],
	['retro new "Checkout latency after deploy"', 'walk through the eight steps'],
	['retro log "1005 on-call acked"', 'note it while the incident runs'],
	['retro export --output post-mortem.md', 'the finished document'],
	['retro lint docs/*.md', 'blameful wording, times without UTC'],
] as const;

type Line = readonly [left: string, right: string];

/** What is longer has its explanation on the lines below. */
const widestLeft = 40;

function section(heading: string, lines: readonly Line[], paint: Paint): string {
	const lefts = lines.filter(([, right]) => right !== '').map(([left]) => left.length);
	const width = Math.max(12, ...lefts.filter((length) => length <= widestLeft));
	const rows = lines.flatMap(([left, right]) => {
		const head = `  ${paint('command', left)}`;
		const [first = '', ...rest] = wrap(right, textWidth - width - 4).split('\n');
		const indent = ' '.repeat(width + 4);
		if (right === '') return [head];
		return left.length > width
			? [head, ...[first, ...rest].map((line) => indent + line)]
			: [`${head}${' '.repeat(width - left.length)}  ${first}`, ...rest.map((line) => indent + line)];
	});
	return [paint('title', heading), ...rows].join('\n');
}

function rowLine({usage, summary}: TableRow): Line {
	return [usage, summary];
}

function flagLines(command: Pick<CommandShape, 'name' | 'flags' | 'json'>): Line[] {
	return Object.entries(flagsOf(command)).map(([name, flag]) => [flagUsage(name, flag), flagSummary(flag)]);
}

function flagUsage(name: string, {short, value, type, on}: FlagDefinition): string {
	const long = flagName(name);
	if (name === 'color') return '--color, --no-color';
	const full = on === true ? long.replace('--', '--no-') : long;
	const letter = short === undefined ? '' : `-${short}, `;
	return `${letter}${full}${type === 'boolean' ? '' : ` ${value ?? 'VALUE'}`}`;
}

function flagSummary({summary, choices}: FlagDefinition): string {
	return choices === undefined ? summary : `${summary}: ${choices.join(', ')}`;
}

/** Notes keep the lines they were written in, moved in by two. */
function indented(text: string): string {
	return text
		.split('\n')
		.flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, textWidth - 2).split('\n')))
		.map((line) => (line === '' ? '' : `  ${line}`))
		.join('\n');
}
