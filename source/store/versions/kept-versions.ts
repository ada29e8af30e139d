/**
 * A store that keeps versions of its retros: before the first change of a sitting or script, and at its end.
 * What goes wrong with keeping them is nobody's trouble: saving goes on.
 */
import {batch, type Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import type {OpenRetro} from '../open/open-retro.ts';
import type {ArchivingStore} from '../put-away/archive.ts';
import {type EarlierSteps, earlierSteps} from './earlier-steps.ts';
import type {SittingMark} from './sitting-marks.ts';
import type {Keeper} from './version-keeper.ts';
import type {Versions} from './versions.ts';

export type KeptStore = ArchivingStore & {
	/** The user's state directory; absolute. */
	readonly state: string;
	/** The old versions. Loads what that needs. */
	versions(): Promise<Versions>;
	/** Keeps the state of a retro as it is now, where no version has it. Never rejects. */
	keepNow(id: string): Promise<void>;
	/** What earlier sittings with a retro did. To be asked for anew when it is opened. */
	earlier(id: string): EarlierSteps;
	/** Resolves when a version is kept of all that was changed, in sittings that were closed and without. Never rejects. */
	settle(): Promise<void>;
};

export type KeptOptions = {
	readonly state: string;
	/** The command that is run, as the versions name it. */
	readonly by: string;
	now(): Instant;
	randomId(): string;
};

/** What scripts did to a retro in this process, not kept yet. */
type Scripted = {began: Instant; edits: Edit[]; retro: Retro};

/** The store, keeping versions of what is changed through it; touches no file yet. */
export function withHistory(store: ArchivingStore, options: KeptOptions): KeptStore {
	const {state, by, now, randomId} = options;
	let loading: Promise<Versions> | undefined;
	let keeping: Promise<Keeper> | undefined;
	let work: Promise<unknown> = Promise.resolve();
	const scripted = new Map<string, Scripted>();
	const sittings = new Map<string, EarlierSteps>();

	const versions = (): Promise<Versions> =>
		(loading ??= import('./versions.ts').then(({versionsIn}) => versionsIn(state, store.directory, now)));

	/** One thing at a time; gives undefined where it fails. */
	function quietly<Result>(task: (keeper: Keeper) => Promise<Result>): Promise<Result | undefined> {
		const done = work.then(async () => {
			keeping ??= Promise.all([import('./version-keeper.ts'), versions()]).then(([{keeperOf}, all]) =>
				keeperOf(all, now),
			);
			return task(await keeping);
		});
		const quiet = done.catch(() => undefined);
		work = quiet;
		return quiet;
	}

	async function markOf(id: string, began: Instant): Promise<SittingMark> {
		const [{markSitting}, all] = await Promise.all([import('./sitting-marks.ts'), versions()]);
		return markSitting(await all.directoryOf(id), began, randomId);
	}

	const keepNow = async (id: string): Promise<void> => {
		const retro = await store.load(id).catch(() => undefined);
		if (retro !== undefined) await quietly((keeper) => keeper.before(retro));
	};

	function earlier(id: string): EarlierSteps {
		const known = sittings.get(id);
		if (known !== undefined) return known;
		const steps = earlierSteps(
			async (retro) =>
				(await quietly(async (keeper) => {
					if (retro !== undefined) await keeper.before(retro);
					return keeper.steps(id);
				})) ?? [],
		);
		sittings.set(id, steps);
		return steps;
	}

	function kept(open: OpenRetro): OpenRetro {
		const {id} = open.retro;
		const began = now();
		const steps = earlier(id);
		let mark: Promise<SittingMark | undefined> | undefined;

		function begin(retro: Retro): void {
			const isNew = scripted.delete(id);
			steps.begin();
			// At once and by itself: whoever is killed a moment later is to be known.
			mark = markOf(id, began).catch(() => undefined);
			void quietly((keeper) => keeper.before(retro, isNew ? 'new' : undefined));
		}

		function end(): void {
			sittings.delete(id);
			if (mark === undefined) return;
			const made = mark;
			mark = undefined;
			const doing = {began, by: 'open', steps: steps.after(now())};
			void quietly(async (keeper) => keeper.after(open.retro, doing, await made));
		}

		return {
			wasConflicted: open.wasConflicted === true,
			get retro() {
				return open.retro;
			},
			get state() {
				return open.state;
			},
			commit(edit) {
				if (mark === undefined && edit.type !== 'draft') begin(open.retro);
				return open.commit(edit);
			},
			flush: () => open.flush(),
			async close() {
				await open.close();
				// Not waited for: whoever goes back to the list need not. `settle` does.
				end();
			},
			subscribe: (listener) => open.subscribe(listener),
		};
	}

	function note(retro: Retro, edit?: Edit): void {
		const {began, edits} = scripted.get(retro.id) ?? {began: now(), edits: []};
		scripted.set(retro.id, {began, retro, edits: edit === undefined ? edits : [...edits, edit]});
	}

	return {
		...store,
		state,
		versions,
		keepNow,
		earlier,
		async create(retro) {
			await store.create(retro);
			note(retro);
		},
		open: async (id) => kept(await store.open(id)),
		async update(id, change) {
			if (!scripted.has(id)) await keepNow(id);
			let edit: Edit | undefined;
			const retro = await store.update(id, (onDisk) => {
				edit = change(onDisk);
				return edit;
			});
			if (edit !== undefined) note(retro, edit);
			return retro;
		},
		async settle() {
			for (const {began, edits, retro} of scripted.values()) {
				await quietly(async (keeper) => {
					const {stepsOf} = await import('./kept-steps.ts');
					const step = batch(edits);
					const own = step === undefined ? [] : stepsOf([step], now(), by);
					await keeper.after(retro, {began, by, steps: (before) => [...before, ...own]});
				});
			}
			scripted.clear();
			await work;
		},
	};
}
