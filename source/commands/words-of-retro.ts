/** How another program, such as git, calls this one. */
import {accessSync, constants, realpathSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** `retro` where the shell finds this very program under that name, else this program by its path. */
export function wordsOfRetro({env}: {readonly env: NodeJS.ProcessEnv}): string[] {
	const [, script = ''] = process.argv;
	const names = process.platform === 'win32' ? ['retro.cmd', 'retro.exe'] : ['retro'];
	const found = (env.PATH ?? '')
		.split(delimiter)
		// npm and npx put these there for as long as a command of theirs runs.
		.filter((directory) => !directory.includes('node_modules'))
		.flatMap((directory) => names.map((name) => join(directory, name)))
		.find(isExecutable);
	const isThis = found !== undefined && (process.platform === 'win32' || realpathSync(found) === realpathSync(script));
	return isThis ? ['retro'] : [process.execPath, script];
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
