/** A retro with something in every part of it, to be imported. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Writes its record into the directory, the text in every place that takes one; gives the file's path. */
export function filledRecord(directory: string, text: string): string {
	const file = join(directory, 'filled.json');
	const note = (id: string) => ({id, text});
	const at = '2026-11-20T10:00:00Z';
	const why = (id: string, parent: string | null) => ({
		id,
		parent,
		question: `Why ${text}?`,
		answer: text,
		rootCause: false,
	});
	const record = {
		schemaVersion: 1,
		id: '2026-11-20-filled',
		createdAt: at,
		updatedAt: at,
		title: text,
		severity: 'SEV2',
		status: 'draft',
		date: '2026-11-20',
		facilitator: text,
		participants: [text],
		services: [text],
		summary: `${text}\n\n${text}`,
		impact: {start: at, end: '2026-11-20T10:47:00Z', users: text, revenue: text, data: text},
		timeline: [
			{...note('t1'), at, phase: 'detected'},
			{...note('t2'), at},
		],
		whys: [why('w1', null), why('w2', 'w1')],
		contributingFactors: [note('f1')],
		lessons: {wentWell: [note('l1')], wentWrong: [note('l2')], gotLucky: [note('l3')]},
		actions: [{...note('a1'), kind: 'prevent', owner: '@infra-team', due: '2031-12-01', status: 'open'}],
		kept: [],
	};
	writeFileSync(file, JSON.stringify(record));
	return file;
}
