/** The times of the incidents as commands print them: under the document of one, and over all of them. */
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {columnsOf} from '../../source/text/columns.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
});

const utf8 = {LANG: 'C.UTF-8'};

/** A retro whose impact began at 10:00, with entries of these phases. */
async function incident(title: string, phases: Readonly<Record<string, string>>, ...words: string[]): Promise<string> {
	const id = await sh.create(title, ...words);
	const record = await sh.record(id);
	const timeline = Object.entries(phases).map(([phase, clock]) => ({
		id: phase,
		at: `2026-11-20T${clock}:00Z`,
		text: `it was ${phase}`,
		phase,
	}));
	const impact = {...record.impact, start: '2026-11-20T10:00:00Z'};
	await writeFile(join(sh.directory, '.retros', `${id}.json`), JSON.stringify({...record, timeline, impact}));
	return id;
}

describe('show', () => {
	test('draws the phases under the document, with each time and what it lies between', async () => {
		await incident('Checkout', {detected: '10:10', mitigated: '10:30', resolved: '10:40'});
		const {out} = await sh.run(['show'], {env: utf8});
		const [, shown = ''] = out.split('The times, in UTC\n');
		expect(shown).toMatch(
			/^\n {2}started 10:00 +detected \+10m +mitigated \+30m +resolved\n {2}█+▓+─+┤\n {2}▁+▂▁+▂▁+▂\n/,
		);
		expect(shown).toMatch(/^Time to detect +10m +10:00 started to 10:10 detected$/m);
		expect(shown).toMatch(/^Time to acknowledge +- +no entry is marked as acknowledged$/m);
		expect(shown).toMatch(/^Duration of the impact +- +the impact has no end$/m);
	});

	test('draws plain characters where the terminal has no others, and fits any width', async () => {
		await incident('Checkout', {detected: '10:10', mitigated: '10:30', resolved: '10:40'});
		for (const columns of [20, 40, 60]) {
			const {out} = await sh.run(['show'], {columns, env: {LANG: 'C'}});
			const [, shown = ''] = out.split('The times, in UTC\n');
			expect(shown).toMatch(/^[\n -~]+$/);
			expect(/#+=+\.+\|/.test(shown)).toBe(columns >= 40);
			expect(Math.max(...shown.split('\n').map(columnsOf))).toBeLessThanOrEqual(Math.max(columns, 33));
		}
	});

	test('says nothing of times where none is known', async () => {
		await sh.create('Checkout');
		expect((await sh.run(['show'])).out).not.toContain('The times');
	});
});

describe('stats', () => {
	test('prints medians by severity and month, of how many they are, and what is missing', async () => {
		await incident('One', {detected: '10:04', resolved: '11:00'}, '--severity', 'SEV1');
		await incident('Two', {detected: '10:06'}, '--severity', 'SEV2');
		const {out, status} = await sh.run(['stats']);
		const lines = out.split('\n');
		expect(lines[0]).toMatch(/^ +RETROS +DETECT +ACKNOWLEDGE +MITIGATE +RESOLVE +IMPACT$/);
		expect(lines[1]).toMatch(/^all +2 +5m +- +- +1h \(1\) +-$/);
		expect(lines[2]).toMatch(/^SEV1 +1 +4m +- +- +1h +-$/);
		expect(lines[3]).toMatch(/^SEV2 +1 +6m +- +- +- +-$/);
		expect(lines[4]).toMatch(/^2026-11 +2 +5m/);
		expect(out).toContain('Time to resolve: no entry is marked as resolved, in 1 retro\n');
		expect(status).toBe(0);
	});

	test('filters by severity and day', async () => {
		await incident('One', {detected: '10:04'}, '--severity', 'SEV1');
		const old = await incident('Two', {detected: '10:06'}, '--severity', 'SEV2');
		await sh.run(['set', old, 'date', '2026-01-05']);
		const counted = async (...words: string[]): Promise<unknown> =>
			JSON.parse((await sh.run(['stats', '--json', ...words])).out).all.times.detect.medianSeconds;
		expect(await counted('--severity', 'sev1')).toBe(240);
		expect(await counted('--since', '2026-11-01')).toBe(240);
		expect(await counted('--since', '2026-01-01')).toBe(300);
	});

	test('prints JSON of one shape, and tells of files that cannot be read', async () => {
		const id = await incident('One', {detected: '10:04'});
		await writeFile(join(sh.directory, '.retros', '2026-01-01-broken.json'), '{');
		const {out, err} = await sh.run(['stats', '--json']);
		expect(JSON.parse(out)).toMatchObject({
			schemaVersion: 1,
			all: {
				retros: 1,
				times: {
					detect: {count: 1, medianSeconds: 240, lacking: []},
					duration: {count: 0, medianSeconds: null, lacking: [{reason: 'the impact has no end', count: 1}]},
				},
			},
			bySeverity: [{severity: null, retros: 1}],
			byMonth: [{month: '2026-11', retros: 1}],
			incidents: [
				{
					id,
					severity: null,
					day: '2026-11-20',
					times: {
						detect: {
							seconds: 240,
							lacking: null,
							from: {phase: 'started', at: '2026-11-20T10:00:00Z', field: 'impact.start'},
							to: {phase: 'detected', at: '2026-11-20T10:04:00Z', entry: 'detected'},
						},
						duration: {seconds: null, lacking: 'the impact has no end', to: null},
					},
				},
			],
			broken: [{file: expect.stringContaining('2026-01-01-broken.json')}],
		});
		expect(err).toContain('2026-01-01-broken.json');
	});

	test('says so where there is nothing', async () => {
		expect((await sh.run(['stats'])).err).toContain('No retros yet');
		await sh.create('One', '--severity', 'SEV1');
		expect((await sh.run(['stats', '--severity', 'sev2'])).err).toContain('No retro is like that');
	});
});
