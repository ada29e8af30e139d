import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

const blameful = '# Bob broke it\r\n\r\nThe deploy failed.\r\n\r\nWe 😀: Bob should have checked the config.\r\n';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
	await writeFile(join(sh.directory, 'a.md'), blameful);
	await writeFile(join(sh.directory, 'b.md'), 'The deploy failed at 10:05 UTC.\n');
});

type Placed = {line: number; column: number; start: number; end: number; text: string};
type Printed = {
	schemaVersion: number;
	files: {path: string; findings: Placed[]; unusedComments: (Placed & {kind: string; name: string | null})[]}[];
	counts: {warning: number; nudge: number};
};

test('prints file, line and column of each finding, and ends with 1', async () => {
	const {status, out, err} = await sh.run(['lint', 'a.md', 'b.md']);
	expect(status).toBe(1);
	expect(out).toMatch(/^a\.md:5:\d+: (warning|nudge): /m);
	expect(out).not.toContain('b.md');
	expect(err).toContain('2 files');
});

test('shows the sentence with the words marked below it, the rule and other wordings', async () => {
	await writeFile(join(sh.directory, 'c.md'), 'The pod crashed. The cache was **obviously empty** by then.\n');
	const {out, err} = await sh.run(['lint', 'c.md']);
	expect(out).toBe(
		[
			'c.md:1:34: nudge: It only looks so clear from here; the sentence stands without it (hindsight.adverb)',
			'  The cache was **obviously empty** by then.',
			'                  ^^^^^^^^^^^^^^^',
			'  or rather: empty',
			'',
		].join('\n'),
	);
	expect(err).toBe('0 warnings and 1 nudge in one file: hindsight 1.\n');
});

test('shows the line where what is found stands in no sentence', async () => {
	const {out} = await sh.run(['lint'], {stdin: 'Fine.\n\n## Timeline (all times in PST)\n\n- 10:05 It broke.\n'});
	expect(out).toContain('\n  ## Timeline (all times in PST)\n                            ^^^\n');
});

test('names the category of a rule of the team, whose name does not', async () => {
	await sh.run(['new', 'x', '--no-open']);
	const rules = [{words: ['flaky'], message: 'Say what made it fail'}];
	await writeFile(join(sh.directory, '.retros', 'config.json'), JSON.stringify({lint: {rules}}));
	const {out} = await sh.run(['lint', '-'], {stdin: 'The test was flaky.'});
	expect(out).toContain('Say what made it fail (judgement, team.flaky)');
});

test('ends with 0 where nothing is found, with nothing on standard output', async () => {
	expect(await sh.run(['lint', 'b.md'])).toMatchObject({status: 0, out: ''});
});

test('--json has the documented shape, with columns in UTF-16 units that lead to the words', async () => {
	const {status, out} = await sh.run(['lint', '--json', 'a.md', 'b.md']);
	expect(status).toBe(1);
	const printed = JSON.parse(out) as Printed;
	expect(printed.schemaVersion).toBe(1);
	expect(printed.files.map(({path}) => path)).toEqual(['a.md', 'b.md']);
	const findings = printed.files.flatMap((file) => file.findings);
	expect(printed.counts.warning + printed.counts.nudge).toBe(findings.length);
	const [finding] = findings;
	expect(Object.keys(finding ?? {})).toEqual([
		...['rule', 'category', 'severity', 'line', 'column', 'endLine', 'endColumn', 'start', 'end', 'text'],
		...['message', 'suggestions'],
	]);
	for (const {line, column, start, end, text} of findings) {
		expect(blameful.slice(start, end)).toBe(text);
		expect(blameful.split('\r\n')[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${text.split('\r\n')[0] ?? ''}`));
	}
});

test('--json is what JSON.stringify prints with an indent of two, and --format json the same', async () => {
	for (const files of [['a.md', 'b.md'], ['b.md'], ['none.md']]) {
		const {out} = await sh.run(['lint', '--json', ...files]);
		expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
		expect((await sh.run(['lint', '--format', 'json', ...files])).out).toBe(out);
	}
});

describe('--fail-on', () => {
	const nudge = {stdin: 'The cache was obviously empty.'};
	const warning = {stdin: 'Bob broke the build.'};

	test.each([
		['a nudge, unless set', [], nudge, 1],
		['a nudge for warning', ['--fail-on', 'warning'], nudge, 0],
		['a nudge for never', ['--fail-on', 'never'], nudge, 0],
		['a warning for nudge', ['--fail-on', 'nudge'], warning, 1],
		['a warning for warning', ['--fail-on', 'warning'], warning, 1],
		['a warning for never', ['--fail-on', 'never'], warning, 0],
	])('%s', async (_name, flags, options, expected) => {
		const {status, out} = await sh.run(['lint', ...flags], options);
		expect(out).not.toBe('');
		expect(status).toBe(expected);
	});

	test('never does not hide that a file could not be read', async () => {
		expect((await sh.run(['lint', '--fail-on', 'never', 'none.md'])).status).toBe(1);
	});
});

describe('comments that do nothing', () => {
	const text = '<!-- retro-lint-disable hindsite -->\n\nThe pod crashed.\n';

	test('are told of, with what was probably meant, and fail nothing', async () => {
		expect(await sh.run(['lint'], {stdin: text})).toEqual({
			status: 0,
			out: 'standard input:1:1: note: There is no rule “hindsite”: did you mean hindsight? (unused comment)\n',
			err: 'Nothing found in one file.\n1 comment for the lint does nothing.\n',
			screens: [],
		});
	});

	test.each([
		['<!-- retro-lint-disable blame -->', 'blame finds nothing here, so this comment can go'],
		['<!-- retro-lint-disable -->', 'The lint finds nothing here, so this comment can go'],
		['<!-- retro-lint-enable -->', 'Nothing is disabled here, so this comment can go'],
		['<!-- retro-lint-enable blame -->', 'blame is not disabled by that name, so this comment can go'],
		['<!-- retro-lint-of blame -->', 'There is no comment “retro-lint-of”, so this one does nothing'],
	])('%s', async (comment, message) => {
		expect((await sh.run(['lint'], {stdin: `${comment}\n\nThe pod crashed.`})).out).toContain(message);
	});

	test('stand in the JSON with their places', async () => {
		const {out} = await sh.run(['lint', '--json'], {stdin: `Fine.\n\n${text}`});
		expect((JSON.parse(out) as Printed).files[0]?.unusedComments).toEqual([
			{
				kind: 'silences-nothing',
				name: 'hindsite',
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 37,
				start: 7,
				end: 43,
				text: '<!-- retro-lint-disable hindsite -->',
				message: 'There is no rule “hindsite”: did you mean hindsight?',
			},
		]);
	});
});

test.each([[['lint', '-']], [['lint']]])('%j reads standard input', async (argv) => {
	const {status, out} = await sh.run(argv, {stdin: blameful});
	expect(status).toBe(1);
	expect(out).toContain('standard input:5:');
});

test('goes on with the other files when one cannot be read', async () => {
	const {status, out, err} = await sh.run(['lint', 'none.md', 'a.md']);
	expect(status).toBe(1);
	expect(out).toContain('a.md:5:');
	expect(err).toContain('There is no file “none.md”');
});

test.each([
	['a terminal without a file', {terminal: true}, ['lint'], 2, 'needs a FILE'],
	['a terminal for -', {terminal: true}, ['lint', '-'], 2, 'that is the keyboard'],
	['a terminal for - behind a file', {terminal: true}, ['lint', 'a.md', '-'], 2, 'that is the keyboard'],
	['two formats at once', {}, ['lint', '--json', '--format', 'sarif', 'a.md'], 2, 'cannot both be had'],
	['an unknown format', {}, ['lint', '--format', 'xml', 'a.md'], 2, 'It is one of: text, json'],
	['bytes that are not UTF-8', {stdin: Buffer.from([0xff, 0xfe, 0x41, 0x00])}, ['lint', '-'], 1, 'not UTF-8'],
])('refuses %s', async (_name, options, argv, expected, message) => {
	const {status, out, err} = await sh.run(argv, options);
	expect({status, out}).toEqual({status: expected, out: ''});
	expect(err).toContain(message);
});

test.each([['text'], ['json'], ['sarif'], ['github'], ['checkstyle']])(
	'nothing in a file commands the terminal, as %s',
	async (format) => {
		const stdin =
			'Bob should have checked the config\u001B[2J, \u009Bthe\r\n\u0007flag.\n\n<!-- retro-lint-disable x -->\n';
		const {out, err} = await sh.run(['lint', '-', '--format', format], {stdin});
		expect(out).toContain('counterfactual.person');
		expect((out + err).replaceAll(/\n\t*/g, '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
	},
);

test('nor does the name of a file', async () => {
	const name = 'x\u001B[2J\n::error::y.md';
	await writeFile(join(sh.directory, name), 'Bob broke the build.');
	for (const format of ['text', 'github', 'checkstyle']) {
		const {out} = await sh.run(['lint', '--format', format, '.']);
		expect(out).toContain('y.md');
		expect(out).not.toMatch(/\u001B|^::error/m);
	}
});
