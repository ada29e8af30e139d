/** Makes a record from elsewhere harmless: its texts for the terminal, its ids for our edits. */
import {Problem} from '../problem.ts';
import {identityOf, listNames, listOf} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {cleanLine, cleanProse} from '../text/clean.ts';

/**
 * The record with control and escape sequences taken out of every text, unknown fields included.
 * Throws a `Problem` where two items of a list share an id, since neither could be told from the other.
 * @param from where the record came from, as it stands in a message
 */
export function cleanRecord(retro: Retro, from: string): Retro {
	for (const list of listNames) {
		const ids = listOf(retro, list).map(identityOf);
		const double = ids.find((id, index) => ids.indexOf(id) !== index);
		if (double !== undefined) {
			throw new Problem(`What is in ${from} cannot be taken in: ${list} has the id ${cleanLine(double)} twice`);
		}
	}
	return cleaned(retro, '') as Retro;
}

/** Texts of one line. Every other one, those of unknown fields too, may have several. */
const lineKeys = new Set([
	...['title', 'facilitator', 'participants', 'services', 'users', 'revenue', 'data'],
	...['text', 'typed', 'source', 'question', 'answer', 'owner'],
]);

/** Parts whose texts are words out of other texts, or lines not entered yet. */
const verbatimKeys = new Set(['kept', 'drafts']);

function cleaned(value: unknown, key: string): unknown {
	if (typeof value === 'string') return lineKeys.has(key) ? cleanLine(value) : cleanProse(value);
	if (Array.isArray(value)) return value.map((item) => cleaned(item, key));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [cleanLine(name), cleaned(part, verbatimKeys.has(key) ? key : name)]),
	);
}
