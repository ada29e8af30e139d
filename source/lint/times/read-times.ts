/** What a single passage says of times, whatever stands around it: to be remembered by its text. */

import type {Span} from '../finding.ts';
import {isChatStamp} from './chat-stamps.ts';
import {clockTimesOf} from './clock-times.ts';
import {datesOf, type WrittenDate} from './dates.ts';
import {type DayWord, dayWordsOf} from './day-words.ts';
import {type Declarations, declarationsOf} from './declarations.ts';
import {type JoinedTime, joinedTimes} from './joined-times.ts';
import {spokenTimesOf} from './spoken-times.ts';
import type {SettledZones} from './zone-names.ts';

/** Offsets are into the passage. */
export type PassageTimes = {
	readonly clocks: readonly (JoinedTime & {readonly isChatStamp: boolean})[];
	readonly dates: readonly WrittenDate[];
	readonly dayWords: readonly DayWord[];
	readonly spoken: readonly Span[];
	readonly declarations: Declarations;
	/** Whether it is a date and nothing else: the cell of a row, a line above a day's entries. */
	readonly isDateAlone: boolean;
};

/** Reads masked passages, with what a team settled of its zones. */
export function timeReader(settled: SettledZones): (masked: string) => PassageTimes {
	return (masked) => {
		const dates = datesOf(masked);
		const clocks = joinedTimes(masked, clockTimesOf(masked, settled, dates)).map((time) => ({
			...time,
			isChatStamp: isChatStamp(masked, time),
		}));
		return {
			clocks,
			dates,
			dayWords: withoutStamps(dayWordsOf(masked), clocks),
			spoken: spokenTimesOf(masked),
			declarations: declarationsOf(masked, settled),
			isDateAlone: dates.length === 1 && isAlone(masked, dates[0]?.span),
		};
	};
}

/** "Yesterday at 11:52 PM" on a line of its own is one stamp. */
function withoutStamps(words: readonly DayWord[], clocks: PassageTimes['clocks']): DayWord[] {
	let next = 0;
	return words.filter(({start, end}) => {
		while ((clocks[next]?.clock.start ?? end) < start) next++;
		const time = clocks[next];
		return time?.isChatStamp !== true || time.clock.start - end > 4;
	});
}

function isAlone(masked: string, span: Span | undefined): boolean {
	if (span === undefined) return false;
	const around = masked.slice(0, span.start) + masked.slice(span.end);
	return /^[\s,:.()-]*(?:(?:on|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,:.()-]*)?$/i.test(
		around,
	);
}
