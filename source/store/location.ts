/** Where the retros lie. */
import {statSync} from 'node:fs';
import {dirname, isAbsolute, join, resolve} from 'node:path';

/** What pointed at the directory: `--store`, RETRO_STORE, a `.retros/` of a repository, or nothing. */
export type StoreKind = 'flag' | 'environment' | 'repository' | 'user';

export type StoreLocation = {
	/** Absolute path; the directory need not be there yet. */
	readonly directory: string;
	readonly kind: StoreKind;
};

/** The name of a team's directory of retros in its repository. */
export const teamDirectory = '.retros';

/**
 * The directory of retros: `--store`, then RETRO_STORE, then the nearest `.retros/` upward from the
 * working directory, then the user's data directory. Empty values count as not given.
 */
export function findStore(from: {
	flag?: string;
	env: Readonly<Record<string, string | undefined>>;
	cwd: string;
	home: string;
	platform: NodeJS.Platform;
}): StoreLocation {
	const {flag, env, cwd} = from;
	if (flag) return {directory: resolve(cwd, flag), kind: 'flag'};
	if (env.RETRO_STORE) return {directory: resolve(cwd, env.RETRO_STORE), kind: 'environment'};
	const team = nearestTeamDirectory(resolve(cwd));
	return team === undefined
		? {directory: join(userDataDirectory(from), 'incident-retro'), kind: 'user'}
		: {directory: team, kind: 'repository'};
}

function nearestTeamDirectory(directory: string): string | undefined {
	const candidate = join(directory, teamDirectory);
	if (statSync(candidate, {throwIfNoEntry: false})?.isDirectory()) return candidate;
	const parent = dirname(directory);
	return parent === directory ? undefined : nearestTeamDirectory(parent);
}

/**
 * Where programs keep a user's data: the XDG Base Directory Specification (which has relative paths
 * ignored), Apple's File System Programming Guide, and LOCALAPPDATA on Windows.
 */
function userDataDirectory(from: Pick<Parameters<typeof findStore>[0], 'env' | 'home' | 'platform'>): string {
	const {env, home, platform} = from;
	const xdg = env.XDG_DATA_HOME;
	if (xdg && isAbsolute(xdg)) return xdg;
	if (platform === 'darwin') return join(home, 'Library', 'Application Support');
	if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
	return join(home, '.local', 'share');
}
