import {describe, expect, test} from 'vitest';
import {type Home, newHome, saved} from './app.ts';
import type {Terminal} from './terminal.ts';

/** A sitting in which a title was typed and saved. */
async function titled(home: Home): Promise<Terminal> {
	home.run('new', '--no-open');
	const app = home.start(['open']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout');
	await app.waitFor(/❯ Checkout$/m);
	await app.press('ctrl+s');
	await app.waitFor('Saved at');
	return app;
}

function history(home: Home): {by: string[]; cutShort: boolean; changed: string}[] {
	const {versions} = JSON.parse(home.run('history', 'latest', '--json')) as {versions: ReturnType<typeof history>};
	return versions;
}

describe.concurrent('a sitting leaves a version, and the next one takes its steps back', () => {
	test.each([
		{way: 'ends with SIGTERM', signal: 'SIGTERM', cutShort: false},
		{way: 'is killed', signal: 'SIGKILL', cutShort: true},
	] as const)('where it $way', async ({signal, cutShort}) => {
		const home = newHome();
		const first = await titled(home);
		first.kill(signal);
		await first.exit;
		const second = home.start(['open']);
		await second.waitFor(/❯ Checkout$/m);
		await second.press('ctrl+z');
		await second.waitFor('Took back a step of the sitting until');
		await second.waitFor(saved);
		await second.press('ctrl+c');
		expect((await second.exit).status).toBe(0);
		expect(home.record().title).toBe('');
		const [now, sitting] = history(home);
		expect(now).toMatchObject({by: ['open'], cutShort: false, changed: 'Title'});
		expect(sitting).toMatchObject({by: ['open'], cutShort, changed: 'Title'});
		home.run('restore', 'latest', '2');
		expect(home.record().title).toBe('Checkout');
	});
});
