/** list, show, export, import and check: what goes in comes out. */
import {chmod, mkdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {columnsOf} from '../../source/text/columns.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
});

describe('list', () => {
	test('prints a table, the last worked on first, and nothing else on standard output', async () => {
		const one = await sh.create('Checkout latency', '--severity', 'SEV1');
		const two = await sh.create('Disk full');
		await sh.run(['set', one, 'facilitator', 'Ada'], {now: '2026-11-20T11:00:00Z'});
		const {out, err} = await sh.run(['list']);
		const [headings = '', first = '', second = '', ...rest] = out.split('\n');
		expect(headings).toMatch(/^RETRO +DATE +SEVERITY +STATUS +TITLE$/);
		expect(first).toContain(one);
		expect(second).toContain(two);
		expect(rest).toEqual(['']);
		expect(first.indexOf('Checkout latency')).toBe(second.indexOf('Disk full'));
		expect(err).toBe('');
	});

	test('fits a terminal, and is whole without one', async () => {
		await sh.create('很长的标题 '.repeat(20));
		const narrow = await sh.run(['list'], {terminal: true, columns: 60});
		expect(Math.max(...narrow.out.split('\n').map(columnsOf))).toBeLessThanOrEqual(60);
		expect((await sh.run(['list'])).out).toContain('很长的标题 '.repeat(20).trim());
	});

	test('shortens ids to what names them where whole ones leave no room', async () => {
		await sh.create('Checkout latency after the deploy of the cache');
		const id = await sh.create('Disk full');
		const wide = await sh.run(['list'], {terminal: true, columns: 160});
		expect(wide.out).toContain(id);
		const narrow = await sh.run(['list'], {terminal: true, columns: 80});
		expect(narrow.out).toContain('2026-11-20-disk  ');
		expect(narrow.out).toContain('Checkout latency after');
		expect((await sh.run(['show', '2026-11-20-disk'])).out).toContain('Disk full');
	});

	test('filters by severity, status, day and words', async () => {
		const one = await sh.create('Checkout latency', '--severity', 'SEV1');
		const two = await sh.create('Disk full', '--severity', 'near-miss');
		await sh.run(['set', two, 'services', 'checkout-db']);
		await sh.run(['set', one, 'date', '2026-10-01']);
		await sh.run(['set', one, 'status', 'in-review']);
		const ids = async (...words: string[]): Promise<string[]> => {
			const {out} = await sh.run(['list', '--json', ...words]);
			return (JSON.parse(out) as {retros: {id: string}[]}).retros.map(({id}) => id).sort();
		};
		expect(await ids()).toEqual([one, two]);
		expect(await ids('--severity', 'sev 1')).toEqual([one]);
		expect(await ids('--severity=Near Miss')).toEqual([two]);
		expect(await ids('--status', 'draft')).toEqual([two]);
		expect(await ids('--since', '2026-11-01')).toEqual([two]);
		expect(await ids('--since', '30d')).toEqual([two]);
		expect(await ids('--since', '2026-10')).toEqual([one, two]);
		expect(await ids('--query', 'CHECKOUT')).toEqual([one, two]);
		expect(await ids('--query', 'checkout full')).toEqual([two]);
		expect(await ids('--limit', '1')).toHaveLength(1);
	});

	test('says on standard error that there is nothing, and what to do', async () => {
		const {status, out, err} = await sh.run(['list']);
		expect({status, out}).toEqual({status: 0, out: ''});
		expect(err).toContain('retro new');
		await sh.create('One');
		expect((await sh.run(['list', '--query', 'two'])).err).not.toContain('retro new');
	});

	test('tells of a file that cannot be read, and lists the others', async () => {
		const id = await sh.create('One');
		await writeFile(join(sh.directory, '.retros', '2026-01-01-broken.json'), '{"schemaVersion": 1, "id"');
		const {status, out, err} = await sh.run(['list']);
		expect(status).toBe(0);
		expect(out).toContain(id);
		expect(err).toContain('2026-01-01-broken.json');
		expect(err).toContain('"retro doctor" says what can be saved of it.');
		const json = JSON.parse((await sh.run(['list', '--json'])).out) as {broken: {file: string; message: string}[]};
		expect(json.broken).toHaveLength(1);
	});

	test('does not say that there are no retros where there are only broken ones', async () => {
		await mkdir(join(sh.directory, '.retros'), {recursive: true});
		await writeFile(join(sh.directory, '.retros', '2026-01-01-broken.json'), '{"schemaVersion": 1, "id"');
		const {err} = await sh.run(['list']);
		expect(err).toContain('retro doctor');
		expect(err).not.toContain('No retros yet');
	});

	test('nothing in a title commands the terminal', async () => {
		const id = await sh.create('One');
		const file = join(sh.directory, '.retros', `${id}.json`);
		await writeFile(file, (await readFile(file, 'utf8')).replace('"One"', '"\\u001b]0;owned\\u0007\\u001b[2JOne"'));
		for (const argv of [['list'], ['list', '--json'], ['show'], ['export'], ['check'], ['export', '--json']]) {
			const {out, err} = await sh.run(argv);
			expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
		}
	});
});

describe('show and export', () => {
	test('show prints the document wrapped to the terminal, styled in colour only', async () => {
		await sh.create('Checkout latency');
		await sh.run(['set', 'latest', 'summary', 'word '.repeat(100)]);
		const plain = await sh.run(['show'], {columns: 50});
		expect(plain.out).toContain('Checkout latency');
		expect(plain.out).not.toContain('\u001B');
		expect(Math.max(...plain.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
		expect((await sh.run(['show', '--color'])).out).toContain('\u001B[1m');
	});

	test('export writes a file, and replaces one only by force', async () => {
		await sh.create('Checkout latency');
		const path = join(sh.directory, 'post-mortem.md');
		const first = await sh.run(['export', '--output', 'post-mortem.md']);
		expect({status: first.status, out: first.out}).toEqual({status: 0, out: ''});
		const text = await readFile(path, 'utf8');
		expect(text).toBe((await sh.run(['export', '-o', '-'])).out);
		await writeFile(path, 'mine');
		const second = await sh.run(['export', '--output', 'post-mortem.md']);
		expect(second.status).toBe(1);
		expect(second.err).toContain('--force');
		expect(await readFile(path, 'utf8')).toBe('mine');
		expect((await sh.run(['export', '-o', path, '--force'])).status).toBe(0);
		expect(await readFile(path, 'utf8')).toBe(text);
	});

	test('a file that is replaced keeps its mode, and a link stays a link', async () => {
		await sh.create('One');
		const path = join(sh.directory, 'real.md');
		await writeFile(path, 'old');
		await chmod(path, 0o640);
		await symlink(path, join(sh.directory, 'link.md'));
		await sh.run(['export', '--output', 'link.md', '--force']);
		expect((await stat(path)).mode & 0o777).toBe(0o640);
		expect(await readFile(path, 'utf8')).toContain('One');
	});

	test.each([
		[['export', '--output', '.'], 1, 'is a directory'],
		[['export', '--output', 'no/such/file.md'], 1, 'no directory'],
		[['export', '--template', 'guid'], 2, 'guide'],
		[['export', '--template', './none.md'], 2, './none.md'],
		[['export', '--format', 'pdf'], 2, 'md, json'],
		[['export', '--format', 'json', '--template', 'guide'], 2, 'Leave out --template'],
	])('%j is refused', async (argv, expected, message) => {
		await sh.create('One');
		const {status, out, err} = await sh.run(argv);
		expect({status, out}).toEqual({status: expected, out: ''});
		expect(err).toContain(message);
	});

	test('a template that a record names cannot put another file into the document', async () => {
		const id = await sh.create('One');
		await writeFile(join(sh.directory, 'secret.md'), 'secret');
		const record = {...(await sh.record(id)), template: './secret.md'};
		await sh.run(['import', '-', '--store', 'copy'], {stdin: JSON.stringify(record)});
		expect((await sh.run(['export', '--store', 'copy'])).out).not.toContain('secret');
	});
});

describe('import', () => {
	test('takes back what export wrote, under its id', async () => {
		const id = await sh.create('Checkout latency');
		await sh.run(['log', '1005 on-call acked']);
		const {out: exported} = await sh.run(['export', id, '--format', 'json']);
		const {status, out} = await sh.run(['import', '-', '--store', 'copy'], {stdin: exported});
		expect({status, out}).toEqual({status: 0, out: `${id}\n`});
		expect((await sh.run(['export', id, '--format', 'json', '--store', 'copy'])).out).toBe(exported);
	});

	test('gives a new id when that one is taken, says so, and leaves the other as it is', async () => {
		const id = await sh.create('Checkout latency');
		const {out: exported} = await sh.run(['export', id, '--format', 'json']);
		await writeFile(join(sh.directory, 'one.json'), exported);
		const {out, err} = await sh.run(['import', 'one.json', '--json']);
		const {id: fresh} = JSON.parse(out) as {id: string};
		expect(fresh).toMatch(/^2026-11-20-checkout-latency-/);
		expect(fresh).not.toBe(id);
		expect(err).toContain(fresh);
		expect((await sh.run(['export', id, '--format', 'json'])).out).toBe(exported);
	});

	test('gives a new id when one in the archive has it', async () => {
		const id = await sh.create('Checkout latency');
		const {out: exported} = await sh.run(['export', id, '--format', 'json']);
		await sh.run(['archive', id]);
		const {status, out} = await sh.run(['import', '-'], {stdin: exported});
		expect(status).toBe(0);
		expect(out).not.toBe(`${id}\n`);
		expect((await sh.run(['export', id, '--format', 'json'])).out).toBe(exported);
	});

	test('cleans texts, and keeps unknown fields and text of several lines', async () => {
		const id = await sh.create('One');
		const record = await sh.record(id);
		const foreign = {
			...record,
			title: 'A\u001B[31m\nB',
			summary: 'one\r\ntwo\u0000',
			timeline: [
				{id: 'x', at: '2026-11-20T10:00:00Z', text: '\u009B2Jpage\tclosed', ticket: {number: 7, note: 'a\nb'}},
			],
			team: {name: 'infra\u0007'},
		};
		await sh.run(['import', '-', '--store', 'copy'], {stdin: JSON.stringify(foreign)});
		const {out} = await sh.run(['export', '--format', 'json', '--store', 'copy']);
		expect(JSON.parse(out)).toMatchObject({
			title: 'A B',
			summary: 'one\ntwo',
			timeline: [{text: 'page closed', ticket: {number: 7, note: 'a\nb'}}],
			team: {name: 'infra'},
		});
	});

	test.each([
		['no JSON', '# Post-mortem', 'it is not JSON'],
		['cut off', '{"schemaVersion": 1, "id": "x", "tit', 'ends in the middle'],
		['empty', '', 'is empty'],
		['NUL-filled', '\0'.repeat(64), 'zero bytes'],
		['of a newer schema', '{"schemaVersion": 99}', 'newer'],
		['of another shape', '{"schemaVersion": 1, "id": "x"}', 'createdAt'],
	])('refuses a record that is %s', async (_name, stdin, message) => {
		const {status, out, err} = await sh.run(['import', '-'], {stdin});
		expect({status, out}).toEqual({status: 1, out: ''});
		expect(err).toContain(message);
	});

	test('names the place of a mistake, and not what stands there', async () => {
		const id = await sh.create('One');
		const record = {...(await sh.record(id)), timeline: [{id: 'x', at: '\u001B[31m25:61', text: ''}]};
		const {err} = await sh.run(['import', '-'], {stdin: JSON.stringify(record)});
		expect(err).toContain('timeline.0.at should be a time in UTC');
		expect(err).not.toContain('25:61');
	});

	test('refuses two items with one id', async () => {
		const id = await sh.create('One');
		const entry = {id: 'x', at: '2026-11-20T10:00:00Z', text: 'a'};
		const record = {...(await sh.record(id)), timeline: [entry, entry]};
		const {status, err} = await sh.run(['import', '-', '--store', 'copy'], {stdin: JSON.stringify(record)});
		expect(status).toBe(1);
		expect(err).toContain('timeline has the id x twice');
	});

	test('a file that is not there, or is a directory', async () => {
		expect((await sh.run(['import', 'none.json'])).err).toContain('There is no file “none.json”');
		await mkdir(join(sh.directory, 'folder'));
		expect((await sh.run(['import', 'folder'])).err).toContain('is a directory');
	});
});

describe('check', () => {
	test('tells what blocks first, with the sentence of the guide, and ends with 1', async () => {
		await sh.create('Checkout latency');
		await sh.run(['add', 'latest', 'action', 'prevent: Add a canary']);
		const {status, out} = await sh.run(['check']);
		expect(status).toBe(1);
		expect(out).toMatch(/^To settle before it can be final: \d+\n/);
		expect(out).toContain('Each AI must have an Owner and a Due Date.');
		expect(out.indexOf('No summary yet')).toBeLessThan(out.indexOf('Also worth a look'));
	});

	test('--json gives gaps and findings with their fields', async () => {
		const id = await sh.create('Checkout latency');
		await sh.run(['set', id, 'summary', 'Bob forgot to update the config.']);
		const {out} = await sh.run(['check', '--json']);
		const checked = JSON.parse(out) as {gaps: {rule: string}[]; findings: {field: string; text: string}[]};
		expect(checked).toMatchObject({schemaVersion: 1, retro: id, canBeFinal: false});
		expect(checked.gaps.map(({rule}) => rule)).toContain('no-severity');
		expect(checked.findings.map(({field}) => field)).toContain('summary');
	});
});

describe('check of evidence', () => {
	test('tells how many entries carry some, to people and to scripts', async () => {
		const id = await sh.create('Checkout latency');
		await sh.run(['log', id, '2026-11-20 1005 rolled back https://ci.example.com/run/5']);
		await sh.run(['log', id, '+5 latency back to normal']);
		expect((await sh.run(['check', id])).out).toMatch(/\n1 of 2 entries carries evidence\n$/);
		const {evidence} = JSON.parse((await sh.run(['check', id, '--json'])).out) as {evidence: object};
		expect(evidence).toEqual({entries: 2, carrying: 1});
		expect((await sh.run(['show', id])).out).toContain('rolled back (ci.example.com (https://ci.example.com/run/5))');
		expect((await sh.run(['export', id])).out).toContain(
			'rolled back ([ci.example.com](https://ci.example.com/run/5))',
		);
	});
});

describe('a store that cannot be used', () => {
	test('is a file', async () => {
		await writeFile(join(sh.directory, 'file'), '');
		for (const argv of [['new', 'x', '--no-open'], ['list'], ['log', 'x']]) {
			const {status, err} = await sh.run([...argv, '--store', 'file']);
			expect(status).toBe(1);
			expect(err).toMatch(/^retro: .*file/);
			expect(err).not.toContain('went wrong inside');
		}
	});
});
