/** Times that are not UTC, or that say too little to be placed. */
import rules from '../../../data/lint/rules/times.json' with {type: 'json'};
import type {FindingSeverity, Span} from '../finding.ts';
import type {Passage} from '../markdown/passages.ts';
import {type Judgement, moved} from '../wording/judgement.ts';
import {type ClockTime, clockText, clockTimesOf} from './clock-times.ts';
import {type Declaration, declarationOf} from './declaration.ts';

export type TimeOptions = {
	readonly utcDeclared: boolean;
	/** What an ambiguous abbreviation means to this team: an offset, or a zone whose offset the date decides. */
	readonly zones: Readonly<Record<string, string>>;
};

type RuleName = keyof typeof rules.rules;

const day = 24 * 60;
const relativeWords =
	/\b(?:yesterday|last night|(?:earlier |later )?this (?:morning|afternoon|evening)|earlier today|today at|tonight at|the other day)\b/gi;
const numericDate = /(?<![\p{L}\p{N}/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}]|[/-]\d|\.\d)/gu;

/** What a masked passage says of times; offsets are into the passage. */
export type PassageTimes = {readonly clocks: readonly ClockTime[]; readonly dates: readonly Judgement[]};

/** The clock times of a masked passage, and what is to be said about its dates. */
export function readTimes(masked: string): PassageTimes {
	return {clocks: clockTimesOf(masked), dates: findDates(masked)};
}

/** What is to be said about the times of a text; `read` may remember what it read. */
export function findTimes(
	text: string,
	passages: readonly Passage[],
	options: TimeOptions,
	read: (masked: string) => PassageTimes = readTimes,
): Judgement[] {
	const declaration = options.utcDeclared ? undefined : declarationOf(text);
	const found: Judgement[] = declaration === undefined || declaration.isUtc ? [] : [declaredElsewhere(declaration)];
	const placed = passages.map(({start, masked}) => ({start, ...read(masked)}));
	const isPlaced =
		options.utcDeclared ||
		declaration !== undefined ||
		placed.some(({clocks}) => clocks.some(({zone}) => zone?.kind === 'utc'));
	const elsewhere = declaration !== undefined && !declaration.isUtc;
	let bareIsSaid = isPlaced;
	for (const {start, clocks, dates} of placed) {
		for (const time of clocks) {
			const judged = judgeTime(time, start, options, bareIsSaid);
			if (judged === undefined || (elsewhere && time.zone === undefined)) continue;
			if (judged.finding.rule === idOf('bare')) bareIsSaid = true;
			found.push(judged);
		}
		found.push(...dates.map((judged) => moved(judged, start)));
	}
	return found;
}

function judgeTime(time: ClockTime, offset: number, {zones}: TimeOptions, bareIsSaid: boolean): Judgement | undefined {
	const span = {start: offset + time.span.start, end: offset + time.span.end};
	const settled = time.zone === undefined ? undefined : settledOffset(zones[time.zone.text]);
	if (settled !== undefined) return finding('zone', span, [inUtc(time, settled)], time.zone?.text);
	switch (time.zone?.kind) {
		case 'utc':
			return time.twelveHour ? finding('twelve-hour', span, [inUtc(time, 0)]) : undefined;
		case 'offset':
			return finding('zone', span, [inUtc(time, time.zone.offset)], time.zone.text);
		case 'several':
			return finding('several-zones', span, [], time.zone.text);
		case 'place':
			return finding('local', span, []);
		case undefined:
			if (time.twelveHour) return finding('twelve-hour', span, [inUtc(time, 0)]);
			return bareIsSaid || !time.certain ? undefined : finding('bare', span, [inUtc(time, 0)]);
	}
}

/** The time in UTC, with its date where one is written, else with a word where it falls on another day. */
function inUtc({minutes, text, date}: ClockTime, offset: number): string {
	const utc = minutes - offset;
	const clock = `${clockText((utc + 2 * day) % day)}${text.slice(5)}`;
	const days = Math.floor(utc / day);
	if (date !== undefined) {
		const moved = new Date(Date.parse(`${date.day}T00:00:00Z`) + days * day * 60_000);
		const written = Number.isNaN(moved.getTime()) ? date.day : moved.toISOString().slice(0, 10);
		return date.joint === 'T' ? `${written}T${clock}Z` : `${written}${date.joint}${clock} UTC`;
	}
	if (days === 0) return `${clock} UTC`;
	return `${clock} UTC ${days > 0 ? '(the next day)' : '(the day before)'}`;
}

function settledOffset(zone: string | undefined): number | undefined {
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
	if (sign === undefined) return undefined;
	const size = Number(hours) * 60 + Number(minutes);
	return sign === '-' ? -size : size;
}

function findDates(masked: string): Judgement[] {
	const relative = [...masked.matchAll(relativeWords)].map(({0: words, index}) =>
		finding('relative', {start: index, end: index + words.length}, []),
	);
	const numeric = [...masked.matchAll(numericDate)].flatMap(({0: words, 1: first, 3: second, index}) => {
		const [a, b] = [Number(first), Number(second)];
		const readsTwoWays = a >= 1 && b >= 1 && a <= 12 && b <= 12 && a !== b;
		return readsTwoWays ? [finding('numeric-date', {start: index, end: index + words.length}, [])] : [];
	});
	return [...relative, ...numeric];
}

function declaredElsewhere({zone, span}: Declaration): Judgement {
	return finding('declared-zone', span, [], zone);
}

function finding(name: RuleName, span: Span, suggestions: string[], zone = ''): Judgement {
	const rule = rules.rules[name];
	const made: Judgement['finding'] = {
		rule: idOf(name),
		category: rule.category as 'non-utc' | 'ambiguous-time',
		severity: rule.severity as FindingSeverity,
		span,
		message: rule.message.replace('{zone}', zone),
		reframing: rule.reframing,
		suggestions,
	};
	return {finding: made, evidence: span};
}

function idOf(name: RuleName): string {
	return `${rules.rules[name].category}.${name}`;
}
