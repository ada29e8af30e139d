/** Texts and retros of a given size, all made up. */
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro} from '../../source/retro/record.ts';
import {instantOf} from '../../source/time/instant.ts';

const sentences = [
	'The deploy of cache-# finished and the error rate of checkout rose to # % within a minute.',
	'The health check of node-# failed because its connection pool was exhausted.',
	'On-call acknowledged the alert after # minutes and declared an incident.',
	'An engineer forgot to raise the limit of queue-# before the migration began.',
	'Requests to the search service timed out # times and were retried by the gateway.',
	'We should have noticed the growth of table # earlier, since the dashboard showed it.',
	'The rollback of release # took longer than expected: each region waited for the one before it.',
	'A heavy query ran on every request once the flag for cohort # was turned on.',
	'The runbook for shard # named a command that no longer exists.',
	'Latency came back under # ms when the traffic had been moved to the second region.',
];

/** Sentences of incident prose, no two the same, of at least so many words. */
export function proseOf(words: number): string {
	const made: string[] = [];
	for (let count = 0, index = 0; count < words; index++) {
		const sentence = (sentences[index % sentences.length] ?? '').replaceAll('#', String(index + 10));
		made.push(index % 7 === 6 ? `${sentence}\n\n` : `${sentence} `);
		count += sentence.split(' ').length;
	}
	return made.join('').trim();
}

/** A retro with so many timeline entries, a minute apart, and a summary of at least so many words. */
export function retroOf(id: string, entries: number, words: number): Retro {
	const start = Date.UTC(2026, 10, 20, 10);
	return {
		...newRetro({id, now: instantOf(start), title: 'Checkout latency after a deploy', severity: 'SEV2'}),
		summary: proseOf(words),
		impact: {start: instantOf(start), end: instantOf(start + entries * 60_000), users: '', revenue: '', data: ''},
		timeline: Array.from({length: entries}, (_, index) => ({
			id: `e${index}`,
			at: instantOf(start + index * 60_000),
			text: (sentences[index % sentences.length] ?? '').replaceAll('#', String(index)),
		})),
	};
}
