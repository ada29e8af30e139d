import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {inkFrameCache} from '../../.tooling/plugins/ink-frame-cache.mjs';

/**
 * Draws frames one after the other in which the same texts come back in other places, with other colours, cut by a
 * clip, over wide characters and emoji; and one that is long enough to have the caches thrown away.
 */
const program = `
	import {Box, renderToString, Text} from 'ink';
	import {createElement as h} from 'react';
	const row = (number) => h(Text, {color: number % 2 ? 'red' : 'green', bold: number % 3 === 0, wrap: 'truncate'}, 'row ' + number + ' 漢字 👩‍👧 é');
	const frame = (from, rows, columns) =>
		renderToString(
			h(Box, {flexDirection: 'column', overflow: 'hidden', width: columns, height: 8},
				Array.from({length: rows}, (_, place) => h(Box, {key: place}, row(from + place))),
				h(Box, {position: 'absolute', marginLeft: 3, marginTop: 1}, h(Text, {inverse: true}, 'over 漢'))),
			{columns},
		);
	const frames = [];
	for (let from = 0; from < 6; from++) frames.push(frame(from, 6, 30 - from * 4));
	for (let from = 0; from < 1200; from += 6) frames.push(frame(from, 6, 24));
	frames.push(frame(0, 6, 30));
	// Rows that are the same, that go, come back, and stand in a window of another size.
	for (let time = 0; time < 60; time++) frames.push(frame(time % 7, 6 - (time % 3), [30, 24, 30, 9][time % 4]));
	process.stdout.write(JSON.stringify(frames));
`;

let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'retro-frames-'));
	symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'program.mjs'), program);
	writeFileSync(join(folder, 'nothing.mjs'), 'export default {};');
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function framesWith(plugins: readonly (typeof inkFrameCache)[], name: string): Promise<string[]> {
	const outfile = join(folder, name);
	await build({
		absWorkingDir: folder,
		entryPoints: ['program.mjs'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		alias: {'react-devtools-core': './nothing.mjs'},
		banner: {js: 'import {createRequire} from "node:module"; const require = createRequire(import.meta.url);'},
		plugins: [...plugins],
	});
	const env = {PATH: process.env.PATH ?? '', FORCE_COLOR: '1'};
	return JSON.parse(execFileSync(process.execPath, [outfile], {encoding: 'utf8', env})) as string[];
}

test('frames that find what the frame before has read look as if each had read it anew', async () => {
	const [kept, anew] = await Promise.all([framesWith([inkFrameCache], 'kept.mjs'), framesWith([], 'anew.mjs')]);
	expect(anew.length).toBeGreaterThan(200);
	expect(new Set(anew).size).toBeGreaterThan(200);
	expect(kept).toEqual(anew);
});
