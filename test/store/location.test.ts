import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {findStore} from '../../source/store/location.ts';
import {temporaryDirectory} from './fixture.ts';

const elsewhere = {env: {}, cwd: '/', home: '/home/mia', platform: 'linux'} as const;

describe('the directory of retros', () => {
	test('is what --store says, before everything else', async () => {
		const directory = await temporaryDirectory();
		await mkdir(join(directory, '.retros'));
		const found = findStore({...elsewhere, flag: 'here', env: {RETRO_STORE: '/there'}, cwd: directory});
		expect(found).toEqual({directory: join(directory, 'here'), kind: 'flag'});
	});

	test('is what RETRO_STORE says, before a repository', async () => {
		const directory = await temporaryDirectory();
		await mkdir(join(directory, '.retros'));
		const found = findStore({...elsewhere, env: {RETRO_STORE: '/there'}, cwd: directory});
		expect(found).toEqual({directory: '/there', kind: 'environment'});
	});

	test('is the nearest .retros upward from the working directory', async () => {
		const directory = await temporaryDirectory();
		await mkdir(join(directory, 'a/b/c'), {recursive: true});
		await mkdir(join(directory, '.retros'));
		await mkdir(join(directory, 'a/.retros'));
		const found = findStore({...elsewhere, env: {RETRO_STORE: ''}, cwd: join(directory, 'a/b/c')});
		expect(found).toEqual({directory: join(directory, 'a/.retros'), kind: 'repository'});
	});

	test.each([
		['linux', {}, '/home/mia/.local/share/incident-retro'],
		['linux', {XDG_DATA_HOME: '/data'}, '/data/incident-retro'],
		['linux', {XDG_DATA_HOME: 'relative'}, '/home/mia/.local/share/incident-retro'],
		['darwin', {}, '/home/mia/Library/Application Support/incident-retro'],
		['win32', {LOCALAPPDATA: '/local'}, '/local/incident-retro'],
	] as const)('is else the data directory of the user: on %s with %j it is %s', (platform, env, directory) => {
		expect(findStore({...elsewhere, platform, env})).toEqual({directory, kind: 'user'});
	});
});
