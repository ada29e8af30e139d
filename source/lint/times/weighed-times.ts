/** Which zone holds for each time of a text: its own, else the declared one, else what the rest of the text says. */
import {type DeclaredZones, declaredZonesOf, type ReadBlock} from './declared-zones.ts';
import type {JoinedTime} from './joined-times.ts';
import {isLengthLabel} from './not-a-time.ts';
import {keyOfZone, type SaidZone} from './zone-names.ts';

export type WeighedTime = {
	readonly time: JoinedTime & {readonly isChatStamp: boolean};
	/** Index of its block, and the offset of that in the text. */
	readonly block: number;
	readonly start: number;
	/** The zone that holds for it; undefined where nothing says one. */
	readonly said: SaidZone | undefined;
	/** `own`: it is written beside it. `declared`: for its section. `elsewhere`: only other times, or the app, say so. */
	readonly by: 'own' | 'declared' | 'elsewhere';
};

export type WeighedTimes = {
	readonly times: readonly WeighedTime[];
	readonly declared: DeclaredZones['all'];
};

const utc: SaidZone = {text: 'UTC', zone: {kind: 'utc', typed: false}};

/** The times of a text in their order, each with its zone. */
export function weighTimes(text: string, blocks: readonly ReadBlock[], utcDeclared: boolean): WeighedTimes {
	const {ofBlock, all} = declaredZonesOf(blocks);
	const rest = utcDeclared ? utc : saidElsewhere(text, blocks, all);
	const times = blocks.flatMap(({block, times: {clocks}}, index) =>
		clocks
			.filter(
				({isCourtesy, zone, form}) => !isCourtesy && (zone !== undefined || form !== '24' || !isLength(blocks, index)),
			)
			.map((time): WeighedTime => {
				const place = {time, block: index, start: block.start};
				const declared = ofBlock[index];
				if (time.zone !== undefined) return {...place, said: asDeclared(time.zone, all), by: 'own'};
				if (declared !== undefined) return {...place, said: declared, by: 'declared'};
				return {...place, said: rest, by: 'elsewhere'};
			}),
	);
	return {times, declared: all};
}

/** Whether the cell before says that this one holds a length of time. */
function isLength(blocks: readonly ReadBlock[], index: number): boolean {
	const [before, own] = [blocks[index - 1]?.block, blocks[index]?.block];
	if (before === undefined || own === undefined || before.kind !== own.kind) return false;
	return (
		(own.kind === 'cell' || own.kind === 'header') &&
		before.start + before.masked.length + 1 === own.start &&
		isLengthLabel(before.masked)
	);
}

/** A zone is the declared one of the same name, which may say more of it: `CEST (UTC+2)`. */
function asDeclared(zone: SaidZone, all: DeclaredZones['all']): SaidZone {
	return all.find(({declaration}) => declaration.text === zone.text)?.declaration ?? zone;
}

/** In a note, a comment or as code, which are no prose: `> All times are in UTC`. */
const aside = /^ {0,3}(?:>|<!--)[^\n]{0,60}\btimes?\w{0,6}\b[^\n]{0,40}\bUTC\b|\b[Aa]ll times[^\n`]{0,40}`UTC`/m;

/**
 * What times outside of all declarations are taken to be in: UTC where any time or declaration says it, else the one
 * zone that is declared, unless others are named beside it.
 */
function saidElsewhere(text: string, blocks: readonly ReadBlock[], all: DeclaredZones['all']): SaidZone | undefined {
	const labels = blocks.flatMap(({times: {clocks}}) => clocks.flatMap(({zone}) => (zone === undefined ? [] : [zone])));
	const saysUtc =
		labels.some(({zone}) => zone.kind === 'utc') ||
		all.some(({declaration}) => declaration.zone.kind === 'utc') ||
		blocks.some(({times: {declarations}}) => declarations.mentionsUtc) ||
		aside.test(text);
	if (saysUtc) return utc;
	const [only] = all;
	if (only === undefined || all.length > 1) return undefined;
	const key = keyOfZone(only.declaration.zone);
	return labels.every((label) => keyOfZone(asDeclared(label, all).zone) === key) ? only.declaration : undefined;
}
