/** `retro lsp` as a command; what it does as a server is tested with a client, in test/lsp. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {shell} from './fixture.ts';

test('who starts it by hand is told what it is and what to call instead', async () => {
	const sh = await shell();
	for (const argv of [['lsp'], ['lsp', '--stdio']]) {
		const {status, out, err} = await sh.run(argv, {terminal: true});
		expect({status, out}).toEqual({status: 2, out: ''});
		expect(err).toContain('talks with an editor');
		expect(err).toContain('retro lint FILE');
	}
});

test('no other command loads the protocol', () => {
	const dist = join(import.meta.dirname, '..', '..', 'dist');
	const texts = new Map(
		readdirSync(dist)
			.filter((name) => name.endsWith('.js'))
			.map((name) => [name, readFileSync(join(dist, name), 'utf8')]),
	);
	const holding = (words: string) => [...texts].filter(([, text]) => text.includes(words)).map(([name]) => name);
	const [server = '', ...others] = holding('textDocument/publishDiagnostics');
	expect(server).toMatch(/^server-/);
	expect(others).toEqual([]);
	expect(holding(server)).toEqual([expect.stringMatching(/^lsp-/)]);
});
