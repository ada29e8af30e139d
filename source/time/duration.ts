/** How lengths of time are written. Parts of a second are cut off; a negative length gets a minus. */

/**
 * A length as short as a column needs it: `30s`, `42m`, `1m 30s`, `1h 05m`, `2d 3h`. At most two units;
 * what is smaller is cut off.
 *
 * @param length in milliseconds
 */
export function formatDuration(length: number): string {
	const {sign, days, hours, minutes, seconds} = partsOf(length);
	if (days > 0) return `${sign}${days}d${hours > 0 ? ` ${hours}h` : ''}`;
	if (hours > 0) return `${sign}${hours}h${minutes > 0 ? ` ${String(minutes).padStart(2, '0')}m` : ''}`;
	if (minutes > 0) return `${sign}${minutes}m${seconds > 0 ? ` ${seconds}s` : ''}`;
	return seconds > 0 ? `${sign}${seconds}s` : '0m';
}

/**
 * A length in words, for the document: `47 minutes`, `1 hour 5 minutes`, `1 day 2 hours 5 minutes`. Seconds
 * are said of what is shorter than an hour only.
 *
 * @param length in milliseconds
 */
export function formatSpan(length: number): string {
	const {sign, days, hours, minutes, seconds} = partsOf(length);
	const said = [
		counted(days, 'day'),
		counted(hours, 'hour'),
		counted(minutes, 'minute'),
		days === 0 && hours === 0 ? counted(seconds, 'second') : '',
	].filter((words) => words !== '');
	return said.length === 0 ? '0 minutes' : `${sign}${said.join(' ')}`;
}

type Parts = {sign: string; days: number; hours: number; minutes: number; seconds: number};

function partsOf(length: number): Parts {
	const total = Math.trunc(Math.abs(length) / 1000);
	return {
		sign: length < 0 ? '-' : '',
		days: Math.trunc(total / 86_400),
		hours: Math.trunc(total / 3600) % 24,
		minutes: Math.trunc(total / 60) % 60,
		seconds: total % 60,
	};
}

function counted(count: number, unit: string): string {
	return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}
