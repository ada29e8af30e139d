/** What happens behind a key, without a terminal: the lint of much text, and saving a large retro. */
import {join} from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {createLinter} from '../../source/lint/linter.ts';
import {openStore} from '../../source/store/store.ts';
import {instantOf} from '../../source/time/instant.ts';
import {proseOf, retroOf} from './material.ts';
import {interleave, type Measurement, median} from './measure.ts';

export async function measureLint(rounds: number): Promise<Measurement> {
	const text = proseOf(10_000);
	const [lint = [], split = []] = await interleave(rounds, [
		() => {
			// A linter remembers sentences, so each round begins with a new one.
			const linter = createLinter();
			return timed(() => linter.lint(text));
		},
		() => timed(() => [...text.matchAll(/[\p{L}\p{N}]+/gu)].length),
	]);
	return {
		name: 'lint of 10,000 words',
		value: median(lint),
		unit: 'ms',
		baseline: {name: 'finding the words', value: median(split)},
	};
}

export async function measureSave(directory: string, rounds: number): Promise<Measurement> {
	const id = '2026-11-20-save';
	const store = openStore(directory, 'flag', {
		now: () => instantOf(Date.now()),
		randomId: () => Math.random().toString(36).slice(2, 10),
		temporaryDirectory: directory,
	});
	const retro = retroOf(id, 200, 500);
	await store.create(retro);
	const opened = await store.open(id);
	const plain = join(directory, 'plain.json');
	const [save = [], write = []] = await interleave(rounds, [
		() => {
			const {title} = opened.retro;
			opened.commit({type: 'set', field: 'title', value: `${title}.`, was: title});
			return timed(() => opened.flush());
		},
		() => timed(() => writeFileAtomic(plain, JSON.stringify(opened.retro))),
	]);
	await opened.close();
	return {
		name: 'save of a retro with 200 entries',
		value: median(save),
		unit: 'ms',
		baseline: {name: 'write-file-atomic', value: median(write)},
		target: 1.5,
	};
}

async function timed(work: () => unknown): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}
