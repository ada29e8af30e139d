/** Hands a text to the person's own editor. The terminal must have been given up before. */
import {spawnSync} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/**
 * The text as it was saved in $VISUAL, else $EDITOR, else vi; undefined where the editor could not be
 * started, ended with a failure or left no file. It is started without a shell: the variable is a command and its
 * arguments with spaces between. The file is private and removed afterwards.
 */
export async function editExternally(
	text: string,
	env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
	const [command = 'vi', ...options] = (env.VISUAL?.trim() || env.EDITOR?.trim() || 'vi').split(/\s+/);
	const directory = await mkdtemp(join(tmpdir(), 'retro-')).catch(() => undefined);
	if (directory === undefined) return undefined;
	const file = join(directory, 'text.md');
	try {
		await writeFile(file, text, {mode: 0o600});
		return run(command, [...options, file]) ? await readFile(file, 'utf8') : undefined;
	} catch {
		return undefined;
	} finally {
		await rm(directory, {recursive: true, force: true});
	}
}

/** Everything else stands still meanwhile: a reader of the same terminal would take keys from the editor. */
function run(command: string, options: readonly string[]): boolean {
	return spawnSync(command, options, {stdio: 'inherit'}).status === 0;
}
