/** What is wrong with the bytes of one record, and the record that is made of them. */
import {identityOf, listNames, listOf} from '../../retro/fields.ts';
import {withUniqueIds} from '../../retro/merge/unique-ids.ts';
import {phases, type Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {parseRetro, printRetro} from '../record/layout.ts';
import {type Salvaged, salvaged} from '../salvage/salvage.ts';
import type {Ailment} from './finding.ts';

export type RecordAilment = {
	readonly ailment: Extract<
		Ailment,
		'broken' | 'conflict-markers' | 'wrong-name' | 'double-ids' | 'double-phase' | 'newer'
	>;
	/** As `Finding.what`. */
	readonly what: string;
};

export type ExaminedRecord = {
	/** Undefined where it cannot be read as it stands. */
	readonly retro?: Retro;
	readonly ailments: readonly RecordAilment[];
};

/** @param id the one that the file's name says */
export function examineRecord(bytes: Uint8Array, id: string): ExaminedRecord {
	const text = textOf(bytes);
	if (text === undefined) return {ailments: [{ailment: 'broken', what: 'it is not UTF-8'}]};
	const parsed = parseRetro(text);
	switch (parsed.kind) {
		case 'broken':
			return {ailments: [{ailment: 'broken', what: parsed.why}]};
		case 'newer':
			return {ailments: [{ailment: 'newer', what: `record version ${parsed.version}`}]};
		case 'retro': {
			const {retro} = parsed;
			const unmerged: RecordAilment = {ailment: 'conflict-markers', what: 'it has conflict markers in it'};
			const misnamed: RecordAilment = {ailment: 'wrong-name', what: `it holds the retro ${retro.id}`};
			return {
				retro,
				ailments: [
					...(parsed.healed === undefined ? [] : [unmerged]),
					...(retro.id === id ? [] : [misnamed]),
					...doubleIds(retro),
					...doublePhases(retro),
				],
			};
		}
	}
}

function doubleIds(retro: Retro): RecordAilment[] {
	return listNames.flatMap((list) => {
		const seen = new Set<string>();
		const double = new Set<string>();
		for (const identity of listOf(retro, list).map(identityOf)) (seen.has(identity) ? double : seen).add(identity);
		return double.size === 0 ? [] : [{ailment: 'double-ids' as const, what: `${list}: ${[...double].join(', ')}`}];
	});
}

function doublePhases({timeline}: Retro): RecordAilment[] {
	return phases.flatMap((phase) => {
		const entries = timeline.filter((entry) => entry.phase === phase);
		const times = entries.map(({at}) => at.slice(11, 16)).join(' and ');
		return entries.length < 2 ? [] : [{ailment: 'double-phase' as const, what: `${phase} at ${times} UTC`}];
	});
}

/**
 * The record with all of it that can be read, under the id, and what was odd or is left out; undefined where there is
 * nothing, and for a record of a newer version.
 */
export function readableRecord(bytes: Uint8Array, id: string, now: Instant): Salvaged | undefined {
	const text = textOf(bytes);
	const parsed = text === undefined ? undefined : parseRetro(text);
	if (parsed?.kind === 'newer') return undefined;
	const read = parsed?.kind === 'retro' ? {retro: parsed.retro, notes: []} : salvaged(bytes, id, now);
	return read && {retro: {...withUniqueIds(read.retro), id}, notes: read.notes};
}

export type MendedRecord = {
	readonly text: string;
	/** What was odd or is left out, each a short line. Words from the file as they are. */
	readonly notes: readonly string[];
};

/** The text of `readableRecord`. Mended again, it stays as it is. */
export function mendedRecord(bytes: Uint8Array, id: string, now: Instant): MendedRecord | undefined {
	const read = readableRecord(bytes, id, now);
	return read && {text: printRetro(read.retro), notes: read.notes};
}

function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return undefined;
	}
}
