/** Versions of one retro that two people made apart from each other, and what must not be lost of them. */
import fc from 'fast-check';
import {apply} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {editOf, type Intent, intents, retros} from './arbitrary.ts';

/** A retro and two later versions of it. */
export const versions: fc.Arbitrary<[base: Retro, ours: Retro, theirs: Retro]> = fc
	.tuple(retros, fc.array(intents, {maxLength: 6}), fc.array(intents, {maxLength: 6}))
	.map(([base, ours, theirs]) => [base, edited(base, ours), edited(base, theirs)]);

function edited(retro: Retro, several: readonly Intent[]): Retro {
	return several.reduce((now, intent) => {
		const edit = editOf(now, intent, apply);
		return edit === undefined ? now : apply(now, edit);
	}, retro);
}

/** All words and values of a record, those that a conflict remembers too. */
export function said(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(said);
	if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(said);
	return typeof value === 'string' ? (value.match(/[^\s/]+/g) ?? []) : [];
}

/** What either side added to the base and the merged record has no more. */
export function lostIn(merged: Retro, [base, ours, theirs]: readonly [Retro, Retro, Retro]): string[] {
	const [old, all] = [new Set(said(base)), new Set(said(merged))];
	return [...said(ours), ...said(theirs)].filter((word) => !old.has(word) && !all.has(word));
}
