import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Problem} from '../../../source/problem.ts';
import {loadConfiguration} from '../../../source/store/settings/configuration.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'retro-configuration-'));
	await mkdir(join(root, 'repository/.retros'), {recursive: true});
	await mkdir(join(root, 'repository/service'));
});

afterEach(() => rm(root, {recursive: true}));

function load(directory = 'repository/.retros', cwd = 'repository/service') {
	return loadConfiguration({directory: join(root, directory), cwd: join(root, cwd), home: root});
}

function put(path: string, value: unknown): Promise<void> {
	return writeFile(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
}

describe('the configuration', () => {
	test('is empty where there is none', async () => {
		expect(await load()).toEqual({});
	});

	test('is read from config.json in the directory of retros first', async () => {
		await put('repository/.retros/config.json', {template: 'short'});
		await put('repository/.retrorc.json', {template: 'long'});
		expect(await load()).toMatchObject({template: 'short', file: join(root, 'repository/.retros/config.json')});
	});

	test.each([
		['.retrorc.json', {zones: {HQ: 'Europe/Vienna'}}],
		['package.json', {name: 'shop', retro: {zones: {HQ: 'Europe/Vienna'}}}],
	])('is read from %s above it', async (name, value) => {
		await put(`repository/${name}`, value);
		expect(await load()).toMatchObject({zones: {HQ: 'Europe/Vienna'}, file: join(root, 'repository', name)});
	});

	test('of the working directory holds for a store elsewhere', async () => {
		await mkdir(join(root, 'data'));
		await put('repository/.retros/config.json', {lint: {allow: ['master']}});
		expect(await load('data')).toMatchObject({lint: {allow: ['master']}});
	});

	test('is not looked for in a package.json that says nothing of it', async () => {
		await put('repository/service/package.json', {name: 'service'});
		await put('repository/.retrorc.json', {template: 'short'});
		expect(await load('nowhere')).toMatchObject({template: 'short'});
	});

	test.each([
		['{"zones": ', '.retrorc.json:1:11 is not valid JSON: value expected'],
		['{\n  "template": "short",\n  // ours\n}', '.retrorc.json:3:3 is not valid JSON: invalid comment token'],
		['{\n  "zones": {\n    "HQ": 1\n  }\n}', '.retrorc.json:3:11: zones.HQ should be string'],
		[{templates: 'x'}, '.retrorc.json:1:14: templates is not a setting'],
		['"short"', '.retrorc.json:1:1: the whole should be an object'],
	])('with the mistake %j says which file and where', async (value, message) => {
		await put('repository/.retrorc.json', value);
		const problem = await load().catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(Problem);
		expect((problem as Problem).message).toContain(message);
	});

	test('tells all its mistakes at once', async () => {
		await put('repository/.retrorc.json', {templates: 'x', zones: {HQ: 1}, template: 2});
		const problem = (await load().catch((error: unknown) => error)) as Problem;
		expect(problem.message.split('\n').map((line) => line.replace(/^.*\.json:/, ''))).toEqual([
			'1:32: zones.HQ should be string',
			'1:46: template should be string',
			'1:14: templates is not a setting',
		]);
	});

	test('in package.json tells a mistake at its place there', async () => {
		await put('repository/package.json', '{\n  "name": "shop",\n  "retro": {\n    "template": 2\n  }\n}');
		const problem = (await load().catch((error: unknown) => error)) as Problem;
		expect(problem.message).toMatch(/package\.json:4:17: template should be string$/);
	});
});
