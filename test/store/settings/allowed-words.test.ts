import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Problem} from '../../../source/problem.ts';
import {allowWords} from '../../../source/store/settings/allowed-words.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'retro-allowed-'));
});

afterEach(() => rm(root, {recursive: true}));

async function allow(name: string, before?: string): Promise<string> {
	const file = join(root, name);
	if (before !== undefined) await writeFile(file, before);
	const configuration = before === undefined ? {} : {file};
	const written = await allowWords('war room', {configuration, directory: root});
	expect(written).toBe(file);
	return readFile(file, 'utf8');
}

describe('allowing words for the team', () => {
	test('makes settings beside the retros where there are none', async () => {
		expect(JSON.parse(await allow('config.json'))).toEqual({lint: {allow: ['war room']}});
	});

	test('adds them to those that are allowed, and leaves the rest as it is laid out', async () => {
		const before = '{\n\t"zones": {"HQ": "Europe/Vienna"},\n\t"lint": {\n\t\t"allow": ["git blame"]\n\t}\n}\n';
		const after = await allow('.retrorc.json', before);
		expect(JSON.parse(after).lint.allow).toEqual(['git blame', 'war room']);
		expect(after).toContain('\t"zones": {"HQ": "Europe/Vienna"},\n');
	});

	test('writes into the part of package.json that is ours', async () => {
		const after = await allow('package.json', '{\n  "name": "shop",\n  "retro": {\n    "template": "brief"\n  }\n}\n');
		expect(JSON.parse(after)).toEqual({name: 'shop', retro: {template: 'brief', lint: {allow: ['war room']}}});
		expect(after).toMatch(/^ {2}"name": "shop",$/m);
	});

	test('says where it could not be written', async () => {
		const directory = join(root, 'nowhere');
		const problem = await allowWords('x', {configuration: {}, directory}).catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(Problem);
		expect((problem as Problem).message).toContain('Cannot write the settings');
	});
});
