/** What the Review lists: gaps and findings as one kind of row, what blocks *final* first. */
import type {RetroFinding} from '../lint/retro.ts';
import type {FieldPath} from '../retro/fields.ts';
import type {Gap} from '../retro/gaps.ts';
import {type Step, steps} from '../retro/steps.ts';

export type ReviewInput = {readonly gaps: readonly Gap[]; readonly findings: readonly RetroFinding[]};

export type OpenIssue = {
	readonly key: string;
	readonly step: Step;
	readonly path: FieldPath;
	readonly message: string;
	readonly blocks: boolean;
	/** By what it is kept: the rule, and the words or the state that it was seen on. */
	readonly rule: string;
	readonly text: string;
};

/** Blockers first, then findings, then what the guide would like; each in the order of the walk. */
export function openIssues({gaps, findings}: ReviewInput): OpenIssue[] {
	const fromGap = (gap: Gap): OpenIssue => ({...gap, key: `${gap.path} ${gap.rule}`});
	const fromFinding = ({path, step, finding, text}: RetroFinding): OpenIssue => {
		const words = text.slice(finding.span.start, finding.span.end);
		return {
			key: keyOfFinding({path, finding}),
			step,
			path,
			message: `"${words.replaceAll(/\s+/g, ' ')}": ${finding.message}`,
			blocks: false,
			rule: finding.rule,
			text: words,
		};
	};
	const byStep = (a: OpenIssue, b: OpenIssue): number => steps.indexOf(a.step) - steps.indexOf(b.step);
	return [
		...gaps.filter(({blocks}) => blocks).map(fromGap),
		...findings.map(fromFinding).toSorted(byStep),
		...gaps.filter(({blocks}) => !blocks).map(fromGap),
	];
}

/** What tells a finding from all others of the retro. */
export function keyOfFinding({path, finding}: Pick<RetroFinding, 'path' | 'finding'>): string {
	return `${path} ${finding.rule} ${finding.span.start}`;
}

/** How many findings there are of each category, the most first: `blame 2`. */
export function countsByCategory(findings: readonly Pick<RetroFinding, 'finding'>[]): string[] {
	const counts = new Map<string, number>();
	for (const {finding} of findings) counts.set(finding.category, (counts.get(finding.category) ?? 0) + 1);
	return [...counts].toSorted((a, b) => b[1] - a[1]).map(([category, count]) => `${category} ${count}`);
}
