/** The linter of each directory, and what is said about settings that cannot be read. */
import {expect, test} from 'vitest';
import type {LintConfiguration} from '../../source/lint/configuration.ts';
import {createTeamLinters} from '../../source/lsp/team-linters.ts';
import {Problem} from '../../source/problem.ts';

const text = 'It was obviously empty.';

/** Settings by directory, which can be changed, and the messages. */
function teams(settings: Record<string, LintConfiguration | Error>) {
	const told: string[] = [];
	const linters = createTeamLinters(
		async (directory) => {
			const found = settings[directory] ?? {};
			if (found instanceof Error) throw found;
			return found;
		},
		(message) => told.push(message),
	);
	return {linters, told, count: async (directory: string) => (await linters.of(directory)).lint(text).length};
}

test('each directory has its own settings, and the same ones share a linter', async () => {
	const {linters, count} = teams({'/quiet': {severities: {hindsight: 'off'}}});
	expect(await count('/quiet')).toBe(0);
	expect(await count('/a')).toBe(1);
	expect(await linters.of('/a')).toBe(await linters.of('/b'));
});

test('a change is seen when it is read again, and a linter stays where nothing changed', async () => {
	const settings: Record<string, LintConfiguration> = {};
	const {linters, count} = teams(settings);
	const [a, b] = [await linters.of('/a'), await linters.of('/b')];
	settings['/a'] = {allow: ['obviously']};
	expect(await count('/a')).toBe(1);
	await linters.reread('/a');
	expect(await count('/a')).toBe(0);
	expect(await linters.of('/a')).not.toBe(a);
	settings['/b'] = {};
	await linters.reread();
	expect(await linters.of('/b')).toBe(b);
});

test('what is broken is told once with its hint, in plain characters, and the lint goes on', async () => {
	const broken = new Problem('/x/config.json: lint.allow should be Array\u001B[2J', 'Mend it.');
	const settings: Record<string, LintConfiguration | Error> = {'/a': broken, '/b': broken};
	const {linters, told, count} = teams(settings);
	expect(await count('/a')).toBe(1);
	expect(await count('/b')).toBe(1);
	await linters.reread();
	expect(told).toEqual([
		'/x/config.json: lint.allow should be Array. Mend it. Until then, retro goes by its own settings.',
	]);
	settings['/a'] = {allow: ['obviously']};
	settings['/b'] = {};
	await linters.reread();
	expect([await count('/a'), await count('/b')]).toEqual([0, 1]);
	settings['/a'] = broken;
	await linters.reread();
	expect(told).toHaveLength(2);
});

test('any other failure is told too and ends nothing', async () => {
	const {told, count} = teams({'/a': new TypeError('x is not an object')});
	expect(await count('/a')).toBe(1);
	expect(told).toEqual([expect.stringContaining('x is not an object')]);
});
