/** Retros out of real post-mortems, with what their authors wrote down of phases and impact. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {retroOfDocument} from '../../source/commands/import/import-document.ts';
import {markdownBlocks} from '../../source/importers/markdown-lines.ts';
import type {Phase, Retro, TimelineEntry} from '../../source/retro/record.ts';
import {orderedTimeline} from '../../source/retro/timeline.ts';
import {wholeIncidents} from '../../source/retro/timeline-checks/whole-incident.ts';
import {type Instant, instantOf, millisecondsOf} from '../../source/time/instant.ts';
import {agrees} from '../../source/time/written-length.ts';

export type DocumentRetro = {readonly name: string; readonly retro: Retro};

const now = '2026-11-23T09:00:00Z' as Instant;

/** The documents of a directory as retros, by name; those without a timeline or a summary are left out. */
export async function documentRetros(directory: string): Promise<DocumentRetro[]> {
	const names = readdirSync(directory).filter((name) => /^\d.*\.md$/.test(name));
	const read = names.toSorted().map(async (name): Promise<DocumentRetro[]> => {
		const text = readFileSync(join(directory, name), 'utf8');
		const retro = await imported(text);
		return retro === undefined ? [] : [{name, retro: asWritten(retro, text)}];
	});
	return (await Promise.all(read)).flat();
}

async function imported(text: string): Promise<Retro | undefined> {
	let ids = 0;
	const context = {
		now: () => now,
		configuration: async () => ({}),
		randomId: () => `id${++ids}`,
		stderr: {write: () => true},
	};
	return retroOfDocument(text, {yes: true}, context as unknown as Parameters<typeof retroOfDocument>[2]);
}

/**
 * The retro as its author would have filled it in a few days after: phases by the words of the entries, and all prose
 * of the document as the summary, where most is to be got wrong. Start and end are the first
 * entry and the one that says it was resolved; where none does, entries that lie as far apart as the prose says that
 * it lasted.
 */
function asWritten(retro: Retro, text: string): Retro {
	const timeline = phased(orderedTimeline(retro));
	const at = (phase: Phase): Instant | undefined => timeline.find((entry) => entry.phase === phase)?.at;
	const summary = proseOf(text);
	const meant = at('resolved') === undefined ? boundsSaid(timeline, summary) : undefined;
	const start = meant?.[0] ?? at('started') ?? timeline[0]?.at ?? null;
	const end = meant?.[1] ?? at('resolved') ?? at('mitigated') ?? timeline.at(-1)?.at ?? null;
	const last = timeline.at(-1)?.at;
	const createdAt = last === undefined ? retro.createdAt : instantOf(millisecondsOf(last) + 3 * 86_400_000);
	return {...retro, createdAt, timeline, impact: {...retro.impact, start, end}, summary};
}

function boundsSaid(timeline: readonly TimelineEntry[], summary: string): [Instant, Instant] | undefined {
	const lengths = wholeIncidents(summary).flatMap((said) => (said.kind === 'length' ? [said.value] : []));
	for (const length of lengths) {
		for (const {at: start} of timeline) {
			const end = timeline.find(({at}) => at > start && agrees(length, millisecondsOf(at) - millisecondsOf(start)));
			if (end !== undefined) return [start, end.at];
		}
	}
	return undefined;
}

const phaseWords: readonly (readonly [Phase, RegExp])[] = [
	['started', /^(?:fault occurs|(?:incident|outage|issue) (?:starts|started|begins|began))\b/i],
	[
		'detected',
		/\b(?:alert(?:s|ed)?|aware|detect(?:s|ed)|notic(?:e|es|ed)|notif(?:y|ies|ied)|realiz\w+|report(?:s|ed)?)\b/i,
	],
	['acknowledged', /\backnowledge[sd]?\b|\backed\b/i],
	['declared', /^incident (?:was )?declared\b/i],
	['mitigated', /^(?:incident )?(?:repaired|mitigated)\b/i],
	['resolved', /^(?:incident |issue )?(?:is |was )?resolved\b/i],
];

function phased(entries: readonly TimelineEntry[]): TimelineEntry[] {
	const given = new Set<Phase>();
	return entries.map((entry) => {
		const phase = phaseWords.find(([name, words]) => !given.has(name) && words.test(entry.text))?.[0];
		if (phase === undefined) return entry;
		given.add(phase);
		return {...entry, phase};
	});
}

function proseOf(text: string): string {
	return [...markdownBlocks(text, () => false)]
		.flatMap((block) => (block.kind === 'heading' || block.kind === 'row' ? [] : [block.text]))
		.join('\n\n');
}
