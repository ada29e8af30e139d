/** What an entry tells of, by its words. */
import words from '../../../data/timeline-words.json' with {type: 'json'};
import type {TimelineEntry} from '../record.ts';

/** What watches a system, as a regular expression's source. */
export const machine = `(?:${words.machines.join('|')})`;

const alertSource = new RegExp(`^(?:${words.alertSources.join('|')})\\b`);
const namesAlert = hearing([...words.machines, ...words.alerts]);

/** Whether it tells of an alert, or comes from what sends alerts. */
export function tellsOfAlert(entry: TimelineEntry): boolean {
	return (entry.source !== undefined && alertSource.test(entry.source)) || namesAlert(entry);
}

/** Whether it tells of a change, such as may lead to an incident. */
export const tellsOfChange: (entry: TimelineEntry) => boolean = hearing(words.causes);

/** Whether it tells of what is done when users are well again. */
export const tellsOfFollowUp: (entry: TimelineEntry) => boolean = hearing(words.followUps);

/** Whether an entry has one of the words; an entry is asked at every edit of its timeline, and answers once. */
function hearing(alternatives: readonly string[]): (entry: TimelineEntry) => boolean {
	const shape = new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'i');
	const heard = new WeakMap<TimelineEntry, boolean>();
	return (entry) => {
		const known = heard.get(entry);
		if (known !== undefined) return known;
		const isHeard = shape.test(entry.text);
		heard.set(entry, isHeard);
		return isHeard;
	};
}
