/** Where the program keeps what is a person's own and no part of their retros: old versions, the trash. */
import {createHash} from 'node:crypto';
import {realpath} from 'node:fs/promises';
import {isAbsolute, join, resolve} from 'node:path';

/**
 * The directory, absolute; it need not be there. The XDG Base Directory Specification has XDG_STATE_HOME
 * for it; on macOS and Windows it lies beside the user's data.
 */
export function stateDirectory(from: {
	env: Readonly<Record<string, string | undefined>>;
	home: string;
	platform: NodeJS.Platform;
}): string {
	const {env, home, platform} = from;
	const xdg = env.XDG_STATE_HOME;
	if (xdg && isAbsolute(xdg)) return join(xdg, 'incident-retro');
	// Not "incident-retro": that is the directory of the retros themselves there.
	const name = 'incident-retro-state';
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
	if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), name);
	return join(home, '.local', 'state', 'incident-retro');
}

/** A name for a directory of retros by where it really lies, the same however one comes there. */
export async function storeName(directory: string): Promise<string> {
	const path = await realpath(directory).catch(() => resolve(directory));
	return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
