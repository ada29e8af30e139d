/** Real processes on one directory: several at once, killed, and without room. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {setField} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {thisProcess} from '../../source/store/journal/owner.ts';
import {entry, journals, names, pathOf, sample, storeIn, storeWith, textOf, id as theId} from './fixture.ts';

let built: string;
let writer: string;

beforeAll(async () => {
	built = await mkdtemp(join(tmpdir(), 'retro-writer-'));
	writer = join(built, 'writer.mjs');
	await build({
		entryPoints: [join(import.meta.dirname, 'writer.ts')],
		outfile: writer,
		bundle: true,
		platform: 'node',
		format: 'esm',
		banner: {js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"},
		logLevel: 'error',
	});
});

afterAll(() => rm(built, {recursive: true}));

type Running = {child: ChildProcess; acknowledged: Promise<string[]>; complaint: Promise<string>};

/** @param limit the largest file it may write, in blocks of the shell's `ulimit -f` */
function write(args: readonly string[], limit?: number): Running {
	const command = [process.execPath, writer, ...args];
	const [program = '', ...rest] =
		limit === undefined ? command : ['sh', '-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...command];
	const child = spawn(program, rest, {stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, TMPDIR: built}});
	onTestFinished(() => void child.kill('SIGKILL'));
	const acknowledged = text(child.stdout).then((output) => output.split('\n').filter((line) => line !== ''));
	return {child, acknowledged, complaint: text(child.stderr)};
}

async function entriesOf(directory: string, id = theId): Promise<string[]> {
	const {timeline} = await storeIn(directory).load(id);
	return timeline.map((entry) => entry.id).sort();
}

describe('four programs that write to one retro at the same time', () => {
	test('lose none of two hundred entries', async () => {
		const store = await storeWith(sample());
		const ways = ['update', 'update', 'open', 'open'];
		const writers = ways.map((way, index) => write([store.directory, theId, `w${index}`, '50', way]));
		const acknowledged = (await Promise.all(writers.map((one) => one.acknowledged))).flat();
		expect(await Promise.all(writers.map((one) => one.complaint))).toEqual(['', '', '', '']);
		expect(acknowledged).toHaveLength(200);
		expect(await entriesOf(store.directory)).toEqual(acknowledged.sort());
		expect(await names(store.directory)).toEqual([`${theId}.json`]);
		expect(await journals(store.directory)).toEqual([]);
	}, 30_000);
});

describe('an editor that saves while programs write', () => {
	test.each(['by renaming', 'by truncating'])(
		'loses nothing of theirs, nor they of its (%s)',
		async (way) => {
			const store = await storeWith(sample());
			const writers = ['open', 'open'].map((how, index) => write([store.directory, theId, `w${index}`, '60', how]));
			const saved: string[] = [];
			await once(writers[0]?.child.stdout ?? process, 'data');
			for (let count = 0; count < 8; count++) {
				const read = JSON.parse(await textOf(store)) as Retro;
				const fresh = entry(`editor-${count}`, 'From the editor');
				const text = `${JSON.stringify({...read, timeline: [...read.timeline, fresh]}, null, 2)}\n`;
				const target = way === 'by renaming' ? `${pathOf(store)}~` : pathOf(store);
				await writeFile(target, text);
				if (way === 'by renaming') await rename(target, pathOf(store));
				saved.push(fresh.id);
			}
			const acknowledged = (await Promise.all(writers.map((one) => one.acknowledged))).flat();
			expect(await Promise.all(writers.map((one) => one.complaint))).toEqual(['', '']);
			expect(acknowledged).toHaveLength(120);
			expect(await entriesOf(store.directory)).toEqual([...acknowledged, ...saved].sort());
		},
		30_000,
	);
});

describe('a program that is killed while it writes', () => {
	test('leaves a whole record with all that it acknowledged, and nothing beside it after the next start', async () => {
		const store = await storeWith(sample());
		const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
		for (const id of ids) await store.create(sample({id}));
		const killed = ids.map(async (id, index) => {
			const running = write([store.directory, id, 'w', '100000', index % 2 === 0 ? 'update' : 'open', '20000']);
			await once(running.child.stdout ?? running.child, 'data');
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
			running.child.kill('SIGKILL');
			return running.acknowledged;
		});
		const acknowledged = await Promise.all(killed);
		for (const [index, id] of ids.entries()) {
			expect(await entriesOf(store.directory, id)).toEqual(expect.arrayContaining(acknowledged[index] ?? []));
		}
		const opened = await Promise.all(ids.map((id) => store.open(id)));
		await expect
			.poll(() => names(store.directory), {timeout: 8000})
			.toEqual([...ids, theId].map((id) => `${id}.json`).sort());
		await expect.poll(() => journals(store.directory), {timeout: 8000}).toEqual([]);
		await Promise.all(opened.map((open) => open.close()));
	}, 30_000);

	test('keeps nobody from writing, and its lock and temporaries go with the next start', async () => {
		const store = await storeWith(sample());
		const gone = spawn(process.execPath, ['--version'], {stdio: 'ignore'});
		await once(gone, 'exit');
		const owner = {...thisProcess(), pid: gone.pid, start: '1'};
		const beside = join(store.directory, '.journal');
		await mkdir(beside);
		await writeFile(join(beside, `${theId}.lock`), JSON.stringify({key: '0123456789abcdef', owner}));
		await writeFile(join(beside, `${theId}.00ff.claim`), JSON.stringify({key: '00ff', owner}));
		await writeFile(join(store.directory, `.${theId}.json.0123456789ab.retro-tmp`), '{"half":');
		const before = performance.now();
		await store.update(theId, (retro) => setField(retro, 'title', 'Slow checkout'));
		expect(performance.now() - before).toBeLessThan(1500);
		const open = await store.open(theId);
		await expect.poll(() => names(store.directory)).toEqual([`${theId}.json`]);
		await expect.poll(() => journals(store.directory)).toEqual([]);
		await open.close();
	});
});

describe('a program without room on the disk', () => {
	test.each(['update', 'open'])('leaves the record as it was and says so (%s)', async (way) => {
		const store = await storeWith(sample());
		const before = await textOf(store);
		const {acknowledged, complaint} = write([store.directory, theId, 'w', '1', way, '200000'], 64);
		expect(await acknowledged).toEqual([]);
		expect(await complaint).toContain('the file would be larger than is allowed');
		expect(await textOf(store)).toBe(before);
		expect(await names(store.directory)).toEqual([`${theId}.json`]);
		expect(await journals(store.directory)).toEqual([]);
	});
});
