/** Changes the settings of a team in their file, which stays as it is otherwise. */
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {replaceFile} from '../files/durable-write.ts';
import {errorCode, failure} from '../files/failure.ts';
import {type Configuration, ownSettings} from './configuration.ts';

/** The settings as they were read, and the directory of retros that new ones are made in. */
export type SettingsPlace = {readonly configuration: Configuration; readonly directory: string};

/**
 * Writes what `change` makes of the text, empty where there are no settings yet; `within` is the way to ours in it.
 * Resolves to the file; rejects with a `Problem` where it cannot be written.
 */
export async function changeSettings(
	{configuration, directory}: SettingsPlace,
	change: (text: string, within: readonly string[]) => string,
): Promise<string> {
	const file = configuration.file ?? ownSettings(directory);
	const within = basename(file) === 'package.json' ? ['retro'] : [];
	try {
		const text = await readFile(file, 'utf8').catch((error: unknown) => {
			if (errorCode(error) === 'ENOENT') return '';
			throw error;
		});
		await replaceFile(file, change(text, within), {mode: 0o644});
		return file;
	} catch (error) {
		throw failure(error, 'Cannot write the settings');
	}
}
