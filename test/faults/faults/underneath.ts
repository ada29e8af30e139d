/**
 * A file that is changed underneath an app by programs that know nothing of it: an editor that renames, a sync
 * client that truncates and writes, and git. Each reads the file, takes its time, adds a line of its own and writes.
 */
import {execFileSync} from 'node:child_process';
import {readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import type {Retro} from '../../../source/retro/record.ts';
import {printRetro} from '../../../source/store/record/layout.ts';
import {atWork, type Contender, inNewStore, recordIn, startWriter} from '../contender.ts';
import {timelineEntry} from '../material.ts';
import {count, type Fault, lookedAt, noHarm, type Outcome} from '../outcome.ts';
import {sideBySide} from '../side-by-side.ts';

type Harm = Partial<Omit<Outcome, 'tries'>>;

export const underneath: Fault = {
	name: 'changed underneath (rename, truncate, git)',
	tries: {short: 3, full: 100},
	alsoLowdb: true,
	async run(contender, tries) {
		const outcome = noHarm();
		const hands = [byRename, byTruncating, byCheckout];
		await sideBySide(tries, hands.length, (round) => {
			const hand = hands[round % hands.length] ?? byRename;
			return inNewStore(async (directory) => count(outcome, await hand(contender, directory)));
		});
		return outcome;
	},
};

const byRename = (contender: Contender, directory: string): Promise<Harm> =>
	besideAnEditor(contender, directory, async (path, text) => {
		await writeFile(`${path}.theirs~`, text);
		await rename(`${path}.theirs~`, path);
	});

const byTruncating = (contender: Contender, directory: string): Promise<Harm> =>
	besideAnEditor(contender, directory, async (path, text) => {
		await writeFile(path, '');
		await pause(Math.random() * 20);
		await writeFile(path, text);
	});

const savesOfTheirs = 10;

async function besideAnEditor(
	contender: Contender,
	directory: string,
	save: (path: string, text: string) => Promise<void>,
): Promise<Harm> {
	const path = recordIn(directory);
	const writer = startWriter(contender, directory, 'ours', 120, 'typing');
	const isGone = writer.acknowledged.then(() => undefined);
	const theirs: string[] = [];
	await Promise.race([isGone, atWork(writer)]);
	while (theirs.length < savesOfTheirs) {
		const record = await parsed(path);
		// Somebody else's save is in the way: an editor would be told that it cannot be read, and would try again.
		if (record !== undefined) {
			await pause(Math.random() * 30);
			const id = `theirs-${theirs.length}`;
			await save(path, printRetro({...record, timeline: [...record.timeline, timelineEntry(id)]}));
			theirs.push(id);
		}
		await pause(20);
	}
	writer.child.stdin?.write('end\n');
	const [ours, complaint] = await Promise.all([writer.acknowledged, writer.complaint]);
	const seen = await lookedAt(contender, directory, [...ours, ...theirs]);
	return {...seen, errors: complaint === '' ? 0 : 1};
}

/** A branch is checked out while an app is open: what it holds comes, what is typed afterwards stays, what it lacks goes. */
async function byCheckout(contender: Contender, directory: string): Promise<Harm> {
	const path = recordIn(directory);
	const git = (...args: string[]): void => {
		execFileSync('git', args, {cwd: directory, stdio: 'ignore', env: gitEnvironment()});
	};
	git('init', '-q', '-b', 'main');
	git('add', `${path}`);
	git('commit', '-qm', 'empty');
	git('checkout', '-qb', 'branch');
	const record = (await parsed(path)) as Retro;
	await writeFile(path, printRetro({...record, timeline: [timelineEntry('theirs-of-branch')]}));
	git('commit', '-qam', 'theirs');
	git('checkout', '-q', 'main');
	const writer = startWriter(contender, directory, 'ours', 60, 'typing');
	await atWork(writer);
	await pause(Math.random() * 100);
	await checkOut(() => git('checkout', '-qf', 'branch'));
	await pause(700);
	writer.child.stdin?.write('end\n');
	const [ours, complaint] = await Promise.all([writer.acknowledged, writer.complaint]);
	// Those typed before the branch came may have gone with the file that it replaced: git was told to discard it.
	const seen = await lookedAt(contender, directory, ['theirs-of-branch', ...ours.slice(-1)]);
	return {...seen, leftOver: 0, errors: complaint === '' ? 0 : 1};
}

/** Git gives up where a file is replaced while it looks at it; whoever sees that asks again. */
async function checkOut(command: () => void): Promise<void> {
	for (let tries = 20; ; tries--) {
		try {
			return command();
		} catch (error) {
			if (tries === 0) throw error;
		}
		await pause(20);
	}
}

async function parsed(path: string): Promise<Retro | undefined> {
	try {
		return JSON.parse(await readFile(path, 'utf8')) as Retro;
	} catch {
		return undefined;
	}
}

/** Free of the settings of whoever runs it. */
export function gitEnvironment(): NodeJS.ProcessEnv {
	const who = {NAME: 'A', EMAIL: 'a@example.com'};
	return {
		...process.env,
		GIT_CONFIG_GLOBAL: join('/', 'dev', 'null'),
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_NAME: who.NAME,
		GIT_AUTHOR_EMAIL: who.EMAIL,
		GIT_COMMITTER_NAME: who.NAME,
		GIT_COMMITTER_EMAIL: who.EMAIL,
	};
}
