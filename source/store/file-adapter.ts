/**
 * The lowdb adapter for a record's file: validates on reading and writing, replaces the file durably,
 * and never writes over bytes that it has not read.
 */
import {readFile, readlink, realpath} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import type {Adapter} from 'lowdb';
import {Problem} from '../problem.ts';
import {type Retro, schemaVersion} from '../retro/record.ts';
import {replaceFile} from './durable-write.ts';
import {errorCode} from './failure.ts';
import {parseRetro, printRetro} from './layout.ts';

/** A record that is not there or cannot be understood; what is on disk is left alone. */
export class UnreadableRecord extends Problem {
	/** @param kind `newer`: written by a version of ours that is to come, and fine for that one */
	constructor(
		readonly kind: 'missing' | 'broken' | 'newer',
		message: string,
		hint: string,
	) {
		super(message, hint);
	}
}

/** The file is no longer the one that was read: read it again, and try again. */
export class ChangedUnderneath extends Error {}

export type RetroAdapter = Adapter<Retro | null> & {
	/** Follows symbolic links: the path of the file that is read, replaced and locked. */
	realPath(): Promise<string>;
};

/**
 * Reading gives null when there is no file, and the same object as before while the bytes are the same.
 * It rejects with `UnreadableRecord`, or with the error of the file system.
 *
 * Writing rejects with `ChangedUnderneath` unless the file holds what the last reading or writing here
 * found (nothing, if there was none), and with the error of the file system, the old bytes untouched.
 *
 * @param mode of a new file, before the umask
 */
export function fileAdapter(path: string, id: string, mode: number): RetroAdapter {
	let known: {text: string; retro: Retro} | null = null;
	return {
		realPath: () => followed(path),
		async read() {
			const text = await textOf(path);
			if (text === null) known = null;
			else if (text !== known?.text) known = {text, retro: readable(path, id, text)};
			return known?.retro ?? null;
		},
		async write(retro) {
			if (retro === null) return;
			const text = printRetro(retro);
			if (parseRetro(text).kind !== 'retro') throw new Error(`The retro ${id} would not be readable again`);
			const target = await followed(path);
			await replaceFile(target, text, {
				mode,
				check: async () => {
					if ((await textOf(target)) !== (known?.text ?? null)) throw new ChangedUnderneath();
				},
			});
			known = {text, retro};
		},
	};
}

function readable(path: string, id: string, text: string): Retro {
	const parsed = parseRetro(text);
	switch (parsed.kind) {
		case 'retro':
			if (parsed.retro.id === id) return parsed.retro;
			throw broken(path, `it holds the retro ${parsed.retro.id}, not the one that its name says`);
		case 'broken':
			throw broken(path, parsed.why);
		case 'newer':
			throw new UnreadableRecord(
				'newer',
				`${path} was written by a newer version (record version ${parsed.version}, this one reads ${schemaVersion})`,
				'Update incident-retro. The file is left as it is.',
			);
	}
}

function broken(path: string, why: string): UnreadableRecord {
	return new UnreadableRecord(
		'broken',
		`${path} cannot be read: ${why}`,
		'The file is left as it is. Mend it in an editor, or take it from git or a backup.',
	);
}

/** The text of a file, or null when there is none. Bytes that are no UTF-8 would change silently, so they are refused. */
async function textOf(path: string): Promise<string | null> {
	try {
		const bytes = await readFile(path);
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		if (error instanceof TypeError) throw broken(path, 'it is not UTF-8');
		throw error;
	}
}

/** The real path, also of a link whose target is missing: a new file belongs there. */
async function followed(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
		const target = await readlink(path).catch(() => undefined);
		return target === undefined ? path : followed(resolve(dirname(path), target));
	}
}
