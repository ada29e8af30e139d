/** Writes a record anew with all of it that can be read, after a copy, while nobody else writes it. */
import {readFile, realpath, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Problem} from '../../problem.ts';
import {replaceFile} from '../files/durable-write.ts';
import {placeBeside} from '../journal/place.ts';
import {ChangedUnderneath} from '../record/file-adapter.ts';
import {printRetro} from '../record/layout.ts';
import {locked} from '../record/lock.ts';
import type {Remedy} from './finding.ts';
import {examineRecord, type MendedRecord, mendedRecord, readableRecord} from './record-ailments.ts';
import {isThere, mending, type Tools} from './tools.ts';

/**
 * What mends the content of a record's file.
 *
 * @param isKept whether versions of the record are kept, which stand in where nothing of it can be read
 */
export function recordRemedy(path: string, id: string, isKept: boolean, tools: Tools): Remedy {
	return {
		apply: () =>
			mending(path, async () => {
				const real = await realpath(path);
				return locked(placeBeside(real, tools.mode), () => mend(real, id, isKept, tools));
			}),
	};
}

async function mend(path: string, id: string, isKept: boolean, tools: Tools): Promise<string> {
	const bytes = await readFile(path);
	const {retro, ailments} = examineRecord(bytes, id);
	if (ailments.every(({ailment}) => ailment === 'double-phase' || ailment === 'newer')) return 'is well by now';
	const written = mendedRecord(bytes, id, tools.now()) ?? (isKept ? await lastVersion(id, tools) : undefined);
	if (written === undefined) throw new Problem(`Nothing in ${path} can be read`, 'Take it from git or from a backup.');
	const check = async (): Promise<void> => {
		if (!bytes.equals(await readFile(path))) throw new ChangedUnderneath();
	};
	await tools.copies.keep(path, bytes);
	const name = retro === undefined || retro.id === id ? path : join(dirname(path), `${retro.id}.json`);
	if (name !== path && !(await isThere(name))) {
		await replaceFile(name, bytes, {mode: tools.mode, check});
		await unlink(path);
		return `is ${retro?.id}.json now`;
	}
	await replaceFile(path, written.text, {mode: tools.mode, check});
	return ['was written anew', ...written.notes].join('; ');
}

async function lastVersion(id: string, tools: Tools): Promise<MendedRecord | undefined> {
	const versions = await tools.versions();
	for (const {number, at} of (await versions.list(id)).toReversed()) {
		const body = await versions.load(id, number);
		const text = body && printRetro({...body.retro, id});
		if (text !== undefined) return {text, notes: [`as version ${number} had it, of ${at}`]};
	}
	return undefined;
}

/** Whether anything of a record can be brought back. */
export async function canMend(bytes: Uint8Array, id: string, isKept: boolean, tools: Tools): Promise<boolean> {
	if (readableRecord(bytes, id, tools.now()) !== undefined) return true;
	return isKept && (await lastVersion(id, tools)) !== undefined;
}
