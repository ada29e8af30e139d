/** What is said on the normal screen once the app has gone: that all is saved, where, and how to go on. */
import type {Snapshot} from './sitting.ts';

export type Ending =
	| {readonly kind: 'left'}
	| {readonly kind: 'signal'; readonly status: number}
	| {readonly kind: 'error'; readonly error: unknown};

/** The lines, each with its line break; empty where there is nothing to say. `snapshot` is of the open retro. */
export function lastWords(ending: Ending, snapshot: Snapshot | undefined): string {
	const lines = [...(ending.kind === 'error' ? errorLines(ending.error) : []), ...savedLines(snapshot)];
	return lines.map((line) => `${line}\n`).join('');
}

function savedLines(snapshot: Snapshot | undefined): string[] {
	if (snapshot === undefined) return [];
	const {retro, save} = snapshot;
	if (isBlank(snapshot)) return [];
	if (save.kind === 'read-only') return [];
	if (save.kind !== 'failed') return [`Saved. Go on with: retro open ${retro.id}`];
	return [
		`Not saved: ${save.problem.message}`,
		...(save.problem.hint === undefined ? [] : [save.problem.hint]),
		save.rescue === undefined
			? 'No copy could be written either.'
			: `Everything is in ${save.rescue}; bring it back with: retro import ${save.rescue}`,
	];
}

/** Nothing was ever typed into it: there is no file to go on with. */
function isBlank({retro, canUndo}: Snapshot): boolean {
	const {title, severity, template} = retro;
	return retro.createdAt === retro.updatedAt && !canUndo && title === '' && severity === null && template === undefined;
}

function errorLines(error: unknown): string[] {
	const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	return [
		'retro: something unexpected happened, and the app had to stop.',
		`  ${what}`,
		'Please report this line and what you did just before.',
	];
}
