/** Prints measurements as a table for people. */
import {tableOf as aligned} from '../measure/tables.ts';
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
	return aligned(rows);
}

function digits(value: number): string {
	return value.toFixed(value < 100 ? 1 : 0);
}
