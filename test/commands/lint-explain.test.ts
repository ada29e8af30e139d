import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {rules} from '../../source/lint/explain.ts';
import {categories} from '../../source/lint/finding.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
});

test('a rule: why, how to put it, what it finds and leaves alone, its sources, how to be rid of it', async () => {
	const {status, out} = await sh.run(['lint', '--explain', 'hindsight.adverb']);
	expect(status).toBe(0);
	for (const part of [
		/^hindsight\.adverb \(nudge\)$/m,
		/^It only looks so clear from here; the sentence stands without it$/m,
		/^Leave the word out\.$/m,
		/^Found\n {2}The cache was obviously empty\.$/m,
		/^Left alone\n(?:.*\n)* {2}The graph clearly shows two spikes\.$/m,
		/^Literature\n {2}Fischhoff, B\. \(1975\)\. Hindsight ≠ foresight/m,
		/^ {4}https:\/\/doi\.org\/10\.1037\/0096-1523\.1\.3\.288$/m,
		/<!-- retro-lint-disable-next-line hindsight\.adverb -->/,
		/\{"lint": \{"severities": \{"hindsight\.adverb": "off"\}\}\}/,
	]) {
		expect(out).toMatch(part);
	}
});

test('a rule about actions says that it looks at nothing else', async () => {
	expect((await sh.run(['lint', '--explain', 'vague-action.wish'])).out).toContain('in action items alone');
});

test('a category: all its rules, and its sources once', async () => {
	const {out} = await sh.run(['lint', '--explain', 'vague-action']);
	for (const {id, reason} of rules().filter(({category}) => category === 'vague-action')) {
		expect(out).toContain(`${id} (`);
		expect(out).toContain(reason);
	}
	expect(out.match(/S\.M\.A\.R\.T\./g)).toHaveLength(1);
});

test('without a rule, a list of all', async () => {
	const {status, out} = await sh.run(['lint', '--explain']);
	expect(status).toBe(0);
	for (const category of categories) expect(out).toMatch(new RegExp(`^${category}$`, 'm'));
	for (const {id} of rules()) expect(out).toContain(`  ${id} (`);
});

test('several rules, one after another', async () => {
	const {out} = await sh.run(['lint', '--explain', 'blame.agent', 'motive']);
	expect(out).toMatch(/^blame\.agent \(warning\)$[\s\S]*^motive$/m);
});

test.each([
	['blame.persn-fault', 'Did you mean blame.person-fault?'],
	['hindsite', 'Did you mean hindsight?'],
	['qqqq', 'retro lint --explain lists all of them.'],
	['team.flaky', 'See lint.rules there.'],
])('%s is no rule, and what is meant is said', async (name, hint) => {
	const {status, out, err} = await sh.run(['lint', '--explain', name]);
	expect({status, out}).toEqual({status: 2, out: ''});
	expect(err).toContain(hint);
});

test('the severity is the one that the team has set, and says so', async () => {
	await mkdir(join(sh.directory, '.retros'));
	const severities = {hindsight: 'off', 'hindsight.adverb': 'warning'};
	await writeFile(join(sh.directory, '.retros', 'config.json'), JSON.stringify({lint: {severities}}));
	const {out} = await sh.run(['lint', '--explain', 'hindsight']);
	expect(out).toContain('hindsight.adverb (warning here, nudge without your settings)');
	expect(out).toContain('(off here, ');
});

test('--json has the same for scripts, without rules twice', async () => {
	const {out} = await sh.run(['lint', '--explain', '--json', 'hindsight', 'hindsight.adverb']);
	const printed = JSON.parse(out) as {schemaVersion: number; rules: {id: string; literature: unknown[]}[]};
	expect(printed.schemaVersion).toBe(1);
	expect(printed.rules.map(({id}) => id)).toEqual(
		rules()
			.filter(({category}) => category === 'hindsight')
			.map(({id}) => id),
	);
	expect(printed.rules[0]).toMatchObject({
		category: 'hindsight',
		reason: expect.any(String),
		reframing: expect.any(String),
		examples: expect.any(Array),
		lookAlikes: expect.any(Array),
		literature: expect.arrayContaining([expect.objectContaining({authors: 'Fischhoff, B.', year: 1975})]),
	});
	expect(JSON.parse((await sh.run(['lint', '--explain', '--json'])).out)).toMatchObject({
		rules: rules().map(({id}) => ({id})),
	});
});
