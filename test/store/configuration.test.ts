import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Problem} from '../../source/problem.ts';
import {loadConfiguration} from '../../source/store/configuration.ts';

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
		expect(await load()).toEqual({template: 'short', file: join(root, 'repository/.retros/config.json')});
	});

	test.each([
		['.retrorc.json', {zones: {HQ: 'Europe/Vienna'}}],
		['package.json', {name: 'shop', retro: {zones: {HQ: 'Europe/Vienna'}}}],
	])('is read from %s above it', async (name, value) => {
		await put(`repository/${name}`, value);
		expect(await load()).toEqual({zones: {HQ: 'Europe/Vienna'}, file: join(root, 'repository', name)});
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
		['{"zones": ', '.retrorc.json is not valid JSON'],
		[{zones: {HQ: 1}}, '.retrorc.json: zones.HQ should be string'],
		[{templates: 'x'}, '.retrorc.json: templates is not a setting'],
		['"short"', '.retrorc.json: the whole should be Object'],
	])('with the mistake %j says which file and where', async (value, message) => {
		await put('repository/.retrorc.json', value);
		const problem = await load().catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(Problem);
		expect((problem as Problem).message).toContain(message);
	});
});
