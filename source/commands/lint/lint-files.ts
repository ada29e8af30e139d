/** Lints file after file: reads ahead, fixes where that is asked for, and hands each over as it is done. */
import {resolve} from 'node:path';
import type {FileLinter} from '../../lint/linter.ts';
import {Problem} from '../../problem.ts';
import type {Surroundings} from '../context.ts';
import {readText} from '../input.ts';
import type {FileReport, LintedFile} from './file-report.ts';
import type {FoundFile} from './find-files.ts';
import {fixed} from './fixing.ts';
import {inOrder} from './read-ahead.ts';

/** Files that are read at a time; with the most that a file may hold, this bounds the memory. */
const readAtOnce = 8;

type World = Pick<Surroundings, 'stdin' | 'cwd'>;

/** `fixed`: how many findings were settled, in the file itself unless it is standard input. */
export type FinishedFile = {readonly report: FileReport; readonly fixed: number};

/**
 * Yields the files in their order, as they are after fixing. One that cannot be read fails; one that cannot be
 * written fails and is linted as it is.
 */
export async function* lintFiles(
	files: readonly FoundFile[],
	linter: FileLinter,
	fixes: boolean,
	world: World,
): AsyncGenerator<FinishedFile> {
	for await (const {path, text} of inOrder(files, (file) => read(file, world), readAtOnce)) {
		if (text instanceof Problem) yield {report: {kind: 'failed', path, message: text.message}, fixed: 0};
		else if (fixes) yield* lintAndFix(path, text, linter, world);
		else yield {report: lint(path, text, linter), fixed: 0};
	}
}

async function read(file: FoundFile, world: World): Promise<{path: string; text: string | Problem}> {
	const {path, problem} = file;
	return {path, text: problem ?? (await readText(path, world).catch(problemOf))};
}

function problemOf(error: unknown): Problem {
	if (error instanceof Problem) return error;
	throw error;
}

function lint(path: string, text: string, linter: FileLinter): LintedFile {
	const findings = linter.lint(text, {format: 'document'});
	return {kind: 'linted', path, text, findings, unused: linter.unusedComments(text)};
}

async function* lintAndFix(path: string, text: string, linter: FileLinter, {cwd}: World): AsyncGenerator<FinishedFile> {
	const {text: after, count} = fixed(text, linter.lint(text, {format: 'document'}));
	try {
		if (count > 0 && path !== '-') {
			const {writeFixed} = await import('./write-fixed.ts');
			await writeFixed(resolve(cwd, path), path, text, after);
		}
	} catch (error) {
		yield {report: {kind: 'failed', path, message: problemOf(error).message}, fixed: 0};
		yield {report: lint(path, text, linter), fixed: 0};
		return;
	}
	yield {report: lint(path, after, linter), fixed: count};
}
