/** A disk that is full for a while as somebody types. A small tmpfs; where mounting is refused, a limit on the size of files. */
import {execFileSync} from 'node:child_process';
import {mkdir, rm, statfs, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {atWork, type Contender, inNewStore, putEmptyRecord, startWriter, type Writer} from '../contender.ts';
import {count, type Fault, lookedAt, noHarm, type Outcome} from '../outcome.ts';
import {sideBySide} from '../side-by-side.ts';

/** Disks at a time: each is waited for, mostly. */
const atATime = 2;

export const fullDisk: Fault = {
	name: 'disk full while typing, then room again',
	tries: {short: 2, full: 20},
	alsoLowdb: true,
	async run(contender, tries) {
		const outcome = noHarm();
		await sideBySide(tries, atATime, () =>
			inNewStore(async (directory) => {
				const disk = join(directory, 'disk');
				await mkdir(disk, {mode: 0o700});
				const isMounted = mounted(disk);
				try {
					await putEmptyRecord(disk);
					count(outcome, await (isMounted ? onFullDisk : underLimit)(contender, disk));
				} finally {
					if (isMounted) execFileSync('umount', [disk]);
				}
			}),
		);
		return outcome;
	},
};

type Harm = Partial<Omit<Outcome, 'tries'>>;

function mounted(directory: string): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', directory], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
}

async function onFullDisk(contender: Contender, disk: string): Promise<Harm> {
	const filler = join(disk, 'filler');
	return whileTyping(contender, disk, {
		async fill() {
			const {bfree, bsize} = await statfs(disk);
			await writeFile(filler, Buffer.alloc(bfree * bsize)).catch(() => undefined);
		},
		free: () => rm(filler, {force: true}),
	});
}

/** The soft limit of another process is set from outside, to less than the record has, and taken off again. */
async function underLimit(contender: Contender, disk: string): Promise<Harm> {
	const limit = (writer: Writer, bytes: string): void => {
		execFileSync('prlimit', ['--pid', String(writer.child.pid), `--fsize=${bytes}:unlimited`], {stdio: 'ignore'});
	};
	return whileTyping(contender, disk, {
		fill: async (writer) => limit(writer, '1024'),
		free: async (writer) => limit(writer, 'unlimited'),
	});
}

async function whileTyping(
	contender: Contender,
	disk: string,
	room: {fill(writer: Writer): Promise<void>; free(writer: Writer): Promise<void>},
): Promise<Harm> {
	const writer = startWriter(contender, disk, 'w', 100, 'typing', 500);
	const isGone = writer.acknowledged.then(() => undefined);
	await Promise.race([isGone, atWork(writer)]);
	await Promise.race([isGone, pause(Math.random() * 100)]);
	await room.fill(writer);
	await Promise.race([isGone, pause(600)]);
	await room.free(writer);
	await Promise.race([isGone, pause(100)]);
	writer.child.stdin?.write('end\n');
	const [acknowledged, complaint] = await Promise.all([writer.acknowledged, writer.complaint]);
	const seen = await lookedAt(contender, disk, acknowledged);
	return {...seen, errors: complaint === '' ? 0 : 1};
}
