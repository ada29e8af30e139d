/** Words that mean another day whenever they are read: `yesterday`, `last night`, `two days ago`. */
import type {Span} from '../finding.ts';

const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const word = new RegExp(
	'\\b(?:' +
		'(?:the day )?before yesterday|the day after tomorrow' +
		'|(?:early |late |since |until )?yesterday(?: (?:morning|afternoon|evening|night|noon))?(?: at(?= \\d))?' +
		'|(?:late |early )?last night|(?:earlier |later )today(?: at(?= \\d))?|today,?(?: at)?(?= \\d{1,2}[:.]\\d)' +
		'|(?:earlier |later )?this (?:morning|afternoon|evening|weekend)|tonight(?: at(?= \\d))?' +
		'|tomorrow(?: (?:morning|afternoon|evening|night))?(?: at(?= \\d))?' +
		`|(?:last|next|this) (?:${weekdays})|(?:last|next) (?:week|month|weekend)|this week|(?:on|since|until) ${weekdays}(?: (?:morning|afternoon|evening|night))?` +
		'|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a (?:few|couple(?: of)?)|several|some|\\d{1,3}) (?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?) ago|\\d{1,3} ?[mhdw] ago' +
		'|the other day|today' +
		')\\b',
	'gi',
);
/** What makes a name or a fixed day of it: `the last week of March`, `a table called tomorrow`. */
const otherwise =
	/\b(?:the|its|their|every|each|per|called|named|table|column|tab|button|widget|style of|of the|in the)[ \t]+$/i;
const past =
	/\b(?:was|were|had|did|went|began|broke|fell|saw|ran|got|took|lost|hit|sent|came|made|found|kept|left|met|shut|gave|held|rose|grew|\p{L}{2,20}ed|503|50\d|first)\b/iu;
const present =
	/\b(?:is|are|has|have|does|do|can|cannot|can['’]t|isn['’]t|aren['’]t|don['’]t|doesn['’]t|works|work|exists?|rely|relies|applies|know|there is|would|still)\b/i;
const ahead = /\b(?:will|going to|plan(?:ned)? to)\b/i;

/** `isWeekday`: the name of a day alone, which a date in the text would settle. */
export type DayWord = Span & {readonly isWeekday: boolean};

/** Where such words stand in a masked passage. */
export function dayWordsOf(masked: string): DayWord[] {
	return [...masked.matchAll(word)].flatMap(({0: found, index}) => {
		const before = masked.slice(Math.max(0, index - 20), index);
		const behind = masked.slice(index + found.length, index + found.length + 12);
		if (/^last |^next |^tomorrow/i.test(found) && otherwise.test(before)) return [];
		if (/^(?:last|next) (?:week|month)$/i.test(found) && /^ of\b/.test(behind)) return [];
		if (/^yesterday$/i.test(found) && otherwise.test(before)) return [];
		// "yesterday (2018-09-20)" says which day it was.
		if (/^[ ,]*\(?\d{4}-\d\d-\d\d/.test(behind)) return [];
		const isWeekday = /^(?:on|since|until) (?!yesterday)/i.test(found);
		if (isWeekday && !isPast(masked, index)) return [];
		if (/^(?:today|this week)$/i.test(found) && !isThatDay(masked, index, found.length)) return [];
		return [{start: index, end: index + found.length, isWeekday}];
	});
}

/** Whether `today` is the day of writing, not these days: "deployed the fix today", "there is no alert for it today". */
function isThatDay(masked: string, index: number, length: number): boolean {
	if (/^['’]s\b/.test(masked.slice(index + length))) return false;
	const sentence = sentenceAt(masked, index);
	if (/\bas of today\b/i.test(sentence)) return false;
	return ahead.test(sentence) || isPast(masked, index);
}

function isPast(masked: string, index: number): boolean {
	const sentence = sentenceAt(masked, index);
	return past.test(sentence) && !present.test(sentence);
}

function sentenceAt(masked: string, index: number): string {
	const window = masked.slice(Math.max(0, index - 120), index + 120);
	const at = Math.min(index, 120);
	const from = Math.max(window.lastIndexOf('. ', at), window.lastIndexOf('\n', at)) + 1;
	const stop = window.slice(at).search(/[.!?](?:\s|$)|\n/);
	return window.slice(from, stop < 0 ? undefined : at + stop);
}
