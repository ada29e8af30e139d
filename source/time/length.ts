/** A length as it is typed, forwards or back: `-3m`, `+1h30m`, `90s`. */

import {type Instant, millisecondsOf} from './instant.ts';
import {readRelative} from './relative.ts';

export type LengthReading =
	/** In milliseconds, whole seconds; negative where it goes back. */
	| {readonly kind: 'length'; readonly length: number}
	/** One sentence without a final stop. */
	| {readonly kind: 'refused'; readonly message: string};

/** Any moment will do: the length is what lies between it and the time that is read against it. */
const base = '2000-01-01T00:00:00Z' as Instant;

/** Reads a length by the grammar of entries: bare numbers are minutes, and without a sign it goes forwards. */
export function readLength(typed: string): LengthReading {
	const text = typed.replaceAll(/\s+/g, '').replace(/^[−–]/, '-');
	const signed = /^[+-]/.test(text) ? text : `+${text}`;
	const part = readRelative(signed, 0, {now: base, previous: base, incidentStart: null, incidentDate: null});
	if (part?.kind === 'wrong') return {kind: 'refused', message: part.message};
	if (part === null || part.end !== signed.length) {
		return {kind: 'refused', message: 'Write how long: -3m, +1h30m, 90s'};
	}
	return {kind: 'length', length: part.at - millisecondsOf(base)};
}
