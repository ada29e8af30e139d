/**
 * The readme's examples, run as they stand there, one after another in one directory. A comment before a block says
 * when it is not for running (`by hand`) or what file it is (`file: PATH`). A block of text behind the commands holds
 * lines that they print.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import hindsight from '../../data/lint/rules/hindsight.json' with {type: 'json'};
import {createLinter} from '../../source/lint/linter.ts';
import {readEntry} from '../../source/time/entry.ts';
import {instantOf} from '../../source/time/instant.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'readme.md'), 'utf8');

type Block = {readonly mark: string; readonly language: string; readonly text: string};

const blocks = [...readme.matchAll(/(?:<!-- (.*?) -->\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
	([, mark = '', language = '', text = '']): Block => ({mark, language, text}),
);

let directory = '';

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'retro-readme-'));
	mkdirSync(join(directory, 'bin'));
	mkdirSync(join(directory, 'work', '.retros'), {recursive: true});
	const command = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'retro.js')}' "$@"\n`;
	writeFileSync(join(directory, 'bin', 'retro'), command, {mode: 0o755});
});

afterAll(() => rmSync(directory, {recursive: true}));

describe('the examples of the readme', () => {
	let printed = '';

	test.each(
		blocks
			.filter(({mark, language}) => mark !== 'by hand' && (language !== 'json' || mark !== ''))
			.map((block) => [block.mark || (block.text.split('\n')[0] ?? ''), block] as const),
	)('%s', (_name, {mark, language, text}) => {
		const file = /^file: (.+)$/.exec(mark)?.[1];
		if (file !== undefined) {
			const path = join(directory, 'work', file);
			mkdirSync(dirname(path), {recursive: true});
			writeFileSync(path, text);
		} else if (language === 'sh') {
			const {status, output} = run(text);
			expect(status, output).toBe(0);
			printed = output;
		} else {
			for (const line of text.split('\n')) expect(printed).toContain(line);
		}
	});
});

/** Runs commands as a script that ends with the first failure; both streams are in the output. */
function run(script: string): {status: number | null; output: string} {
	const {PATH = ''} = process.env;
	const {status, stdout} = spawnSync('bash', ['-eu', '-o', 'pipefail', '-c', `exec 2>&1\n${script}`], {
		cwd: join(directory, 'work'),
		env: {PATH: `${join(directory, 'bin')}${delimiter}${PATH}`, HOME: directory, LANG: 'C.UTF-8'},
		encoding: 'utf8',
	});
	return {status, output: stdout};
}

/** The cells of the tables whose first heading is this, without their heading rows. */
function rowsUnder(heading: string): string[][] {
	const table = new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(readme)?.[1] ?? '';
	return table
		.trim()
		.split('\n')
		.map((row) =>
			row
				.split(/(?<!\\)\|/)
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

describe('the tables of the readme', () => {
	const times = rowsUnder('typed').flatMap(([typed = '']) =>
		[...typed.matchAll(/`(.+?)`/g)].map(([, time = '']) => time),
	);

	test.each(times)('%s is read as a time', (time) => {
		const noon = instantOf(Date.UTC(2026, 10, 20, 12));
		const context = {now: noon, previous: noon, incidentStart: null, incidentDate: null};
		expect(readEntry(`${time} what happened`, context)).toMatchObject({kind: 'timed', text: 'what happened'});
	});

	test.each(rowsUnder('category'))(
		'%s speaks up on: %s and is silent on: %s',
		(category = '', found = '', silent = '') => {
			const linter = createLinter();
			const categories = (cell: string): string[] => {
				const [, text = '', role] = /^(.*?)( \(an action item\))?$/.exec(cell) ?? [];
				return linter.lint(text, role === undefined ? {} : {role: 'action'}).map((finding) => finding.category);
			};
			expect(categories(found).map((name) => `\`${name}\``)).toContain(category);
			expect(categories(silent)).toEqual([]);
		},
	);
});

test('the rule that is shown is the one that is used', () => {
	const shown: unknown = JSON.parse(blocks.find(({text}) => text.includes('"hindsight.adverb"'))?.text ?? '');
	expect(hindsight.rules).toContainEqual(shown);
});

test('every command of the help is in the readme, and none besides', () => {
	const help = execFileSync(process.execPath, [join(root, 'dist', 'retro.js'), '--help'], {encoding: 'utf8'});
	const [, written = '', read = '', around = ''] =
		/Write\n([\s\S]*)Read\n([\s\S]*)Around it\n([\s\S]*)Everywhere/.exec(help) ?? [];
	const commands = [...`${written}${read}${around}`.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
	const told = rowsUnder('command').map(([usage = '']) => /^`retro ?(\w*)/.exec(usage)?.[1]);
	expect(told.filter((name) => name !== '').toSorted()).toEqual(commands.toSorted());
});
