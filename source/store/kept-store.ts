/** A directory of retros with all that belongs to it: its archive, and the versions that are kept of its retros. */
import {basename, join} from 'node:path';
import {type StoreLocation, teamDirectory} from './location.ts';
import {archiveDirectory, withArchive} from './put-away/archive.ts';
import {stateDirectory} from './state-location.ts';
import {openStore, type StoreDependencies} from './store.ts';
import {type KeptStore, withHistory} from './versions/kept-versions.ts';

/** Opens it; touches no file yet. `by` is the command that is run. */
export function openKeptStore(
	{directory, kind}: StoreLocation,
	dependencies: StoreDependencies & Parameters<typeof stateDirectory>[0] & {readonly by: string},
): KeptStore {
	const {by, env, home, platform, ...own} = dependencies;
	// The archive of a team's directory is shared as that is.
	const archiveKind = basename(directory) === teamDirectory ? 'repository' : kind;
	const archived = openStore(join(directory, archiveDirectory), archiveKind, own);
	const store = withArchive(openStore(directory, kind, own), archived);
	return withHistory(store, {state: stateDirectory({env, home, platform}), by, now: own.now, randomId: own.randomId});
}
