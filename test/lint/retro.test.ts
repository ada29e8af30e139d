import {describe, expect, test} from 'vitest';
import {createLinter, type Linter} from '../../source/lint/linter.ts';
import {lintRetro, retroLint} from '../../source/lint/retro.ts';
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

describe('a retro that is linted again and again', () => {
	/** A linter that writes down what it is asked. */
	function listening(): {linter: Linter; asked: string[]} {
		const asked: string[] = [];
		return {
			linter: {
				lint(text, options) {
					asked.push(text);
					return linter.lint(text, options);
				},
			},
			asked,
		};
	}
	const night: Retro = {
		...newRetro({id: 'r1', now, title: 'Bob broke the build'}),
		timeline: Array.from({length: 50}, (_, index) => ({id: `t${index}`, at: now, text: `Bob broke disk ${index}`})),
	};
	const through = (reading: ReturnType<ReturnType<typeof retroLint>>) => {
		for (let steps = 0; ; steps++) {
			const step = reading.next();
			if (step.done) return {findings: step.value, steps};
		}
	};

	test('is read a text at a time, and no text twice', () => {
		const {linter: own, asked} = listening();
		const lint = retroLint(own);
		expect(through(lint(night)).steps).toBe(51);
		expect(asked).toHaveLength(51);
		expect(through(lint(structuredClone(night))).steps).toBe(0);
		expect(asked).toHaveLength(51);
	});

	test('gives the same findings as objects where the text is the same', () => {
		const lint = retroLint(linter);
		const before = through(lint(night)).findings;
		const timeline = night.timeline.map((entry) => (entry.id === 't7' ? {...entry, text: 'Bob broke it'} : {...entry}));
		const after = through(lint({...night, timeline})).findings;
		expect(after).toEqual(lintRetro({...night, timeline}, linter));
		expect(after.filter((finding) => !before.includes(finding)).map(({path}) => path)).toEqual(['timeline:t7.text']);
	});

	test('goes on where it was left, whatever was changed meanwhile', () => {
		const {linter: own, asked} = listening();
		const lint = retroLint(own);
		const left = lint(night);
		for (let step = 0; step < 20; step++) left.next();
		through(lint({...night, severity: 'SEV1'}));
		expect(asked).toHaveLength(51);
	});

	test('heeds what is kept since, and what is taken away', () => {
		const lint = retroLint(linter);
		const [first] = through(lint(night)).findings;
		const kept = [{field: 'title', rule: first?.finding.rule ?? '', text: 'Bob broke the build', reason: 'a joke'}];
		expect(through(lint({...night, timeline: [], kept})).findings).toEqual([]);
		expect(through(lint(night)).findings).toEqual(lintRetro(night, linter));
	});

	test('is given a long text by its paragraphs first, so that no step takes long', () => {
		const {linter: own, asked} = listening();
		const paragraphs = Array.from(
			{length: 30},
			(_, index) => `Bob forgot flag ${index}. ${'All was slow. '.repeat(9)}`,
		);
		const retro: Retro = {...newRetro({id: 'r1', now}), summary: paragraphs.join('\n\n')};
		const {findings, steps} = through(retroLint(own)(retro));
		expect(steps).toBe(31);
		expect(asked.slice(0, 30)).toEqual(paragraphs);
		expect(findings).toEqual(lintRetro(retro, linter));
	});
});
