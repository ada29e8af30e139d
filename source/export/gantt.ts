/**
 * The phases of an incident as a mermaid `gantt`, which GitHub, GitLab and most wikis draw. Mermaid knows no
 * zones: it reads the times and writes its axis in the reader's own zone, so that what is UTC stays as written.
 */
import type {Moment} from '../retro/incident-metrics.ts';
import {phasesInTime} from '../retro/phases-in-time.ts';
import type {Phase, Retro} from '../retro/record.ts';
import {cleanLine} from '../text/clean.ts';
import {truncate} from '../text/columns.ts';
import {formatDuration} from '../time/duration.ts';
import {dateOf, type Instant} from '../time/instant.ts';

/** Names are cut to so many columns: mermaid writes them on one line. */
const longestName = 60;

/** The chart as a fenced block of markdown; empty where fewer than two moments are known. */
export function ganttBlock(retro: Pick<Retro, 'title' | 'timeline' | 'impact'>): string {
	const phases = phasesInTime(retro);
	const [first, last] = [phases[0]?.moment.at, phases.at(-1)?.moment.at];
	if (first === undefined || last === undefined || first === last) return '';
	const title = nameOf(retro.title);
	return [
		'```mermaid',
		'gantt',
		`    title ${title === '' ? 'Phases' : title} (times in UTC)`,
		'    dateFormat YYYY-MM-DD HH:mm:ss',
		`    axisFormat ${dateOf(first) === dateOf(last) ? '%H:%M' : '%m-%d %H:%M'}`,
		'    section Phases',
		...phases.flatMap(({moment, lasted}, index) => {
			const next = phases[index + 1]?.moment;
			return next === undefined || !lasted ? [] : [barOf(moment, next, lasted)];
		}),
		'    section Entries',
		...phases.map(({moment}) => milestoneOf(moment)),
		'```',
	].join('\n');
}

/** What is red is harm that goes on, as mermaid's themes have it. */
const tags: Readonly<Record<Phase, string>> = {
	started: 'crit',
	detected: 'crit',
	acknowledged: 'active',
	declared: 'active',
	mitigated: 'done',
	resolved: 'done',
};

function barOf({phase, at}: Moment, next: Moment, lasted: number): string {
	return `    ${phase} for ${formatDuration(lasted)} :${tags[phase]}, ${written(at)}, ${written(next.at)}`;
}

function milestoneOf({phase, at, source}: Moment): string {
	const text = source.kind === 'entry' ? nameOf(source.entry.text) : '';
	return `    ${phase}${text === '' ? '' : ` - ${text}`} :milestone, ${written(at)}, 0d`;
}

/** As `dateFormat` has it. */
function written(at: Instant): string {
	return at.slice(0, 19).replace('T', ' ');
}

/**
 * A name that mermaid reads as it stands: `:` would end it, `#` and `;` begin and end its character codes, `%%`
 * a remark, `<` what it takes for HTML, and a backtick our own fence. What is left is what prose needs.
 */
function nameOf(text: string): string {
	const plain = cleanLine(text)
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{Sc} .,'’()+/=@*_%–—-]/gu, ' ')
		.replaceAll(/%{2,}/g, '%')
		.replaceAll(/ +/g, ' ')
		.trim();
	return truncate(plain, longestName).trim();
}
