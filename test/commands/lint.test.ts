import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

const blameful = '# Bob broke it\r\n\r\nThe deploy failed.\r\n\r\nWe 😀: Bob should have checked the config.\r\n';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
	await writeFile(join(sh.directory, 'a.md'), blameful);
	await writeFile(join(sh.directory, 'b.md'), 'The deploy failed at 10:05 UTC.\n');
});

type Printed = {
	schemaVersion: number;
	files: {path: string; findings: {line: number; column: number; start: number; end: number; text: string}[]}[];
	counts: {warning: number; nudge: number};
};

test('prints file, line and column of each finding, and ends with 1', async () => {
	const {status, out, err} = await sh.run(['lint', 'a.md', 'b.md']);
	expect(status).toBe(1);
	expect(out).toMatch(/^a\.md:5:\d+: (warning|nudge): /m);
	expect(out).not.toContain('b.md');
	expect(err).toContain('2 files');
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

test('takes the words of the team', async () => {
	await sh.run(['new', 'x', '--no-open']);
	const rules = [{words: ['flaky'], message: 'Say what made it fail'}];
	await writeFile(join(sh.directory, '.retros', 'config.json'), JSON.stringify({lint: {rules}}));
	expect((await sh.run(['lint', '-'], {stdin: 'The test was flaky.'})).out).toContain('Say what made it fail');
});

test.each([
	['a terminal without a file', {terminal: true}, ['lint'], 2, 'needs a FILE'],
	['a terminal for -', {terminal: true}, ['lint', '-'], 2, 'that is the keyboard'],
	['bytes that are not UTF-8', {stdin: Buffer.from([0xff, 0xfe, 0x41, 0x00])}, ['lint', '-'], 1, 'not UTF-8'],
])('refuses %s', async (_name, options, argv, expected, message) => {
	const {status, out, err} = await sh.run(argv, options);
	expect({status, out}).toEqual({status: expected, out: ''});
	expect(err).toContain(message);
});

test('nothing in a file commands the terminal', async () => {
	const {out, err} = await sh.run(['lint', '-'], {stdin: 'Bob\u001B[2J \u009Bshould have checked the \u0007config.'});
	expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
});
