/** The zone that is written beside a clock time. */
import type {Span} from '../finding.ts';
import {readOffset, type SaidZone, type SettledZones, zoneNameAt} from './zone-names.ts';

/** A zone beside a time: `label` is its name with the marks around it, `name` the name alone. */
export type ZoneLabel = SaidZone & {
	readonly label: Span;
	readonly name: Span;
	/** It stands beside another time of a range or list and holds for this one too; both spans are empty. */
	readonly isShared: boolean;
};

/** The zone behind a time: `PDT`, `(UTC+2)`, `, local time`, `+02:00` right behind it. */
export function labelBehind(
	masked: string,
	end: number,
	fullness: Fullness,
	settled: SettledZones,
): ZoneLabel | undefined {
	const rest = masked.slice(end, end + 30);
	const offset = offsetBehind(rest, fullness);
	if (offset !== undefined) {
		const name = {start: end + offset.from, end: end + offset.to};
		return {...offset.said, label: {start: end, end: name.end}, name, isShared: false};
	}
	const gap =
		/^(?:,[ \t]|[ \t]?\/[ \t]?|[ \t]in[ \t](?:the[ \t])?|[ \t]{0,6})(?:[([](?:in[ \t])?)?/.exec(rest)?.[0] ?? '';
	const from = end + gap.length;
	const found = zoneNameAt(masked, from, settled);
	if (found === undefined) return undefined;
	const isBracketed = /[([]/.test(gap);
	const closes = /^[ \t]?[)\]]/.exec(masked.slice(found.end, found.end + 2))?.[0];
	if (isBracketed && closes === undefined) return undefined;
	// "At 14:02, MSK rebalanced": behind a comma, letters alone may begin a clause.
	if (
		gap.startsWith(',') &&
		!/time$/i.test(found.text) &&
		!/^[ \t]*(?:[^\p{L}\p{N}\s]|\n|$)/u.test(masked.slice(found.end, found.end + 8))
	) {
		return undefined;
	}
	return {
		text: found.text,
		zone: found.zone,
		label: {start: end, end: found.end + (isBracketed ? (closes?.length ?? 0) : 0)},
		name: {start: from, end: found.end},
		isShared: false,
	};
}

/** How much of a time is written: `dated` with its date, `exact` with seconds or as ISO 8601 has it, `packed` as `1005`. */
export type Fullness = 'bare' | 'packed' | 'dated' | 'exact';

/** A distance from UTC without `UTC` before it, where it can be nothing else: "10:05-11:00" and "10:05 - 10" are ranges. */
function offsetBehind(rest: string, fullness: Fullness): {said: SaidZone; from: number; to: number} | undefined {
	const [whole, year = '', space = '', written = ''] =
		/^( (?:19|20)\d{2}(?= [+-]\d{4}))?([ \t]{0,2})([+−-]\d{2}(?::?\d{2})?)(?![\d]|[:.]\S|[ \t]?%|[ \t]*ms\b)/.exec(
			rest,
		) ?? [];
	if (whole === undefined || fullness === 'packed' || !isOffset(written, space !== '', fullness)) return undefined;
	const minutes = readOffset(written);
	if (minutes === undefined) return undefined;
	const zone =
		minutes === 0 ? ({kind: 'utc', typed: true} as const) : ({kind: 'offset', minutes, label: written} as const);
	return {said: {text: minutes === 0 ? 'UTC' : written, zone}, from: year.length + space.length, to: whole.length};
}

function isOffset(written: string, isApart: boolean, fullness: Fullness): boolean {
	const hasMinutes = written.length > 3;
	if (written.startsWith('+')) return hasMinutes || !isApart;
	if (written.includes(':')) return fullness === 'exact' && !isApart;
	return hasMinutes ? fullness !== 'bare' || !isApart : fullness === 'exact' && !isApart;
}

/** The zone between an offset and a time: `UTC 10:05`, `Zurich time 18:45`. */
export function labelBefore(masked: string, from: number, start: number, settled: SettledZones): ZoneLabel | undefined {
	const before = masked.slice(Math.max(from, start - 32), start);
	const found =
		/(?:^|[\s([|])((?:UTC|GMT)(?:[+-]\d{1,2})?|\p{Lu}\p{L}{2,14}(?: \p{Lu}\p{L}{2,14})? [Tt]ime|local time)[:,]?[ \t]+$/u.exec(
			before,
		);
	const written = found?.[1];
	if (found === null || written === undefined) return undefined;
	const begin = start - before.length + found.index + found[0].indexOf(written);
	const name = zoneNameAt(masked, begin, settled);
	if (name === undefined || name.end !== begin + written.length) return undefined;
	// Such words before a time mostly head a row: "Response Time: 10:05".
	if (name.zone.kind === 'nowhere' && written !== 'local time') return undefined;
	const span = {start: begin, end: name.end};
	return {text: name.text, zone: name.zone, label: span, name: span, isShared: false};
}
