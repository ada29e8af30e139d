import {describe, expect, test} from 'vitest';
import {newHome, sizes} from './app.ts';

describe.concurrent('the list of retros', () => {
	test.each(sizes)('finds one by what is typed, opens it and comes back, at $cols x $rows', async (size) => {
		const home = newHome();
		for (const title of ['Checkout slow', 'Disk full on db-3', 'DNS of the disk cache'])
			home.run('new', '--no-open', title);
		const app = home.start([], size);
		await app.waitFor('3 retros');
		await app.type('disk');
		await expect.poll(() => app.screen().join('\n')).not.toContain('Checkout');
		await app.press('down');
		await app.waitFor(/❯ .*Disk full on db-3/);
		await app.press('enter');
		await app.waitFor(/Title +❯ Disk full on db-3/);
		await app.press('escape');
		await app.waitFor('Filter');
		await app.type('zebra');
		await app.waitFor('Nothing matches');
		await app.press('escape');
		await app.waitFor('Checkout slow');
		expect(app.overflowingRows()).toEqual([]);
		await app.press('escape');
		expect(await app.exit).toEqual({status: 0, signal: 0});
		expect(app.screenKind()).toBe('normal');
	});

	test('without any retro offers to start one', async () => {
		const home = newHome();
		const app = home.start([]);
		await app.waitFor('❯ Start a retro');
		await app.press('enter');
		await app.waitFor('What was it, how severe');
		await app.type('Checkout slow');
		await app.waitFor(/❯ Checkout slow$/m);
		await app.press('escape');
		await app.waitFor(/Filter[\s\S]*❯ .*Checkout slow/);
		await app.press('ctrl+c');
		expect((await app.exit).status).toBe(0);
		expect(home.record().title).toBe('Checkout slow');
	});

	test('without any retro shows the worked example, which is not saved', async () => {
		const home = newHome();
		const app = home.start([]);
		await app.waitFor('❯ Start a retro');
		await app.press('down', 'enter');
		await app.waitFor('example, not saved');
		await app.press('alt+8');
		await app.waitFor('# Post-Mortem: Site crash');
		await app.press('escape');
		await app.waitFor('Start a retro');
		expect(home.ids()).toEqual([]);
	});
});
