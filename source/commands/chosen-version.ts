/** Which of a retro's versions is meant, and which are there. */
import {Problem, wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import type {KeptStore} from '../store/versions/kept-versions.ts';
import {unknownHand} from '../store/versions/version-file.ts';
import type {VersionInfo} from '../store/versions/versions.ts';
import {formatMinute} from '../time/format.ts';
import {quoted} from './quote.ts';

/** A version with its record. */
export type ChosenVersion = {readonly info: VersionInfo; readonly retro: Retro};

/** All versions of a retro with the state that it is in now, which is kept first where no version has it; oldest first. */
export async function versionsOf(store: KeptStore, id: string): Promise<VersionInfo[]> {
	await store.keepNow(id);
	return (await store.versions()).list(id);
}

/**
 * The version of that number.
 * @throws Problem where there is none, of wrong use where it is no number
 */
export async function versionNumbered(store: KeptStore, id: string, typed: string): Promise<ChosenVersion> {
	if (!/^#?\d{1,9}$/.test(typed)) {
		throw wrongUse(`A version is a number, and ${quoted(typed)} is none`, `retro history ${id} shows them.`);
	}
	const number = Number(typed.replace('#', ''));
	const info = (await versionsOf(store, id)).find((version) => version.number === number);
	if (info === undefined) {
		throw new Problem(`There is no version ${number} of ${id}`, `retro history ${id} shows those that there are.`);
	}
	return loaded(store, id, info);
}

/** The version unpacked. Rejects with a `Problem` when it is damaged. */
export async function loaded(store: KeptStore, id: string, info: VersionInfo): Promise<ChosenVersion> {
	const body = await (await store.versions()).load(id, info.number);
	if (body === undefined) {
		throw new Problem(`Version ${info.number} of ${id} cannot be read any more`, `Take another: retro history ${id}`);
	}
	return {info, retro: body.retro};
}

/** Who or what wrote a version, in words: `sitting`, `set, log`, `others`. */
export function handOf({by, cutShort}: Pick<VersionInfo, 'by' | 'cutShort'>): string {
	const names = by.map((command) => (command === 'open' ? 'sitting' : command === unknownHand ? 'others' : command));
	return `${names.join(', ')}${cutShort === true ? ', cut short' : ''}`;
}

/** `version 5 (2026-11-20 10:05 UTC)`. */
export function versionName({number, at}: Pick<VersionInfo, 'number' | 'at'>): string {
	return `version ${number} (${formatMinute(at)} UTC)`;
}
