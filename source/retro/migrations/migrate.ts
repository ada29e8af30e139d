/** Brings the record of an older version to the shape of this one, step by step. */

/** One step: a pure function from the shape of one version to that of the next. */
export type Migration = {
	readonly from: number;
	/** One more than `from`. */
	readonly to: number;
	/**
	 * Gives the record in its new shape, with every field that it does not know as it is. What is not what it expects
	 * it leaves alone: the schema tells of that afterwards. Changes nothing of what it is given.
	 */
	readonly migrate: (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;
};

/**
 * The record in the shape of the version asked for, and marked as such; undefined where no steps lead there, which
 * means that no program of ours ever wrote that version.
 */
export function migrated(
	record: Readonly<Record<string, unknown>>,
	from: number,
	to: number,
	steps: readonly Migration[],
): Record<string, unknown> | undefined {
	let current: Record<string, unknown> = {...record};
	for (let version = from; version < to; version++) {
		const step = steps.find((one) => one.from === version && one.to === version + 1);
		if (step === undefined) return undefined;
		current = {...step.migrate(current), schemaVersion: step.to};
	}
	return from > to ? undefined : current;
}
