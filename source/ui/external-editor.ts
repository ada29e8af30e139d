/** Hands a text to the person's own editor. The terminal must have been given up before. */
import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

export type EditorOptions = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Tells the editor to end. */
	readonly end?: AbortSignal;
	/** How long an editor has for ending that was told to, in milliseconds. */
	readonly patience?: number;
};

/**
 * The text as it was saved in $VISUAL, else $EDITOR, else vi; undefined where the editor could not be
 * started, ended with a failure or left no file. Of one that was told to end, what it had saved until then. It is
 * started without a shell: the variable is a command and its arguments with spaces between. The file is private and
 * removed afterwards, unless the editor goes on.
 */
export async function editExternally(text: string, options: EditorOptions): Promise<string | undefined> {
	const {env, end} = options;
	const [command = 'vi', ...words] = (env.VISUAL?.trim() || env.EDITOR?.trim() || 'vi').split(/\s+/);
	const directory = await mkdtemp(join(tmpdir(), 'retro-')).catch(() => undefined);
	if (directory === undefined) return undefined;
	const file = join(directory, 'text.md');
	let ending: Ending = 'failed';
	try {
		await writeFile(file, text, {mode: 0o600});
		ending = await run(command, [...words, file], options);
		if (ending === 'failed' && end?.aborted !== true) return undefined;
		const saved = await readFile(file, 'utf8');
		return ending !== 'done' && saved === text ? undefined : saved;
	} catch {
		return undefined;
	} finally {
		if (ending !== 'goes on') await rm(directory, {recursive: true, force: true});
	}
}

type Ending = 'done' | 'failed' | 'goes on';

/** This process goes on meanwhile, so that it can save what others write and be told to end. */
async function run(command: string, words: readonly string[], {end, patience = 2000}: EditorOptions): Promise<Ending> {
	// A terminal sends it to all that run in it, and to an editor the key means something of its own.
	process.on('SIGQUIT', ignore);
	const editor = spawn(command, words, {stdio: 'inherit'});
	const ended = new Promise<Ending>((resolve) => {
		editor.once('error', () => resolve('failed'));
		editor.once('exit', (status) => resolve(status === 0 ? 'done' : 'failed'));
	});
	const told = new Promise<Ending>((resolve) => {
		const tell = (): void => {
			editor.kill('SIGTERM');
			void pause(patience, 'goes on' as const, {ref: false}).then(resolve);
		};
		if (end?.aborted === true) tell();
		else end?.addEventListener('abort', tell, {once: true});
	});
	try {
		return await Promise.race([ended, told]);
	} finally {
		process.off('SIGQUIT', ignore);
	}
}

function ignore(): void {}
