import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {driverCommand, driverState, registerDriver, writeGitFiles} from '../../../source/store/git/git-setup.ts';
import {temporaryDirectory} from '../fixture.ts';
import {git} from './git.ts';

test('the command of the driver is what the shell makes the same words of', () => {
	const words = ['/opt/node 20/node', "/home/o'brien/$HOME/`retro`.js", 'plain'];
	const command = driverCommand(['printf', '%s|', ...words]);
	expect(command).toContain('%%s');
	const out = execFileSync('sh', ['-c', command.replaceAll('%%', '%')], {encoding: 'utf8'});
	expect(out).toBe(`${words.join('|')}|`);
});

test('a clone is asked whether it knows the driver that its repository names', async () => {
	const directory = await temporaryDirectory();
	await git(directory, 'init', '--quiet');
	expect(await driverState(directory)).toBe('not-asked-for');
	await writeGitFiles(directory);
	expect(await driverState(directory)).toBe('missing');
	expect(await registerDriver(directory, 'retro')).toBe(true);
	expect(await driverState(directory)).toBe('registered');
	expect(await registerDriver(directory, 'retro')).toBe(false);
	expect(await registerDriver(directory, driverCommand([join(directory, 'retro')]))).toBe(true);
});
