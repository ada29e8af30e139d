import {describe, expect, test} from 'vitest';
import type {CalendarDate} from '../../source/time/instant.ts';
import {browseThrough, retroWith} from './screen.tsx';

const retros = [
	retroWith({id: 'a', title: 'Checkout latency', severity: 'SEV2', status: 'draft'}),
	retroWith({id: 'b', title: 'Login outage', severity: 'SEV1', status: 'final', date: '2026-10-02' as CalendarDate}),
	retroWith({id: 'c', title: 'Lost invoices', severity: 'near-miss', status: 'in-review'}),
];

describe('an empty store', () => {
	test('says what this is and offers a start, the example and the way out', async () => {
		const screen = await browseThrough([]);
		expect(screen.frame()).toContain('A blameless post-mortem, step by step');
		for (const choice of ['Start a retro', 'Look at a finished example', 'Quit']) {
			expect(screen.frame()).toContain(choice);
		}
	});

	test('starts a retro with Enter', async () => {
		const screen = await browseThrough([]);
		await screen.press('enter');
		await screen.until('A retro without a title yet');
		expect(screen.retro().id).toBe('a-new-one');
	});

	test('opens the example, which is not saved', async () => {
		const screen = await browseThrough([]);
		await screen.press('down', 'enter');
		await screen.until('The worked example');
		expect(screen.rows()[0]).toContain('example, not saved');
	});

	test.each([[['down', 'down', 'enter']], [['escape']], [['ctrl+c']]])('is left by %s', async (keys) => {
		const screen = await browseThrough([]);
		await screen.press(...keys);
		expect(screen.told.hasLeft).toBe(true);
	});
});

describe('the list of retros', () => {
	test('tells date, severity, status and title of each', async () => {
		const screen = await browseThrough(retros);
		expect(screen.rows()[0]).toContain('3 retros');
		expect(screen.row('Login outage')).toMatch(/2026-10-02 +SEV 1 +final +Login outage/);
		expect(screen.row('Lost invoices')).toMatch(/Near miss +in review +Lost invoices/);
	});

	test('opens the one that is chosen with an arrow and Enter', async () => {
		const screen = await browseThrough(retros);
		await screen.press('down', 'enter');
		await screen.until('◉ Details');
		expect(screen.retro().id).toBe('b');
	});

	test.each([
		['invoice', 'Lost invoices'],
		['sev1', 'Login outage'],
		['final', 'Login outage'],
		['LOGIN out', 'Login outage'],
		['2026-10', 'Login outage'],
	])('filtered by "%s" holds %s alone', async (filter, title) => {
		const screen = await browseThrough(retros);
		await screen.type(filter);
		expect(screen.row(title)).toContain('❯');
		for (const other of retros.filter((retro) => retro.title !== title)) {
			expect(screen.frame()).not.toContain(other.title);
		}
	});

	test('filtered by what nothing has says so; Escape clears the filter, then leaves', async () => {
		const screen = await browseThrough(retros);
		await screen.type('zebra');
		await screen.press('enter');
		expect(screen.frame()).toContain('Nothing matches. Esc clears the filter.');
		await screen.press('escape');
		expect(screen.frame()).toContain('Login outage');
		expect(screen.told.hasLeft).toBe(false);
		await screen.press('escape');
		expect(screen.told.hasLeft).toBe(true);
	});

	test('starts one with n, which in a filter is a letter', async () => {
		const screen = await browseThrough(retros);
		await screen.type('i');
		await screen.press('n');
		expect(screen.frame()).toContain('Filter in');
		await screen.press('ctrl+n');
		await screen.until('◉ Details');
		expect(screen.retro().id).toBe('a-new-one');
		const other = await browseThrough(retros);
		await other.press('n');
		await other.until('◉ Details');
	});

	test('is come back to by Escape out of a retro', async () => {
		const screen = await browseThrough(retros);
		await screen.press('enter');
		await screen.until('◉ Details');
		await screen.press('escape');
		await screen.until('3 retros');
	});

	test('shows all keys by Ctrl+G', async () => {
		const screen = await browseThrough(retros);
		await screen.press('ctrl+g');
		expect(screen.frame()).toContain('In the walk');
		await screen.press('escape');
		expect(screen.frame()).toContain('Login outage');
		expect(screen.told.hasLeft).toBe(false);
	});

	test('of 300 draws what can be seen and follows the selection', async () => {
		const many = Array.from({length: 300}, (_, index) => retroWith({id: `r${index}`, title: `Incident ${index}.`}));
		const screen = await browseThrough(many);
		expect(screen.rows()).toHaveLength(24);
		for (let count = 0; count < 40; count++) await screen.press('down');
		expect(screen.row('Incident 40.')).toContain('❯');
		expect(screen.frame()).not.toContain('Incident 0.');
	});

	test('calls a retro without a title by its id', async () => {
		const screen = await browseThrough([retroWith({id: '2026-11-20-k3x9', title: ''})]);
		expect(screen.frame()).toContain('2026-11-20-k3x9');
		expect(screen.rows()[0]).toContain('1 retro');
		expect(screen.rows()[0]).not.toContain('1 retros');
	});

	test('edits its filter as any text: a letter of a chord is none of it, an emoji is one', async () => {
		const screen = await browseThrough(retros);
		await screen.type('login 👩‍💻x');
		await screen.press('ctrl+f', 'left', 'backspace');
		expect(screen.frame()).toContain('Filter login x');
		await screen.press('ctrl+w', 'ctrl+k');
		expect(screen.row('Checkout latency')).toContain('❯');
	});
});
