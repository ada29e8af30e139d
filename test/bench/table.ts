/** Prints measurements as a table for people. */
import type {Measurement} from './measure.ts';

export function tableOf(measurements: readonly Measurement[]): string {
	const rows = [
		['', 'measured', 'baseline', 'ratio', 'aim'],
		...measurements.map(({name, value, unit, baseline, target}) => [
			name,
			`${digits(value)} ${unit}`,
			baseline ? `${digits(baseline.value)} ${unit}, ${baseline.name}` : '',
			baseline ? (value / baseline.value).toFixed(2) : '',
			target === undefined ? '' : `≤ ${target}${baseline ? ' ×' : ` ${unit}`}`,
		]),
	];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function digits(value: number): string {
	return value.toFixed(value < 100 ? 1 : 0);
}
