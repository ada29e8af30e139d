/** The command as a process of its own: streams, exit status, signals. The rest is tested without one. */
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const command = join(root, 'dist', 'retro.js');
let directory: string;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'retro-process-'));
});
afterAll(() => rm(directory, {recursive: true, force: true}));

type Ended = {
	readonly status: number | null;
	readonly signal: string | null;
	readonly out: string;
	readonly err: string;
};

/** Runs a line of the shell with `retro` in it. */
function sh(line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
	const script = `set -o pipefail; retro() { "${process.execPath}" "${command}" "$@"; }; ${line}`;
	const child = spawn('bash', ['-c', script], {
		cwd: directory,
		env: {...process.env, HOME: directory, RETRO_STORE: join(directory, 'store'), NO_COLOR: '1', ...env},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		out += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		err += text;
	});
	return new Promise((resolve) => {
		child.on('close', (status, signal) => resolve({status, signal, out, err}));
	});
}

test('--version prints the version of the package and nothing else, wherever it stands', async () => {
	const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {version: string};
	for (const line of ['retro --version', 'retro list --version']) {
		expect(await sh(line)).toEqual({status: 0, signal: null, out: `${version}\n`, err: ''});
	}
});

test('a retro from a script, from its beginning to its document', async () => {
	const {status, out, err} = await sh(`
		id=$(retro new --no-open "Checkout latency" --severity "sev 2") &&
		retro set "$id" impact.start "2026-11-20 10:00" &&
		printf '1000 alert fires\\n+5 on-call acked\\n' | retro log "$id" - &&
		retro add "$id" action "prevent: Add a canary @infra 2027-12-01" &&
		retro export "$id" | grep -c 'UTC]'
	`);
	expect(err).not.toContain('retro:');
	expect({status, out}).toEqual({status: 0, out: '2\n'});
});

describe('the end of a stream', () => {
	test('a reader that leaves ends nothing and is told to nobody', async () => {
		await sh('retro new --no-open "One"');
		const {err, out} = await sh(
			'for i in 1 2 3; do retro export; done | head -n 1; retro list | true; retro --help | true',
		);
		expect(err).toBe('');
		expect(out).toMatch(/^# /);
	});

	test('work is done although nobody reads what is said of it', async () => {
		const id = (await sh('retro new --no-open "Two"')).out.trim();
		await sh(
			`retro add ${id} lucky "It was a Sunday" --json 2>&1 | true; retro log ${id} "1005 page" 2>&1 >/dev/null | true`,
		);
		const {out} = await sh(`retro export ${id} --format json`);
		expect(JSON.parse(out)).toMatchObject({
			lessons: {gotLucky: [{text: 'It was a Sunday'}]},
			timeline: [{text: 'page'}],
		});
	});

	test.runIf(existsSync('/dev/full'))('a full disk behind > is a failure', async () => {
		const {status, err} = await sh('retro export > /dev/full');
		expect(status).toBe(1);
		expect(err).toContain('Standard output cannot be written');
		expect(err).not.toMatch(/^\s+at /m);
	});

	test('closed streams are no bug', async () => {
		expect((await sh('retro list <&- >/dev/null')).err).toBe('');
		expect((await sh('retro lint - <&-')).err).not.toContain('went wrong inside');
		expect((await sh('retro list >&- 2>/dev/null')).err).toBe('');
	});
});

test('a screen without a terminal ends with 2, at once', async () => {
	const {status, out, err} = await sh('retro new; echo "status $?"; echo x | retro open');
	expect(out).toBe('status 2\n');
	expect(status).toBe(2);
	expect(err).toContain('retro new --no-open');
});

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
])('%s while lines are read ends with %i, and what was read is kept', async (signal, expected) => {
	const id = (await sh(`retro new --no-open "${signal}"`)).out.trim();
	const fifo = `pipe-${signal}`;
	const {out} = await sh(`
		mkfifo ${fifo}; exec 3<> ${fifo}
		set -m
		"${process.execPath}" "${command}" log ${id} - < ${fifo} 2> said-${signal} & pid=$!
		echo "1005 page" >&3
		for i in $(seq 100); do grep -q page said-${signal} && break; sleep 0.1; done
		kill -${signal} $pid; wait $pid; echo "status $?"
		retro export ${id} --format json | grep -c '"page"'
	`);
	expect(out).toBe(`status ${expected}\n1\n`);
});

test('100 MB on standard input are refused in bounded memory', async () => {
	const id = (await sh('retro new --no-open "Large"')).out.trim();
	const {status, err} = await sh(`head -c 104857600 /dev/zero | tr '\\0' 'a' | retro set ${id} summary -`, {
		NODE_OPTIONS: '--max-old-space-size=100',
	});
	expect(status).not.toBe(0);
	expect(err).toContain('more than 10 MB');
	expect(err.split('\n').length).toBeLessThan(5);
});

test('bash completes with the script', async () => {
	const {out} = await sh(`
		_get_comp_words_by_ref() { cur=\${COMP_WORDS[COMP_CWORD]}; prev=; words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
		compopt() { :; }
		eval "$(retro completion bash)"
		COMP_WORDS=(retro list --severity SEV); COMP_CWORD=3; __retro_complete; echo "\${COMPREPLY[@]}"
		COMP_WORDS=(retro exp); COMP_CWORD=1; __retro_complete; echo "\${COMPREPLY[@]}"
	`);
	expect(out).toBe('SEV1 SEV2 SEV3\nexport\n');
});
