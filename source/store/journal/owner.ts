/** Which process a file belongs to, and whether it still runs: a process id alone is given to others in time. */
import {readFileSync, readlinkSync} from 'node:fs';
import {hostname} from 'node:os';
import {errorCode} from '../files/failure.ts';

export type Owner = {
	/** The machine, and the container on it, that the process id counts in. */
	readonly place: string;
	readonly pid: number;
	/** When the process began, in whatever unit the system tells it; null where it tells none. */
	readonly start: string | null;
};

let self: Owner | undefined;

/** The process that this is. */
export function thisProcess(): Owner {
	self ??= {place: thisPlace(), pid: process.pid, start: startOf(process.pid) ?? null};
	return self;
}

/** Of another place nothing can be known but how long it has been silent. */
export type Fate = 'runs' | 'gone' | 'elsewhere';

/** What has become of a process. */
export function fateOf(owner: Owner): Fate {
	if (owner.place !== thisProcess().place) return 'elsewhere';
	if (!isRunning(owner.pid)) return 'gone';
	if (owner.start === null) return 'runs';
	return startOf(owner.pid) === owner.start ? 'runs' : 'gone';
}

/** An owner that was read from a file; undefined when it is none. */
export function asOwner(value: unknown): Owner | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const {place, pid, start} = value as Record<string, unknown>;
	if (typeof place !== 'string' || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
	return {place, pid, start: typeof start === 'string' ? start : null};
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) !== 'ESRCH';
	}
}

/**
 * The start time of a process in ticks since the machine started (proc_pid_stat(5), field 22), undefined where it
 * cannot be told and of a process that has ended and only waits to be noticed.
 */
function startOf(pid: number): string | undefined {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
		// The name in the second field may hold anything, spaces and brackets too.
		const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return 'ZX'.includes(state) ? undefined : fields[18];
	} catch {
		return undefined;
	}
}

function thisPlace(): string {
	try {
		return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
	} catch {
		return hostname();
	}
}
