/** The time that reading real documents takes, whole and from nothing. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

export type Reader = {readonly name: string; readonly read: (text: string) => unknown};

/** The markdown files of a directory, by name; empty where there is none. */
export function documentsIn(directory: string): string[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory)
		.filter((name) => /^\d.*\.md$/.test(name))
		.toSorted()
		.map((name) => readFileSync(join(directory, name), 'utf8'));
}

/** The seconds that each reader takes for all documents, the least of three rounds in turn. */
export function secondsFor(
	readers: readonly Reader[],
	documents: readonly string[],
): {name: string; seconds: number}[] {
	const rounds = [1, 2, 3].map(() =>
		readers.map(({read}) => {
			const started = performance.now();
			for (const text of documents) read(text);
			return (performance.now() - started) / 1000;
		}),
	);
	return readers.map(({name}, index) => ({
		name,
		seconds: Math.min(...rounds.map((round) => round[index] ?? Number.NaN)),
	}));
}
