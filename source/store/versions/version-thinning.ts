/** Which old versions of a retro go, so that they take a bounded space. */
import {dateOf, type Instant, millisecondsOf} from '../../time/instant.ts';

/** Versions that are kept of one retro. */
export const mostVersions = 50;

/** Bytes that they may take together, as they lie on the disk. */
export const mostBytes = 8 * 1024 * 1024;

/** The newest ones, which go last. */
const alwaysKept = 10;

/** The two newest are kept whatever they take: the state before the last change and after it. */
const keptAtAnySize = 2;

const day = 24 * 3_600_000;

type Kept = {readonly number: number; readonly at: Instant; readonly size: number};

/**
 * The numbers of the versions to remove. All of the last 24 hours stay, and of each day before that its
 * last; where there are more than `mostVersions`, those go that follow most closely on the one before them;
 * where they are larger than `mostBytes`, the oldest go.
 *
 * @param versions oldest first
 */
export function superfluous(versions: readonly Kept[], now: Instant): number[] {
	const recent = millisecondsOf(now) - day;
	const daily = versions.filter((version, index) => {
		const next = versions[index + 1];
		return millisecondsOf(version.at) >= recent || next === undefined || dateOf(next.at) !== dateOf(version.at);
	});
	const few = [...daily];
	while (few.length > mostVersions) few.splice(closest(few), 1);
	let size = few.reduce((sum, version) => sum + version.size, 0);
	while (size > mostBytes && few.length > keptAtAnySize) size -= few.shift()?.size ?? 0;
	const kept = new Set(few.map(({number}) => number));
	return versions.map(({number}) => number).filter((number) => !kept.has(number));
}

/** The place of the version that follows most closely on the one before it, the newest left aside. */
function closest(versions: readonly Kept[]): number {
	const times = versions.map(({at}) => millisecondsOf(at));
	let place = 0;
	let shortest = Number.POSITIVE_INFINITY;
	for (let index = 1; index < versions.length - alwaysKept; index++) {
		const gap = (times[index] ?? 0) - (times[index - 1] ?? 0);
		if (gap >= shortest) continue;
		shortest = gap;
		place = index;
	}
	return place;
}
