import {existsSync} from 'node:fs';
import {chmod, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {editExternally} from '../../source/ui/external-editor.ts';

/** A directory for an editor, and for the texts that are handed to it. */
async function place(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-editor-'));
	onTestFinished(() => rm(directory, {recursive: true, force: true}));
	vi.stubEnv('TMPDIR', directory);
	onTestFinished(() => void vi.unstubAllEnvs());
	return directory;
}

/** An editor that is a shell script; `$file` is the text's file. */
async function editor(directory: string, script: string): Promise<string> {
	const path = join(directory, 'editor');
	await writeFile(path, `#!/bin/sh\nfor file in "$@"; do :; done\n${script}\n`);
	await chmod(path, 0o755);
	return path;
}

test('the text as the editor saved it comes back, line breaks and all', async () => {
	const path = await editor(await place(), 'printf "second\\n" >> "$file"');
	expect(await editExternally('first\n', {env: {EDITOR: path}})).toBe('first\nsecond\n');
});

test('the editor may be a command with arguments', async () => {
	const directory = await place();
	const path = await editor(directory, `echo "$#: $1 $2" > ${join(directory, 'seen')}`);
	await editExternally('text', {env: {EDITOR: ` ${path}  --wait -n `}});
	expect(await readFile(join(directory, 'seen'), 'utf8')).toBe('3: --wait -n\n');
});

test('$VISUAL goes before $EDITOR, and an empty one is none', async () => {
	const path = await editor(await place(), 'printf seen > "$file"');
	expect(await editExternally('text', {env: {VISUAL: path, EDITOR: 'false'}})).toBe('seen');
	expect(await editExternally('text', {env: {VISUAL: ' ', EDITOR: path}})).toBe('seen');
});

test('no shell reads the command', async () => {
	const directory = await place();
	expect(await editExternally('text', {env: {EDITOR: `true;touch ${join(directory, 'made')}`}})).toBeUndefined();
	expect(await readdir(directory)).toEqual([]);
});

test('nobody else can read the file, and nothing is left of it', async () => {
	const directory = await place();
	const path = await editor(directory, 'stat -c %a "$file" > "$file.mode"; cat "$file.mode" > "$file"');
	expect(await editExternally('text', {env: {EDITOR: path}})).toBe('600\n');
	expect(await readdir(directory)).toEqual(['editor']);
});

test.each([
	['is not there', '/nowhere/editor'],
	['ends with a failure', 'false'],
])('an editor that %s changes nothing', async (_what, command) => {
	const directory = await place();
	expect(await editExternally('text', {env: {EDITOR: command}})).toBeUndefined();
	expect(await readdir(directory)).toEqual([]);
});

test('an editor that takes the file away changes nothing', async () => {
	const path = await editor(await place(), 'rm "$file"');
	expect(await editExternally('text', {env: {EDITOR: path}})).toBeUndefined();
});

test('where there is no room for the file nothing changes', async () => {
	const directory = await place();
	vi.stubEnv('TMPDIR', join(directory, 'missing'));
	expect(await editExternally('text', {env: {EDITOR: 'true'}})).toBeUndefined();
});

describe('an editor that is told to end', () => {
	/** Ends it once the script has made the file `ready`. */
	async function told(script: string, patience?: number): Promise<{text: string | undefined; left: string[]}> {
		const directory = await place();
		const ready = join(directory, 'ready');
		const path = await editor(directory, script.replace('READY', `touch ${ready}`));
		const end = new AbortController();
		const edited = editExternally('before', {env: {EDITOR: path}, end: end.signal, ...(patience && {patience})});
		await expect.poll(() => existsSync(ready), {interval: 5}).toBe(true);
		end.abort();
		return {text: await edited, left: (await readdir(directory)).filter((name) => !['editor', 'ready'].includes(name))};
	}

	test('has given what it saved', async () => {
		expect(await told('printf saved > "$file"; READY; exec sleep 60')).toEqual({text: 'saved', left: []});
	});

	test('has given nothing where it had not saved', async () => {
		expect(await told('READY; exec sleep 60')).toEqual({text: undefined, left: []});
	});

	test('may save as it ends', async () => {
		const script = `trap 'printf "at last" > "$file"; exit 1' TERM; READY; while :; do sleep 0.01; done`;
		expect(await told(script)).toMatchObject({text: 'at last', left: []});
	});

	test('and does not, is not waited for, and keeps its file', async () => {
		const script = `trap '' TERM; printf saved > "$file"; READY; for i in $(seq 100); do sleep 0.01; done`;
		const {text, left} = await told(script, 20);
		expect(text).toBe('saved');
		expect(left).toHaveLength(1);
	});
});
