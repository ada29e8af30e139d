/** Words that the team allows: added to its settings, which stay as they are otherwise. */
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {type Configuration, ownSettings} from './configuration.ts';
import {replaceFile} from './durable-write.ts';
import {errorCode, failure} from './failure.ts';
import {withAdded} from './settings-text.ts';

/**
 * Adds words to `lint.allow` of the settings, or of new ones beside the retros where there are none. Resolves to the
 * file; rejects with a `Problem` where it cannot be written.
 */
export async function allowWords(
	words: string,
	{configuration, directory}: {configuration: Configuration; directory: string},
): Promise<string> {
	const file = configuration.file ?? ownSettings(directory);
	const list = [...(basename(file) === 'package.json' ? ['retro'] : []), 'lint', 'allow'];
	try {
		const text = await readFile(file, 'utf8').catch((error: unknown) => {
			if (errorCode(error) === 'ENOENT') return '';
			throw error;
		});
		await replaceFile(file, withAdded(text, list, words), {mode: 0o644});
		return file;
	} catch (error) {
		throw failure(error, 'Cannot write the settings');
	}
}
