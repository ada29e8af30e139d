/** How long a list takes in a large store, against a small one. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {printRetro} from '../../source/store/record/layout.ts';
import type {App} from './app.ts';
import {retroOf} from './material.ts';
import {interleave, type Measurement, median} from './measure.ts';
import {untilEnd} from './start-up.ts';

const few = 100;
const many = 10_000;

export async function measureListing(app: App, rounds: number): Promise<Measurement> {
	const [small, large] = [few, many].map((size) => storeOf(size, app.directory(`store-of-${size}`)));
	const list = (directory = '') => untilEnd(() => app.start('list', '--limit', '20', '--store', directory));
	// The first list reads the records and keeps an index; times of change are trusted two seconds after them.
	await new Promise((resolve) => setTimeout(resolve, 2100));
	await list(large);
	const [ofMany = [], ofFew = []] = await interleave(rounds, [() => list(large), () => list(small)]);
	return {
		name: `retro list, ${many} retros`,
		value: median(ofMany),
		unit: 'ms',
		baseline: {name: `${few} retros`, value: median(ofFew)},
	};
}

function storeOf(size: number, directory: string): string {
	for (let index = 0; index < size; index++) {
		const id = `2026-11-20-incident-${index}`;
		writeFileSync(join(directory, `${id}.json`), printRetro(retroOf(id, 10, 100)), {mode: 0o600});
	}
	return directory;
}
