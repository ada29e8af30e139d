import {expect, test, vi} from 'vitest';
import {newHome} from './app.ts';

test('a scribe notes live while somebody else logs from another shell', async () => {
	const home = newHome();
	const app = home.start(['new', '--live', 'Checkout errors']);
	await app.waitFor(/Checkout errors +LIVE 0:00:0\d/);
	await app.type('errors on checkout');
	await app.press('alt+u');
	await app.waitFor(/◆ started +errors on checkout/);
	await app.press('alt+w');
	await app.waitFor(/◆ detected +Detected\./);

	await app.type('half-typed li');
	await app.press('left', 'left');
	// Behind the margin, the pointer and "half-typed ".
	const caret = {column: 14, row: 18};
	await vi.waitFor(() => expect(app.cursor()).toEqual(caret), {timeout: 5000});
	home.run('log', 'cache node drained');
	// Within a second where the machine is not busy with other tests.
	await app.waitFor(/✓ [\d:]+ .*cache node drained/, 3000);
	expect(app.cursor()).toEqual(caret);
	await app.type('X');
	await app.waitFor('❯ half-typed Xli');

	// The clock goes on while nobody presses a key.
	const [shown = ''] = /LIVE [\d:]+/.exec(app.screen()[0] ?? '') ?? [];
	await app.waitFor(new RegExp(`LIVE (?!${shown.slice(5)})[\\d:]+`));
	expect(app.cursor()).toEqual({...caret, column: 15});
	await app.press('ctrl+c');
	await app.exit;
	const {timeline, impact} = home.record();
	expect(timeline.map(({text, phase}) => [text, phase])).toEqual([
		['errors on checkout', 'started'],
		['Detected.', 'detected'],
		['cache node drained', undefined],
	]);
	expect(impact.start).toBe(timeline[0]?.at);
});
