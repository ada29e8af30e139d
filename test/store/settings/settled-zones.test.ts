import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Problem} from '../../../source/problem.ts';
import {loadConfiguration} from '../../../source/store/settings/configuration.ts';
import {settleZone} from '../../../source/store/settings/settled-zones.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'retro-settled-'));
});

afterEach(() => rm(root, {recursive: true}));

const india = {abbreviation: 'IST', zone: 'Asia/Kolkata'};

async function settle(name: string, before?: string): Promise<string> {
	const file = join(root, name);
	if (before !== undefined) await writeFile(file, before);
	const configuration = before === undefined ? {} : {file};
	expect(await settleZone(india, {configuration, directory: root})).toBe(file);
	return readFile(file, 'utf8');
}

describe('settling an abbreviation for the team', () => {
	test('makes settings beside the retros where there are none, and they are read back', async () => {
		expect(JSON.parse(await settle('config.json'))).toEqual({zones: {IST: 'Asia/Kolkata'}});
		const {zones} = await loadConfiguration({directory: root, cwd: root, home: root});
		expect(zones).toEqual({IST: 'Asia/Kolkata'});
	});

	test('adds it to those that are settled, and leaves the rest as it is laid out', async () => {
		const before = '{\n\t"zones": {"HQ": "Europe/Vienna"},\n\t"lint": {\n\t\t"allow": ["git blame"]\n\t}\n}\n';
		const after = await settle('.retrorc.json', before);
		expect(JSON.parse(after).zones).toEqual({HQ: 'Europe/Vienna', IST: 'Asia/Kolkata'});
		expect(after).toContain('\t"lint": {\n\t\t"allow": ["git blame"]\n\t}\n');
	});

	test('writes into the part of package.json that is ours', async () => {
		const after = await settle('package.json', '{\n  "name": "shop",\n  "retro": {\n    "template": "brief"\n  }\n}\n');
		expect(JSON.parse(after)).toEqual({name: 'shop', retro: {template: 'brief', zones: {IST: 'Asia/Kolkata'}}});
	});

	test('says where it could not be written', async () => {
		const directory = join(root, 'nowhere');
		const problem = await settleZone(india, {configuration: {}, directory}).catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(Problem);
	});
});
