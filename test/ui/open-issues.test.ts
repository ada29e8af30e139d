import {expect, test} from 'vitest';
import type {RetroFinding} from '../../source/lint/retro.ts';
import {gapsOf} from '../../source/retro/gaps.ts';
import {steps} from '../../source/retro/steps.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {openIssues} from '../../source/ui/open-issues.ts';
import {retroWith} from './screen.tsx';

const gaps = gapsOf(retroWith({title: ''}), '2026-11-21' as CalendarDate);

function finding(step: RetroFinding['step'], text: string, start = 0, end = text.length): RetroFinding {
	return {
		path: step === 'summary' ? 'summary' : 'title',
		step,
		text,
		finding: {
			rule: 'r',
			category: 'blame',
			severity: 'warning',
			span: {start, end},
			evidence: {start, end},
			message: 'Why?',
			suggestions: [],
		},
	};
}

test('what blocks comes first, then the wording, then what the guide would like', () => {
	const issues = openIssues({gaps, findings: [finding('summary', 'Bob')]});
	const kinds = issues.map(({blocks, rule}) => (blocks ? 'blocks' : rule === 'r' ? 'wording' : 'advises'));
	expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(['blocks', 'wording', 'advises']);
});

test('each kind is in the order of the walk', () => {
	const issues = openIssues({gaps, findings: [finding('summary', 'Bob'), finding('details', 'Ann')]});
	for (const kind of [true, false]) {
		const places = issues
			.filter(({blocks, rule}) => blocks === kind && rule !== 'r')
			.map(({step}) => steps.indexOf(step));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	}
	expect(issues.filter(({rule}) => rule === 'r').map(({step}) => step)).toEqual(['details', 'summary']);
});

test('a finding says the words it is about, on one line', () => {
	const [issue] = openIssues({gaps: [], findings: [finding('summary', 'All well. Bob\n\nbroke it.', 10, 23)]});
	expect(issue).toMatchObject({message: '"Bob broke it": Why?', text: 'Bob\n\nbroke it', path: 'summary'});
});

test('two findings of one rule in one text are two rows', () => {
	const keys = openIssues({
		gaps: [],
		findings: [finding('summary', 'Bob and Bob', 0, 3), finding('summary', 'Bob and Bob', 8, 11)],
	}).map(({key}) => key);
	expect(new Set(keys).size).toBe(2);
});
