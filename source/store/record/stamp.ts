/** Whether anything about a record changed since one looked last, told without reading it. */
import {stat} from 'node:fs/promises';
import {errorCode} from '../files/failure.ts';
import {filesIn, type JournalPlace} from '../journal/place.ts';

/**
 * A value that differs when the record or another's journal was changed; undefined when the record cannot be looked at.
 *
 * @param place of the journals, where it is known
 * @param ours the writer whose journal does not count
 */
export async function stampOf(
	path: string,
	place: JournalPlace | undefined,
	ours: string,
): Promise<string | undefined> {
	const record = await one(path);
	if (record === undefined || place === undefined) return record;
	const files = await filesIn(place).catch(() => []);
	const journals = files.filter(({kind, name}) => kind === 'journal' && name !== ours);
	return [record, ...(await Promise.all(journals.map(({path: file}) => one(file))))].join('\n');
}

async function one(path: string): Promise<string | undefined> {
	try {
		const {ino, size, mtimeNs, ctimeNs} = await stat(path, {bigint: true});
		return [ino, size, mtimeNs, ctimeNs].join(' ');
	} catch (error) {
		if (errorCode(error) === undefined) throw error;
		return undefined;
	}
}
