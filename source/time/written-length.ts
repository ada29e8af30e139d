/** Lengths of time in English prose: `47 minutes`, `1h 52m`, `about an hour and a half`, `a 90-minute outage`. */

/** How exactly a length is meant. */
export type Hedge = 'exact' | 'about' | 'over' | 'under' | 'up-to';

export type WrittenLength = {
	/** Half-open range of UTF-16 offsets, with the words that say how exactly it is meant. */
	readonly start: number;
	readonly end: number;
	/** In milliseconds. */
	readonly length: number;
	readonly hedge: Hedge;
	/** What a length rounds to when it is written like that, in milliseconds to either side. */
	readonly rounding: number;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const numberWords: Readonly<Record<string, number>> = {
	a: 1,
	an: 1,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	fifteen: 15,
	twenty: 20,
	thirty: 30,
	forty: 40,
	'forty-five': 45,
	fifty: 50,
	sixty: 60,
	ninety: 90,
};

const units: readonly (readonly [RegExp, number])[] = [
	[/^s/i, 1000],
	[/^m/i, minute],
	[/^h/i, hour],
	[/^d/i, day],
	[/^w/i, 7 * day],
];

const digits = '\\d{1,4}(?:\\.\\d{1,2})?\\+?';
const words = `(?:half an?|${Object.keys(numberWords).toReversed().join('|')})`;
const unit = '(?:weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[dhms])';
const piece = `(?:${digits}[ \\u00a0-]?|${words}[ \\u00a0-])${unit}(?!\\p{L})`;
const hedges: readonly (readonly [Hedge, string])[] = [
	['over', 'more than|just over|at least|longer than|upwards of|well over|over|>'],
	['under', 'less than|at most|under|within|<'],
	['up-to', 'up to|as long as|a maximum of'],
	[
		'about',
		'about|around|roughly|approximately|approx\\.?|an estimated|some|circa|ca\\.|nearly|almost|just under|close to|~|≈',
	],
];
// A digit or a dash before it makes it the end of a range, which says no one length.
const shape = new RegExp(
	`(?<![\\p{L}\\p{N}.:_/–—-])(?<!\\b(?:to|or|[-–—]) )(?:(${hedges.map(([, hedging]) => hedging).join('|')}) ?)?(?:(?:a|the) )?(?:total of )?` +
		`(${piece}(?:(?:,? and |, ?| )?${piece}){0,3})( and a half)?(\\+)?(?![\\p{L}\\p{N}])`,
	'giu',
);
const pieces = new RegExp(`(?:(${digits})[ \\u00a0-]?|(${words})[ \\u00a0-])(${unit})(?!\\p{L})`, 'giu');

/** The lengths in their order. Ranges (`2 to 3 hours`) and what is no number (`a few hours`) are left out. */
export function writtenLengths(text: string): WrittenLength[] {
	return [...text.matchAll(shape)].flatMap((match): WrittenLength[] => {
		const [all, hedging = '', written = '', half = '', plus = ''] = match;
		const parts = [...written.matchAll(pieces)].map(([, count, word = '', name = '']) => partOf(count ?? word, name));
		const smallest = parts.at(-1);
		if (smallest === undefined || isRangeStart(text, match.index + all.length)) return [];
		const length = parts.reduce((sum, {value}) => sum + value, 0) + (half === '' ? 0 : smallest.size / 2);
		const hedge = plus === '' && !written.includes('+') ? hedgeOf(hedging) : 'over';
		const rounding = half === '' ? smallest.rounding : smallest.size / 4;
		return [{start: match.index, end: match.index + all.length, length, hedge, rounding}];
	});
}

/** Whether a length that was measured is what the words say. Both in milliseconds. */
export function agrees({length, hedge, rounding}: WrittenLength, measured: number): boolean {
	switch (hedge) {
		case 'exact':
			return Math.abs(measured - length) <= rounding;
		case 'about':
			return Math.abs(measured - length) <= Math.max(2 * rounding, length / 5);
		case 'over':
			return measured >= length - rounding;
		case 'under':
			return measured <= length + rounding;
		case 'up-to':
			return true;
	}
}

function partOf(count: string, name: string): {value: number; size: number; rounding: number} {
	const size = units.find(([letter]) => letter.test(name))?.[1] ?? minute;
	const isHalf = /^half/i.test(count);
	const many = isHalf ? 0.5 : (numberWords[count.toLowerCase()] ?? Number.parseFloat(count));
	return {value: many * size, size, rounding: roundingOf(many, size)};
}

/** Ten minutes are said of nine as of eleven, 47 only of 47; three hours of what is nearer to three than to four. */
function roundingOf(many: number, size: number): number {
	if (size >= hour) return many % 1 === 0 ? size / 2 : size / 4;
	if (many >= 20 && many % 10 === 0) return 5 * size;
	return many >= 10 && many % 5 === 0 ? 2.5 * size : size;
}

function hedgeOf(words: string): Hedge {
	if (words === '') return 'exact';
	return hedges.find(([, hedging]) => new RegExp(`^(?:${hedging})$`, 'i').test(words))?.[0] ?? 'exact';
}

function isRangeStart(text: string, end: number): boolean {
	return /^ ?(?:-|–|—|to|or) ?\d/.test(text.slice(end));
}
