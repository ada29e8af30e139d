import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ganttBlock} from '../../source/export/gantt.ts';
import {phasesInTime} from '../../source/retro/phases-in-time.ts';
import type {Retro} from '../../source/retro/record.ts';
import {retros, texts} from '../retro/arbitrary.ts';
import {hostileText} from './hostile.ts';
import {type GanttTask, readGantt} from './mermaid.ts';
import {readGfm} from './reading.ts';
import {emptyRetro, example} from './sample.ts';

/** What stands in the fence. */
function chartOf(retro: Retro): string {
	const {children} = readGfm(ganttBlock(retro));
	const [code] = children;
	if (children.length !== 1 || code?.type !== 'code') throw new Error(`not one block of code: ${ganttBlock(retro)}`);
	expect(code.lang).toBe('mermaid');
	return code.value;
}

/** The clock that a reader in any zone sees, since mermaid reads and writes in the same one. */
function clock(time: Date): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function inSection(tasks: readonly GanttTask[], section: string): GanttTask[] {
	return tasks.filter((task) => task.section === section);
}

test('mermaid reads the phases of the worked example, each at its time in UTC', async () => {
	const {type, title, axis, tasks} = await readGantt(chartOf(example));
	expect({type, title, axis}).toEqual({
		type: 'gantt',
		title: 'Site crash under a heavy database query (times in UTC)',
		axis: '%H:%M',
	});
	expect(
		inSection(tasks, 'Phases').map(({task, startTime, endTime}) => [task.trim(), clock(startTime), clock(endTime)]),
	).toEqual([
		['started for 4m', '09:56', '10:00'],
		['detected for 5m', '10:00', '10:05'],
		['acknowledged for 10m', '10:05', '10:15'],
		['declared for 21m', '10:15', '10:36'],
		['mitigated for 7m', '10:36', '10:43'],
	]);
	const entries = inSection(tasks, 'Entries');
	expect(entries.every(({milestone}) => milestone === true)).toBe(true);
	expect(entries.map(({task}) => task.trim())).toContain('detected - Monitoring alert fires for high latency.');
});

test('several days have their date on the axis', async () => {
	const timeline = example.timeline.map((entry) =>
		entry.phase === 'resolved' ? {...entry, at: '2026-11-21T00:10:00Z' as typeof entry.at} : entry,
	);
	expect((await readGantt(chartOf({...example, timeline}))).axis).toBe('%m-%d %H:%M');
});

test('there is none of one moment or of nothing', () => {
	expect(ganttBlock(emptyRetro)).toBe('');
	expect(ganttBlock({...emptyRetro, timeline: example.timeline.slice(0, 1)})).toBe('');
});

describe('no name breaks the chart', () => {
	const names = fc.oneof(
		hostileText,
		texts,
		fc.constantFrom(
			'a: b, c',
			'x ; y # z',
			'%% remark',
			'%%{init: {"theme": "dark"}}%%',
			':done, a1, 2026-01-01, 2d',
			'section Mine',
			'click x href "https://example.org"',
			'#35;#59;',
			'```',
			'title x\ngantt',
			'<b>bold</b>',
		),
	);

	test('mermaid reads as many phases and entries as there are, whatever they say', async () => {
		await fc.assert(
			fc.asyncProperty(retros, fc.array(names, {minLength: 9, maxLength: 9}), async (retro, said) => {
				const timeline = retro.timeline.map((entry, index) => ({...entry, text: said[index] ?? ''}));
				const named = {...retro, title: said[8] ?? '', timeline};
				fc.pre(ganttBlock(named) !== '');
				const {title, tasks} = await readGantt(chartOf(named));
				const phases = phasesInTime(named);
				expect(title).toMatch(/\(times in UTC\)$/);
				expect(inSection(tasks, 'Phases').map(({task}) => task.split(' ')[0])).toEqual(
					phases.filter(({lasted}) => (lasted ?? 0) > 0).map(({moment}) => moment.phase),
				);
				expect(inSection(tasks, 'Entries').map(({task}) => task.trim().split(' ')[0])).toEqual(
					phases.map(({moment}) => moment.phase),
				);
				const written = chartOf(named)
					.split('\n')
					.flatMap((line) => / {4}(.*) :(?=\w+, \d{4}-)/.exec(line)?.[1] ?? []);
				expect(tasks.map(({task}) => task.trim())).toEqual(written);
				expect(tasks.every(({startTime, endTime}) => startTime <= endTime)).toBe(true);
			}),
			{numRuns: 100},
		);
	});
});
