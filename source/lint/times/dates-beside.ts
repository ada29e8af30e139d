/** Dates that belong to a time, by what stands between the two. */
import type {WrittenDate} from './dates.ts';

const betweenDateAndTime =
	/^(?:T|[ \t]*[,;|@/–—-]?[ \t]{0,12}|[ \t]*,?[ \t]+(?:at|from|between|around|about|approximately|approx\.?|ca\.?|um)[ \t]+)(?:~|≈|ca\.?[ \t]|around[ \t]|about[ \t]|approximately[ \t])?$/i;

/** Whether a date stands right before a time that begins at an offset: `2026-11-20 10:05`, `20 Nov at 10:05`. */
export function isDateBefore(masked: string, date: WrittenDate | undefined, start: number): boolean {
	return (
		date !== undefined && start - date.span.end < 30 && betweenDateAndTime.test(masked.slice(date.span.end, start))
	);
}

/** Whether a date stands right behind a time that ends at an offset: `10:05 on 20 Nov`. */
export function isDateBehind(masked: string, end: number, date: WrittenDate | undefined): boolean {
	if (date === undefined || date.span.start - end > 24 || date.span.start < end) return false;
	// It is the next one's: "10:05, 2026-11-20 11:10".
	if (/^[T \t,;|@–—-]{0,4}(?:at )?\d{1,2}[:.h]\d/.test(masked.slice(date.span.end, date.span.end + 12))) return false;
	return /^[ \t]*[,(]?[ \t]*(?:on|of|,|UTC on)?[ \t]*(?:the )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?[ \t])?$/i.test(
		masked.slice(end, date.span.start),
	);
}
