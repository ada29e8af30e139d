/** What was measured, as tables for people. */
import type {KindScore, Score} from './score.ts';

/** Rows of cells with each column as wide as its widest cell. */
export function tableOf(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

export function scoreRow(name: string, {total, precision, recall, falseAlarms}: Score): string[] {
	const [worst] = falseAlarms;
	const alarm = worst === undefined || worst.wrong.length === 0 ? 'none' : `${worst.kind} ${shareOf(worst)}`;
	return [name, String(total), precision.toFixed(3), recall.toFixed(3), alarm];
}

/** Misses and false alarms by kind, those kinds in which all was right left out. */
export function kindsTable({missed, falseAlarms}: Score): string {
	const rows = [
		...missed.filter(({wrong}) => wrong.length > 0).map((kind) => ['  missed', kind.kind, shareOf(kind)]),
		...falseAlarms.filter(({wrong}) => wrong.length > 0).map((kind) => ['  false alarm', kind.kind, shareOf(kind)]),
	];
	return rows.length === 0 ? '  all right' : tableOf(rows);
}

export function missesOf({missed, falseAlarms}: Score): string {
	const linesOf = (what: string, kinds: readonly KindScore[]): string[] =>
		kinds.flatMap(({kind, wrong}) => wrong.map(({text}) => `  ${what}  ${kind}  ${JSON.stringify(text)}`));
	return [...linesOf('missed', missed), ...linesOf('false alarm', falseAlarms)].join('\n');
}

function shareOf({wrong, total}: KindScore): string {
	return `${wrong.length} of ${total}`;
}
