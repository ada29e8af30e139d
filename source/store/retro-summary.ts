/** A retro as a list of many shows it. */
import {type Retro, schemaVersion} from '../retro/record.ts';

/** What a table of retros shows. */
export type RetroSummary = Pick<
	Retro,
	| 'id'
	| 'createdAt'
	| 'updatedAt'
	| 'title'
	| 'severity'
	| 'status'
	| 'date'
	| 'facilitator'
	| 'participants'
	| 'services'
> & {
	/** Set where it was written by a newer version: it can be read here and not changed. */
	readonly readOnly?: true;
};

/** Whether it was written by a newer version than this. */
export function isOfNewerVersion(retro: {readonly schemaVersion: number}): boolean {
	return retro.schemaVersion > schemaVersion;
}

/** What a list shows of a retro. */
export function summaryOf(retro: Retro): RetroSummary {
	const {id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services} = retro;
	return {
		...{id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services},
		...(isOfNewerVersion(retro) && {readOnly: true as const}),
	};
}
