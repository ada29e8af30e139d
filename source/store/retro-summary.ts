/** A retro as a list of many shows it. */
import type {Retro} from '../retro/record.ts';

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
>;

/** What a list shows of a retro. */
export function summaryOf(retro: Retro): RetroSummary {
	const {id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services} = retro;
	return {id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services};
}
