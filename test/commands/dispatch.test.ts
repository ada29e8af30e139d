/** Which command runs, what its help says, and what is said about a command line that is not right. */
import {beforeAll, describe, expect, test} from 'vitest';
import {defineCommand} from '../../source/commands/command.ts';
import {loadCommand} from '../../source/commands/load.ts';
import {visibleRows} from '../../source/commands/table.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
beforeAll(async () => {
	sh = await shell();
});

describe('help', () => {
	test.each([['--help'], ['-h'], ['help']])('retro %s shows all commands, examples first', async (word) => {
		const {out, err, status} = await sh.run([word]);
		expect(status).toBe(0);
		expect(err).toBe('');
		expect(out.indexOf('Examples')).toBeLessThan(out.indexOf('Write'));
		for (const {usage, summary} of visibleRows) {
			expect(out).toContain(usage);
			expect(out).toContain(summary);
		}
	});

	test.each([
		[['help', 'new']],
		[['new', '--help']],
		[['new', '-h']],
		[['--help', 'new']],
		[['new', 'A title', '--bogus', '-h']],
	])('retro %j shows the help of new and starts nothing', async (argv) => {
		const {out, status, screens} = await sh.run(argv, {terminal: true});
		expect(status).toBe(0);
		expect(out).toContain('retro new [TITLE] [flags]');
		expect(screens).toEqual([]);
		expect((await sh.run(['list', '--json'])).out).toContain('"retros": []');
	});

	test.each(visibleRows.map(({name}) => [name]))(
		'the help of %s fits 80 columns and begins with examples',
		async (name) => {
			const {out} = await sh.run(['help', name]);
			expect(out.indexOf('Examples')).toBeLessThan(out.indexOf('Usage'));
			expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
		},
	);

	test.each(visibleRows.map(({name, usage}) => [name, usage]))(
		'the usage of %s says the arguments it takes',
		async (name, usage) => {
			const {arguments: declared} = await loadCommand(name as (typeof visibleRows)[number]['name']);
			const written = usage.split(' ').slice(1);
			expect(written.map((word) => word.startsWith('['))).toEqual(declared.map(({optional}) => optional === true));
		},
	);

	test('what stands after -- is text, even --help', async () => {
		const id = await sh.create('Help');
		await sh.run(['add', id, 'lucky', '--', '--help']);
		expect((await sh.record(id)).lessons.gotLucky.map(({text}) => text)).toEqual(['--help']);
	});
});

describe('a command line that is not right ends with 2 and says what to do', () => {
	test.each([
		[['exprot'], 'There is no command “exprot”', 'Did you mean retro export?'],
		[['2026-11-20'], 'There is no command “2026-11-20”', 'Did you mean retro open 2026-11-20?'],
		[['frobnicate'], 'There is no command “frobnicate”', 'retro --help'],
		[['help', 'lst'], 'There is no command “lst”', 'retro help list'],
		[['list', '--severty', 'SEV1'], 'Unknown flag --severty', 'Did you mean --severity?'],
		[['new', '--noopen'], 'Unknown flag --noopen', 'Did you mean --no-open?'],
		[['list', '-x'], 'Unknown flag -x', 'retro help list'],
		[['--bogus'], 'Unknown flag --bogus', 'retro --help'],
		[['list', '--severity', 'SEV9'], '--severity cannot be “SEV9”', 'SEV1, SEV2, SEV3, near-miss'],
		[['list', '--severity', 'nearmis'], '--severity cannot be “nearmis”', 'Did you mean near-miss?'],
		[['list', '--severity'], '--severity needs a value', 'SEV1'],
		[['list', '--query', '--json'], '--query needs a value', '--query WORDS'],
		[['list', '--limit', 'abc'], '--limit takes a whole number', ''],
		[['list', '--limit', '-3'], '--limit takes a whole number', ''],
		[['list', '--json=yes'], '--json takes no value', ''],
		[['list', '--query', 'a', '--query', 'b'], '--query is given twice', ''],
		[['set', 'latest'], 'retro set needs a FIELD', 'For example: retro set'],
		[['restore', 'latest'], 'retro restore needs a VERSION', 'For example: retro restore latest 4'],
		[['new', 'Disk', 'full'], 'retro new does not know what to do with “full”', 'For example: retro new "'],
		[['doctor', 'x'], 'retro doctor does not know what to do with “x”', 'For example: retro doctor'],
		[['show', 'latest', 'more'], 'retro show does not know what to do with “more”', ''],
		[['completion', 'tcsh'], 'SHELL cannot be “tcsh”', 'bash, zsh, fish'],
		[['show', '2019'], 'There is no retro “2019”', 'retro list'],
		[['list', '--since', 'Feb 30'], '“Feb 30” is no date', '2026-11-20'],
		[[''], 'There is no command “”', ''],
	])('retro %j', async (argv, message, hint) => {
		const {status, out, err} = await sh.run(argv);
		expect({status, out}).toEqual({status: 2, out: ''});
		expect(err).toContain(`retro: ${message}`);
		expect(err).toContain(hint);
		expect(err).not.toMatch(/^\s+at /m);
	});

	test('nothing that was typed reaches the terminal as it is', async () => {
		const {err} = await sh.run([`\u001B]0;owned\u0007${'x'.repeat(500)}`]);
		expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
		expect(err.length).toBeLessThan(300);
	});
});

describe('flags', () => {
	test('may stand before the command, between its arguments and after them', async () => {
		await sh.create('One', '--severity', 'sev 3');
		for (const argv of [
			['--json', 'list'],
			['list', '--json'],
			['--store', '.retros', 'list', '--json'],
		]) {
			expect((await sh.run(argv)).out).toContain('"severity": "SEV3"');
		}
	});

	test('a text that begins with a hyphen, or is a word of the parser, is a text', async () => {
		const id = await sh.create('Hyphens');
		await sh.run(['add', id, 'lucky', '- nobody was in the building']);
		await sh.run(['add', id, 'lucky', 'true', '--json']);
		await sh.run(['add', id, 'lucky', '--json', 'false']);
		await sh.run(['add', id, 'lucky', '1e3']);
		const texts = (await sh.record(id)).lessons.gotLucky.map(({text}) => text);
		expect(texts).toEqual(['- nobody was in the building', 'true', 'false', '1e3']);
	});
});

describe('a bug', () => {
	const broken = defineCommand({
		name: 'list',
		arguments: [],
		flags: {},
		about: '',
		examples: [],
		run: async () => {
			throw new TypeError('x is \u001B[31mundefined');
		},
	});

	test('is told as one, without a stack, and says that the text is safe', async () => {
		const {status, err} = await sh.run(['list'], {load: async () => broken});
		expect(status).toBe(1);
		expect(err).toContain('Something went wrong inside retro');
		expect(err).toContain('Your text is safe');
		expect(err).toContain('TypeError: x is');
		expect(err).toContain('retro 0.1.0, command list');
		expect(err).not.toContain('\u001B');
		expect(err).not.toMatch(/^\s*at /m);
	});

	test('shows its stack with RETRO_DEBUG=1', async () => {
		const {err} = await sh.run(['list'], {load: async () => broken, env: {RETRO_DEBUG: '1'}});
		expect(err).toMatch(/^\s*at /m);
	});
});

describe('colour', () => {
	const sequence = '\u001B[';
	test.each([
		['a terminal', {terminal: true, env: {NO_COLOR: ''}}, [], true],
		['no terminal', {env: {NO_COLOR: ''}}, [], false],
		['NO_COLOR', {terminal: true, env: {NO_COLOR: '1'}}, [], false],
		['TERM=dumb', {terminal: true, env: {NO_COLOR: '', TERM: 'dumb'}}, [], false],
		['FORCE_COLOR without a terminal', {env: {NO_COLOR: '', FORCE_COLOR: '1'}}, [], true],
		['FORCE_COLOR=0', {terminal: true, env: {NO_COLOR: '', FORCE_COLOR: '0'}}, [], false],
		['--color', {env: {NO_COLOR: '1'}}, ['--color'], true],
		['--no-color', {terminal: true, env: {NO_COLOR: '', FORCE_COLOR: '1'}}, ['--no-color'], false],
	])('%s decides', async (_name, options, flags, coloured) => {
		expect((await sh.run(['--help', ...flags], options)).out.includes(sequence)).toBe(coloured);
		expect((await sh.run(['exprot', ...flags], options)).err.includes(sequence)).toBe(coloured);
	});
});

describe('a screen without a terminal ends with 2 and names what does the same without one', () => {
	test.each([
		[['new'], 'retro new --no-open'],
		[['new', 'A title'], 'retro new --no-open'],
		[['open'], 'retro show'],
	])('retro %j', async (argv, twin) => {
		const {status, err, screens} = await sh.run(argv);
		expect(status).toBe(2);
		expect(err).toContain(twin);
		expect(screens).toEqual([]);
	});

	test('retro alone lists the retros', async () => {
		const {out, screens} = await sh.run([]);
		expect(out).toContain('RETRO');
		expect(screens).toEqual([]);
	});
});
