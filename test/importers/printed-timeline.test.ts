import fc from 'fast-check';
import {expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import {timelineEntries} from '../../source/importers/entries.ts';
import type {TimelineEntry} from '../../source/retro/record.ts';
import {orderedTimeline} from '../../source/retro/timeline.ts';
import {type CalendarDate, dateOf, instantOf} from '../../source/time/instant.ts';
import {detailed, guide} from '../export/sample.ts';
import {retroWith} from '../ui/screen.tsx';
import {imported} from './fixture.ts';

/** Words that mean something in markdown, or in a time, among plain ones. */
const word = fc.constantFrom(
	...['alert', 'fires', 'the', 'pool', 'db-3', 'latency', 'rolled', 'back'],
	...[
		'**bold**',
		'`kubectl get po`',
		'[a link](https://x.example/a)',
		'50 %',
		'p99',
		'>',
		'2s',
		'#3',
		'<b>',
		'a*b',
		'_x',
	],
	...['10:05', 'UTC', 'PST', '2026-11-19', '+5', '(approx.)', '—', '|', '~', '1.', 'until', '✅', 'naïve'],
);
const text = fc
	.tuple(fc.constantFrom('Alert', 'On-call', 'Érica', 'Deploy'), fc.array(word, {maxLength: 8}))
	.map(([first, rest]) => [first, ...rest].join(' '));

/** Entries of one day or of several, to the minute, as a document prints them. */
const entries = fc
	.array(fc.tuple(fc.integer({min: 0, max: 3 * 1440}), text), {minLength: 1, maxLength: 12})
	.map((all) =>
		all.map(([minute, said], index): TimelineEntry => {
			return {id: `e${index}`, at: instantOf(Date.UTC(2026, 10, 20) + minute * 60_000), text: said};
		}),
	);

function timesOf(timeline: readonly TimelineEntry[]): string[] {
	return orderedTimeline({timeline: [...timeline]}).map(({at}) => at);
}

test.each([
	['guide', guide],
	['detailed', detailed],
])(
	'the timeline of a document by the template %s is read back: the same instants, and the same words',
	async (_name, template) => {
		await fc.assert(
			fc.asyncProperty(entries, async (timeline) => {
				const [first] = timesOf(timeline);
				const retro = retroWith({date: first?.slice(0, 10) as CalendarDate, timeline});
				const document = renderDocument(retro, template);
				const {rows} = await imported(document, {
					incidentDate: dateOf(orderedTimeline(retro)[0]?.at ?? retro.createdAt),
				});
				const back = timelineEntries(
					rows.filter(({keep}) => keep),
					'r',
					'timeline',
				);
				expect(timesOf(back)).toEqual(timesOf(timeline));
				// Markdown may be written in several ways: the same words print the same document.
				expect(renderDocument({...retro, timeline: back}, template)).toBe(document);
			}),
			{numRuns: 60},
		);
	},
);

test('lines of a time and what happened are read back as they are', async () => {
	await fc.assert(
		fc.asyncProperty(entries, async (given) => {
			// A bar between blanks makes cells.
			const timeline = given.map((entry) => ({...entry, text: entry.text.replaceAll(' |', '')}));
			const ordered = orderedTimeline({timeline});
			const lines = ordered.map(({at, text: said}) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC ${said}`);
			const {rows} = await imported(lines.join('\n'), {from: 'timeline'});
			expect(rows.filter(({keep}) => keep).map(({at, text: said, assumed}) => ({at, text: said, assumed}))).toEqual(
				ordered.map(({at, text: said}) => ({at, text: said, assumed: []})),
			);
		}),
		{numRuns: 200},
	);
});
