/** One gap: what it says of itself. */
import type {FieldPath} from './fields.ts';
import type {Step} from './steps.ts';
import {stepOf} from './texts.ts';

export type Gap = {
	/** What kind of gap, for example `action-without-owner`. */
	readonly rule: string;
	/** The field to go to. */
	readonly path: FieldPath;
	readonly step: Step;
	/** What is missing, at most 70 columns, as it is shown beside the step's name. */
	readonly message: string;
	/** The sentence of the guide that demands it. */
	readonly demand: string;
	/** Whether the retro cannot be called final before it is settled. */
	readonly blocks: boolean;
	/** What the gap was seen on; a decision to keep it ends when this changes. */
	readonly text: string;
};

/** A gap on the step of its path. */
export function gap(
	rule: string,
	path: FieldPath,
	message: string,
	demand: string,
	blocks: 'blocks' | 'advises',
	text = '',
): Gap {
	return {rule, path, step: stepOf(path), message, demand, blocks: blocks === 'blocks', text};
}
