import {expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {lintRetro} from '../../source/lint/retro.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro} from '../../source/retro/record.ts';
import {instantOf} from '../../source/time/instant.ts';

const linter = createLinter();
const now = instantOf(Date.UTC(2026, 10, 20, 10, 5));

function found(part: Partial<Retro>): string[] {
	return lintRetro({...newRetro({id: 'r1', now}), ...part}, linter).map(
		({path, step, finding}) => `${step} ${path} ${finding.rule}`,
	);
}

test('every text that ends in the document is read, and says where it stands', () => {
	const retro: Partial<Retro> = {
		title: 'Bob broke the build',
		summary: 'All was well.\n\nBob forgot the flag.',
		timeline: [{id: 't1', at: now, text: 'Bob deleted the wrong volume'}],
		whys: [{id: 'w1', question: 'Why did it fail?', answer: 'Human error', parent: null, rootCause: false}],
		lessons: {wentWell: [], wentWrong: [{id: 'n1', text: 'The checklist was ignored'}], gotLucky: []},
		actions: [{id: 'a1', kind: 'prevent', text: 'Be more careful', owner: '@ops', due: null, status: 'open'}],
	};
	expect(found(retro)).toEqual([
		'details title blame.person-fault',
		'summary summary omission.person',
		'timeline timeline:t1.text blame.person-fault',
		'root-cause whys:w1.answer human-error.label',
		'lessons lessons.wentWrong:n1.text omission.agentless',
		'actions actions:a1.text vague-action.attitude',
	]);
});

test('vague wording is only looked for in actions', () => {
	const text = 'Improve monitoring';
	expect(found({summary: text})).toEqual([]);
	expect(found({actions: [{id: 'a1', kind: 'prevent', text, owner: '', due: null, status: 'open'}]})).toHaveLength(1);
});

test('a bare time is fine, since the app says that times are UTC', () => {
	expect(found({summary: 'At 14:02 it began, at 14:40 it ended.'})).toEqual([]);
});

test('a time in another zone is not', () => {
	expect(found({summary: 'At 14:02 PDT it began.'})).toEqual(['summary summary non-utc.zone']);
});

test('what the team decided to keep is left out until its words change', () => {
	const kept = [{field: 'summary', rule: 'omission.person', text: 'Bob forgot the flag.', reason: 'He asked for it'}];
	expect(found({summary: 'Bob forgot the flag.', kept})).toEqual([]);
	expect(found({summary: 'Bob forgot the flags.', kept})).toHaveLength(1);
	expect(found({title: 'Bob forgot the flag.', kept})).toHaveLength(1);
});

test("the guide's own good sentences are left alone", () => {
	const summary = [
		'The deployment pipeline did not catch the regression in module Y because the test suite was missing coverage.',
		'Monitoring alert fires for high latency.',
		'On-call engineer acknowledges alert.',
		"Because the load test didn't simulate realistic traffic patterns.",
		'Because we lack a tool to mirror production traffic to staging.',
		'Logs were missing.',
		'Playbook was outdated.',
	].join('\n\n');
	expect(found({summary})).toEqual([]);
});
