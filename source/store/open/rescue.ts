/** A copy of what cannot be saved, in the temporary directory, so that nothing typed is lost. */
import {open, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import type {Retro} from '../../retro/record.ts';
import {replaceFile} from '../files/durable-write.ts';
import {printRetro} from '../record/layout.ts';

export type Rescue = {
	/** Keeps the retro; gives the copy's path, or undefined when there is no room for one either. */
	keep(retro: Retro): Promise<string | undefined>;
	/** Removes the copy once the retro is saved. */
	drop(): Promise<void>;
};

/** @param path of the copy: a name that nobody can guess, so that no link is planted there */
export function rescueAt(directory: string, name: string): Rescue {
	const path = join(directory, name);
	let kept: Retro | undefined;
	let isOurs = false;
	return {
		async keep(retro) {
			if (kept === retro) return path;
			try {
				if (!isOurs) await (await open(path, 'wx', 0o600)).close();
				isOurs = true;
				await replaceFile(path, printRetro(retro), {mode: 0o600});
				kept = retro;
				return path;
			} catch {
				return kept === undefined ? undefined : path;
			}
		},
		async drop() {
			if (!isOurs) return;
			isOurs = false;
			kept = undefined;
			await unlink(path).catch(() => undefined);
		},
	};
}
