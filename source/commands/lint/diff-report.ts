/** What `--fix` would change in each file, as a patch that `git apply` and `patch -p1` take. */
import {relative, resolve, sep} from 'node:path';
import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff';
import {cleanLine} from '../../text/clean.ts';
import type {Paint} from '../colour.ts';
import type {Context} from '../context.ts';
import type {Report} from './file-report.ts';
import {fixed} from './fixing.ts';

/** Lines around a change, as git shows them. */
const contextLines = 3;

/** A terminal sees no control characters of a file; a program gets every byte. */
export function diffReport({stdout, paint, cwd}: Pick<Context, 'stdout' | 'paint' | 'cwd'>): Report {
	const isShown = stdout.isTTY === true;
	return {
		head: '',
		file(report) {
			if (report.kind === 'failed') return '';
			const {text, count} = fixed(report.text, report.findings);
			return count === 0 ? '' : patchOf(nameIn(report.path, cwd), report.text, text, paint, isShown);
		},
		end: () => '',
	};
}

function nameIn(path: string, cwd: string): string {
	return path === '-' ? 'stdin' : relative(cwd, resolve(cwd, path)).split(sep).join('/');
}

function patchOf(path: string, before: string, after: string, paint: Paint, isShown: boolean): string {
	const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
		context: contextLines,
		headerOptions: FILE_HEADERS_ONLY,
	});
	return patch
		.split('\n')
		.map((line) => coloured(isShown ? cleanLine(line) : line, paint))
		.join('\n');
}

function coloured(line: string, paint: Paint): string {
	if (/^(?:---|\+\+\+) /.test(line)) return paint('title', line);
	if (line.startsWith('@@')) return paint('command', line);
	if (line.startsWith('-')) return paint('error', line);
	return line.startsWith('+') ? paint('good', line) : line;
}
