/** Says that there is nothing to show. */
import {type ArchivingStore, isAllArchived} from '../store/put-away/archive.ts';

/** What to do where the lists are empty: there is no retro yet, or all of them were put away. */
export async function noRetros(store: ArchivingStore): Promise<string> {
	return (await isAllArchived(store, store.archived))
		? 'All retros are in the archive: "retro list --archived" shows them.'
		: 'No retros yet. "retro new" starts one.';
}
