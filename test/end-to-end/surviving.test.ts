import {describe, expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import {enter, type Home, newHome, saved, sizes} from './app.ts';
import {filledRecord} from './filled-record.ts';
import type {Terminal} from './terminal.ts';

test.concurrent('after kill -9 in the middle of a line everything is there, and goes on', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout slow');
	await app.press('alt+4');
	await enter(app, '1000 Alert fires');
	await app.type('1005 on-call ackn');
	await app.waitFor(saved);
	app.kill('SIGKILL');
	await app.exit;

	const again = home.start(['open', '--step', 'timeline']);
	await again.waitFor('❯ 1005 on-call ackn');
	await again.type('owledges');
	await again.press('enter');
	await again.waitFor(/10:05 +\+5m +on-call acknowledges/);
	await again.press('ctrl+c');
	await again.exit;
	expect(home.record().title).toBe('Checkout slow');
	expect(home.record().timeline.map(({text}) => text)).toEqual(['Alert fires', 'on-call acknowledges']);
	expect(home.record().drafts).toBeUndefined();
});

test.concurrent('kill -9 right after a key takes nothing of what was typed before the header said saved', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout slow');
	await app.waitFor(saved);
	await app.type(' in the EU');
	app.kill('SIGKILL');
	await app.exit;
	const {title} = stored(home);
	expect(title).toContain('Checkout slow');
	expect('Checkout slow in the EU'.startsWith(title)).toBe(true);

	const again = home.start(['open']);
	await again.waitFor(/❯ Checkout slow/);
	await again.press('ctrl+e', 'ctrl+u');
	await again.type('Checkout slow again');
	await again.press('ctrl+c');
	expect((await again.exit).status).toBe(0);
	expect(home.record().title).toBe('Checkout slow again');
});

test.concurrent('somebody who never pauses is saved all the same', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('alt+2');
	await app.waitFor('Who was affected?');
	const typed = await typeUntil(app, () => home.ids().length > 0 && stored(home).summary.length > 20);
	app.kill('SIGKILL');
	await app.exit;
	const {summary} = stored(home);
	expect(typed.startsWith(summary)).toBe(true);

	const again = home.start(['open', '--step', 'summary']);
	await again.waitFor(`❯ ${summary.slice(0, 20)}`);
});

/** The only retro in the store as everybody reads it, its journals too. */
function stored(home: Home): Retro {
	return JSON.parse(home.run('export', '--format', 'json')) as Retro;
}

/** Types words without a pause until something has come about; gives what was typed. */
async function typeUntil(app: Terminal, isDone: () => boolean): Promise<string> {
	let typed = '';
	while (!isDone()) {
		await app.type('slow ');
		typed += 'slow ';
		if (typed.length > 5000) throw new Error('5,000 characters were typed and it did not come about');
	}
	return typed;
}

describe.concurrent('a window that shrinks and grows while somebody types', () => {
	const words = 'Checkout was slow for 47 minutes and 漢字 came out 🐢 as question marks';

	test('loses nothing and never breaks', async () => {
		const home = newHome();
		const app = home.start(['new'], {cols: 120, rows: 40});
		await app.waitFor('What was it, how severe');
		await app.press('alt+2');
		await app.type(words);
		app.resize(40, 10);
		await app.type(', then it');
		await app.waitFor(/then it$/m);
		expectIntact(app, 40, 10);
		app.resize(120, 40);
		await app.type(' was over.');
		await app.waitFor(`❯ ${words}, then it was over.`);
		await app.waitFor('Who was affected?');
		expectIntact(app, 120, 40);
		await app.press('ctrl+c');
		await app.exit;
		expect(home.record().summary).toBe(`${words}, then it was over.`);
	});

	test('keeps the caret in sight on every step, at 40 columns and 10 rows', async () => {
		const home = newHome();
		home.run('import', filledRecord(home.directory, `${words}, ${words.toLowerCase()}`));
		const app = home.start(['open'], {cols: 120, rows: 40});
		await app.waitFor('What was it, how severe');
		app.resize(40, 10);
		for (const [index, focus] of ['❯', '❯', '❯', '❯', '❯', '❯', '❯', 'to settle|to look at|Ready'].entries()) {
			await app.press(`alt+${index + 1}`);
			await app.waitFor(new RegExp(focus));
			await app.waitForQuiet();
			expectIntact(app, 40, 10);
		}
		app.resize(120, 40);
		await app.waitFor(/[✓◐] Details .* ◉ Review/);
		await app.waitForQuiet();
		expectIntact(app, 120, 40);
	});
});

/** No row is longer than the window, and the caret stands inside it, not on the header. */
function expectIntact(app: Terminal, cols: number, rows: number): void {
	const frame = app.screen().join('\n');
	expect(app.overflowingRows(), frame).toEqual([]);
	expect(app.screen(), frame).toHaveLength(rows);
	const {column, row} = app.cursor();
	expect(column, frame).toBeLessThan(cols);
	expect(row, frame).toBeLessThan(rows);
}

describe.concurrent('a long ugly text', () => {
	const line = 'The cache\twarmed up slowly 🐢 and 漢字 came \u001B[38;5;199mred\u001B[0m \u001B]0;owned\u0007out.\r\n';
	const text = line.repeat(Math.ceil(5000 / line.length));
	const clean = 'The cache  warmed up slowly 🐢 and 漢字 came red out.\n'.repeat(Math.ceil(5000 / line.length));

	test.each(sizes)('is stored clean out of a paste and does nothing to the terminal at $cols x $rows', async (size) => {
		const home = newHome();
		const app = home.start(['new'], size);
		await app.waitFor('What was it, how severe');
		await app.press('alt+2');
		await app.paste(`${text}The \u001B[201~ end\r\n\r\nof it`);
		await app.waitFor('of it');
		await app.type(' END');
		await app.waitFor('of it END');
		await app.waitFor(saved);
		expectIntact(app, size.cols, size.rows);
		expect(app.screen()[0]).toContain('A retro without a title yet');
		expect(app.screen().at(-1)).toMatch(/Ctrl\+/);
		await app.press('ctrl+c');
		await app.exit;
		expect(home.record().summary).toBe(`${clean}The  end\n\nof it END`);
		expect(app.written()).not.toContain('owned');
		expect(app.written()).not.toContain('38;5;199');
	});

	test('is taken as text also where the terminal does not mark a paste', async () => {
		const home = newHome();
		const app = home.start(['new']);
		await app.waitFor('What was it, how severe');
		await app.press('alt+2');
		await app.waitFor('Who was affected?');
		const words = 'Latency rose\tfor everybody 🐢\r'.repeat(40);
		app.write(`${words}the end`);
		await app.waitFor('the end');
		expect(app.screen()[1]).toContain('◉ Summary');
		await app.press('ctrl+c');
		await app.exit;
		expect(home.record().summary).toBe(`${'Latency rose  for everybody 🐢\n'.repeat(40)}the end`);
	});
});

test.concurrent('two apps on one retro show each other what is typed, and neither loses anything', async () => {
	const home = newHome();
	const id = home.run('new', '--no-open', 'Checkout slow').trim();
	const one = home.start(['open', id, '--step', 'timeline']);
	const two = home.start(['open', id, '--step', 'timeline'], sizes[1]);
	await Promise.all([one.waitFor('◉ Timeline'), two.waitFor('◉ Timeline')]);

	await one.type('1000 half a');
	await enter(two, '2026-11-20 1005 from the second app');
	await one.waitFor(/10:05 .*from the second app/);
	await one.type(' line from the first');
	await one.press('enter');
	await two.waitFor(/10:00 .*half a line from the first/);
	// The same text at the same time: words at its two ends.
	await Promise.all([one.press('alt+2'), two.press('alt+2')]);
	await one.type('It was slow. ');
	await two.waitFor('❯ It was slow.');
	await two.press('ctrl+home');
	await Promise.all([one.type('It is over.'), two.type('In short: ')]);
	await Promise.all([one, two].map((app) => app.waitFor('❯ In short: It was slow. It is over.')));
	await Promise.all([one, two].map((app) => app.waitFor(saved)));
	await Promise.all([one.press('ctrl+c'), two.press('ctrl+c')]);
	await Promise.all([one.exit, two.exit]);
	expect(home.record().summary).toBe('In short: It was slow. It is over.');
	expect(
		home
			.record()
			.timeline.map(({text}) => text)
			.toSorted(),
	).toEqual(['from the second app', 'half a line from the first']);
});

test.concurrent('what another shell logs lands in the open screen, and neither loses anything', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout slow');
	await app.waitFor(saved);
	await app.press('alt+4');
	await app.type('1005 half a');
	home.run('log', '1000 from another shell');
	await app.waitFor('from another shell');
	await app.type(' line');
	await app.press('enter');
	await app.waitFor(/10:05 .*half a line/);
	await app.press('ctrl+c');
	await app.exit;
	expect(
		home
			.record()
			.timeline.map(({text}) => text)
			.toSorted(),
	).toEqual(['from another shell', 'half a line']);
});
