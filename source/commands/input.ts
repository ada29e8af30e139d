/** Text from standard input or from a file: UTF-8, bounded, and a clear word where it is neither. */
import {createReadStream} from 'node:fs';
import {resolve} from 'node:path';
import {Problem, wrongUse} from '../problem.ts';
import {errorCode} from '../store/files/failure.ts';
import type {Input, Surroundings} from './context.ts';
import {quoted} from './quote.ts';

/** More than any retro or document holds; what is longer is a mistake, and is not read to its end. */
const longestInput = 10 * 1024 * 1024;

/**
 * The text of a file, or of standard input for `-`. A byte order mark is taken off.
 * Throws a `Problem` for a terminal, for more than 10 MB, for what is not UTF-8 and for what cannot be read.
 */
export async function readText(from: string, {stdin, cwd}: Pick<Surroundings, 'stdin' | 'cwd'>): Promise<string> {
	const name = inputName(from);
	let text = '';
	for await (const part of decoded(from === '-' ? piped(stdin) : fileBytes(resolve(cwd, from), name), name))
		text += part;
	return text;
}

/** As `readText`, and an empty input is a `Problem` too. */
export async function readSomeText(from: string, world: Pick<Surroundings, 'stdin' | 'cwd'>): Promise<string> {
	const text = await readText(from, world);
	if (text.trim() === '') throw new Problem(`${inputName(from, true)} is empty`, 'Nothing was changed.');
	return text;
}

/** The lines of standard input in groups as they arrive, without their line ends. */
export async function* readLines({stdin}: Pick<Surroundings, 'stdin'>): AsyncGenerator<string[]> {
	let rest = '';
	for await (const part of decoded(piped(stdin), inputName('-'))) {
		const lines = (rest + part).split(/\r\n|\n|\r(?=.)/s);
		rest = lines.pop() ?? '';
		if (lines.length > 0) yield lines;
	}
	if (rest !== '') yield [rest.replace(/\r$/, '')];
}

function inputName(from: string, capital = false): string {
	if (from === '-') return capital ? 'Standard input' : 'standard input';
	return quoted(from);
}

/** Standard input. Throws a `Problem` of wrong use where that is the keyboard. */
export function piped(stdin: Input): AsyncIterable<Uint8Array> {
	if (stdin.isTTY === true) {
		throw wrongUse('"-" reads standard input, and that is the keyboard here', 'Pipe something in: cat FILE | retro …');
	}
	return stdin;
}

async function* fileBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
	try {
		yield* createReadStream(path) as AsyncIterable<Uint8Array>;
	} catch (error) {
		throw unreadable(error, name);
	}
}

/** Why a file could not be read, as a `Problem` where the file system says so; `name` is how it is called there. */
export function unreadable(error: unknown, name: string): unknown {
	switch (errorCode(error)) {
		case undefined:
			return error;
		case 'ENOENT':
		case 'ENOTDIR':
			return new Problem(`There is no file ${name}`);
		case 'EISDIR':
			return new Problem(`${name} is a directory, not a file`);
		case 'EACCES':
		case 'EPERM':
			return new Problem(`${name} cannot be read: permission is denied`);
		default:
			return new Problem(`${name} cannot be read: ${errorCode(error)}`);
	}
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', {fatal: true});
	let length = 0;
	try {
		for await (const chunk of bytes) {
			length += chunk.byteLength;
			if (length > longestInput) {
				throw new Problem(`There is more than 10 MB in ${name}`, 'A retro is text: pass only the part that matters.');
			}
			yield decoder.decode(chunk, {stream: true});
		}
		yield decoder.decode();
	} catch (error) {
		if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
		throw new Problem(
			`What is in ${name} is not UTF-8 text`,
			'Convert it first, for example: iconv -f latin1 -t utf-8',
		);
	}
}
