/** The time that reading real documents takes, whole. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** What reads documents: made anew for each round, so that nothing is remembered from the one before. */
export type Reader = {readonly name: string; readonly start: () => (text: string) => unknown};

/** The markdown files of a directory, by name; empty where there is none. */
export function documentsIn(directory: string): string[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory)
		.filter((name) => /^\d.*\.md$/.test(name))
		.toSorted()
		.map((name) => readFileSync(join(directory, name), 'utf8'));
}

/** The seconds of processor time that each reader takes for all documents, the least of three rounds in turn. */
export function secondsFor(
	readers: readonly Reader[],
	documents: readonly string[],
): {name: string; seconds: number}[] {
	const rounds = [1, 2, 3].map(() =>
		readers.map(({start}) => {
			const before = process.cpuUsage();
			const read = start();
			for (const text of documents) read(text);
			const {user, system} = process.cpuUsage(before);
			return (user + system) / 1e6;
		}),
	);
	return readers.map(({name}, index) => ({
		name,
		seconds: Math.min(...rounds.map((round) => round[index] ?? Number.NaN)),
	}));
}
