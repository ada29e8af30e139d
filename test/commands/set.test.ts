import {beforeEach, describe, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
});

describe('set', () => {
	test.each([
		['title', 'Cache  misses ', 'Cache  misses'],
		['severity', 'near miss', 'near-miss'],
		['severity', 'sev2', 'SEV2'],
		['status', 'In Review', 'in-review'],
		['date', '20 Nov 2026', '2026-11-20'],
		['facilitator', 'Ada', 'Ada'],
		['participants', ' Ada, Grace ,,Ada', ['Ada', 'Grace']],
		['services', 'checkout-api', ['checkout-api']],
		['summary', 'One\r\n\r\nTwo\u001B[31m', 'One\n\nTwo'],
	])('%s %j', async (field, typed, stored) => {
		expect((await sh.run(['set', id, field, typed])).status).toBe(0);
		expect(await sh.record(id)).toMatchObject({[field]: stored});
	});

	test('a time in PDT is stored in UTC and says so', async () => {
		const {err} = await sh.run(['set', id, 'impact.start', '2026-06-20 15:05 PDT']);
		expect((await sh.record(id)).impact.start).toBe('2026-06-20T22:05:00Z');
		expect(err).toContain('2026-06-20 22:05 UTC');
		expect(err).toContain('PDT is UTC-7');
	});

	test('a time without a date lies on the day of the incident', async () => {
		await sh.run(['set', id, 'date', '2026-11-18']);
		await sh.run(['set', id, 'impact.end', '10:47']);
		expect((await sh.record(id)).impact.end).toBe('2026-11-18T10:47:00Z');
	});

	test('an empty text clears a field, also to null where nothing is null', async () => {
		await sh.run(['set', id, 'severity', 'SEV1']);
		await sh.run(['set', id, 'impact.start', '10:00']);
		for (const field of ['severity', 'impact.start', 'date', 'title', 'participants']) {
			expect((await sh.run(['set', id, field, ''])).status).toBe(0);
		}
		const {severity, date, title, participants, impact} = await sh.record(id);
		expect({severity, date, title, participants, start: impact.start}).toEqual({
			severity: null,
			date: null,
			title: '',
			participants: [],
			start: null,
		});
	});

	test('- reads standard input', async () => {
		await sh.run(['set', id, 'summary', '-'], {stdin: 'First line.\nSecond line.\n'});
		expect((await sh.record(id)).summary).toBe('First line.\nSecond line.');
	});

	test('the beginning of an id is enough', async () => {
		expect((await sh.run(['set', '2026-11', 'facilitator', 'Ada'])).status).toBe(0);
		expect((await sh.record(id)).facilitator).toBe('Ada');
	});

	test('tells of blameful wording in what was just written, and of nothing else, and does not fail', async () => {
		await sh.run(['set', id, 'summary', 'Bob forgot to update the config.']);
		const first = await sh.run(['set', id, 'impact.data', 'Alice should have been more careful.']);
		expect(first.status).toBe(0);
		expect(first.err).toContain('should have');
		expect(first.err).not.toContain('Bob');
	});
});

describe('set refuses, and changes nothing', () => {
	test.each([
		['titel', 'x', 'There is no field “titel”', 'Did you mean title?'],
		['users', '12 %', 'There is no field “users”', 'Did you mean impact.users?'],
		['impact.duration', '47m', 'duration is computed', 'impact.start'],
		['severity', 'SEV4', 'severity cannot be “SEV4”', 'SEV1, SEV2, SEV3, near-miss'],
		['status', '', 'status cannot be “”', 'draft, in-review, final'],
		['impact.start', '25:61', '25:61', ''],
		['impact.start', '10:05 IST', 'IST', 'UTC'],
		['impact.start', 'Feb 30', 'Feb 30', ''],
		['date', '2026-02-30', '2026-02-30', 'February'],
		['date', 'someday', 'someday', ''],
	])('%s %j', async (field, value, message, hint) => {
		const before = await sh.record(id);
		const {status, err} = await sh.run(['set', id, field, value]);
		expect(status).toBe(2);
		expect(err).toContain(message);
		expect(err).toContain(hint);
		expect(await sh.record(id)).toEqual(before);
	});

	test('to call a retro final that still lacks what the guide demands', async () => {
		const {status, err} = await sh.run(['set', id, 'status', 'final']);
		expect(status).toBe(1);
		expect(err).toContain('retro check');
		expect((await sh.record(id)).status).toBe('draft');
	});

	test.each([
		['a terminal', {terminal: true}, 2, 'that is the keyboard'],
		['empty', {stdin: ''}, 1, 'Standard input is empty'],
		['not UTF-8', {stdin: Buffer.from([0x41, 0xff, 0xfe])}, 1, 'not UTF-8'],
		['cut off in a character', {stdin: Buffer.from([0xe2, 0x82])}, 1, 'not UTF-8'],
	])('standard input that is %s', async (_name, options, expected, message) => {
		const {status, err} = await sh.run(['set', id, 'summary', '-'], options);
		expect(status).toBe(expected);
		expect(err).toContain(message);
		expect((await sh.record(id)).summary).toBe('');
	});

	test('100 MB, without reading them', async () => {
		let served = 0;
		async function* endless(): AsyncGenerator<Uint8Array> {
			const megabyte = Buffer.alloc(1024 * 1024, 'a');
			for (; served < 100; served += 1) yield megabyte;
		}
		const {status, err} = await sh.run(['set', id, 'summary', '-'], {stdin: endless()});
		expect(status).toBe(1);
		expect(err).toContain('more than 10 MB');
		expect(served).toBeLessThan(12);
		expect((await sh.record(id)).summary).toBe('');
	});
});
