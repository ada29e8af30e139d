/** The journal of systemd: `journalctl -o json`. https://systemd.io/JOURNAL_EXPORT_FORMATS */
import type {Instant} from '../time/instant.ts';
import {fromEpoch} from './absolute-time.ts';
import {type Candidate, kept} from './candidate.ts';
import {firstOf, type Json, recordsUnder, textAt, valueAt} from './json-access.ts';
import type {JsonSource} from './source.ts';

export const journald: JsonSource = {
	kind: 'json',
	name: 'journald',
	title: 'Journal of systemd',
	unit: 'lines',
	claims: (value) =>
		recordsUnder(value)
			.slice(0, 20)
			.some((record) => valueAt(record, '__CURSOR') !== undefined || timeOf(record) !== undefined),
	*read(value) {
		for (const record of recordsUnder(value)) yield candidateOf(record);
	},
};

function candidateOf(record: Json): Candidate {
	const who = firstOf(textAt(record, 'SYSLOG_IDENTIFIER'), textAt(record, '_SYSTEMD_UNIT'), textAt(record, '_COMM'));
	const cursor = textAt(record, '__CURSOR');
	return kept(timeOf(record), messageOf(valueAt(record, 'MESSAGE')), {
		who,
		ref: cursor === '' ? '' : `journal:${cursor}`,
	});
}

/** Microseconds since the epoch: when it was sent, else when it was taken in. */
function timeOf(record: Json): Instant | undefined {
	const text = firstOf(textAt(record, '_SOURCE_REALTIME_TIMESTAMP'), textAt(record, '__REALTIME_TIMESTAMP'));
	return /^\d{15,17}$/.test(text) ? fromEpoch(Math.trunc(Number(text) / 1000)) : undefined;
}

/** What is no UTF-8, or holds control characters, comes as an array of bytes. */
function messageOf(message: unknown): string {
	if (typeof message === 'string') return message;
	if (!Array.isArray(message)) return '';
	if (message.every((part) => typeof part === 'string')) return message.join(' ');
	return new TextDecoder().decode(Uint8Array.from(message.map(Number)));
}
