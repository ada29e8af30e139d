/** The name that a retro from elsewhere goes by here. */
import {retroId} from '../../retro/new-retro.ts';
import type {Retro} from '../../retro/record.ts';
import {has} from '../../store/put-away/archive.ts';
import type {KeptStore} from '../../store/versions/kept-versions.ts';
import {dateOf} from '../../time/instant.ts';

/** Its own id, or a new one where there is a file of that name, readable or not, among the retros or in the archive. */
export async function freeId(
	{id, date, createdAt, title}: Retro,
	store: Pick<KeptStore, 'directory' | 'archived'>,
	randomId: () => string,
): Promise<string> {
	const isTaken = (await has(store, id)) || (await has(store.archived, id));
	return isTaken ? retroId(date ?? dateOf(createdAt), title, randomId()) : id;
}
