/** Examines the records of a directory, one after another, and keeps nothing of those that are well. */
import {readlink} from 'node:fs/promises';
import {join} from 'node:path';
import {errorCode, failure} from '../files/failure.ts';
import {readRegular} from '../files/regular-file.ts';
import type {Finding} from './finding.ts';
import {canMend, recordRemedy} from './mend-record.ts';
import {examineRecord} from './record-ailments.ts';
import type {Tools} from './tools.ts';

/** How many files are read ahead. */
const atATime = 16;

/**
 * @param keptIds of which old versions may be there
 * @param onDone told how many are examined
 */
export async function recordFindings(
	directory: string,
	ids: readonly string[],
	{keptIds, onDone, ...tools}: Tools & {readonly keptIds: ReadonlySet<string>; onDone(count: number): void},
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (let start = 0; start < ids.length; start += atATime) {
		const some = ids.slice(start, start + atATime);
		const found = await Promise.all(some.map((id) => findingsOf(directory, id, keptIds.has(id), tools)));
		findings.push(...found.flat());
		onDone(Math.min(start + atATime, ids.length));
	}
	return findings;
}

async function findingsOf(directory: string, id: string, isKept: boolean, tools: Tools): Promise<Finding[]> {
	const file = join(directory, `${id}.json`);
	let bytes: Uint8Array;
	try {
		bytes = await readRegular(file);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') return [{ailment: 'unreadable', file, what: reasonOf(error)}];
		const link = await readlink(file).catch(() => undefined);
		// Else it was deleted since the directory was read.
		return link === undefined ? [] : [{ailment: 'unreadable', file, what: `a link to ${link}, which is not there`}];
	}
	const {ailments} = examineRecord(bytes, id);
	if (ailments.length === 0) return [];
	const remedy = recordRemedy(file, id, isKept, tools);
	const mendable = await canMend(bytes, id, isKept, tools);
	return ailments.map(({ailment, what}) => {
		const isOurs = ailment !== 'newer' && ailment !== 'double-phase';
		const known = ailment === 'broken' && !mendable ? `${what}; nothing in it can be read` : what;
		return {ailment, file, what: known, ...(isOurs && mendable && {remedy})};
	});
}

/** What the system said, in words. */
function reasonOf(error: unknown): string {
	const problem = failure(error, '');
	return problem instanceof Error ? problem.message.replace(/^: /, '') : String(problem);
}
