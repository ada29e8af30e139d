/** Putting edits onto what others wrote: the domain's merge, where the store looks for it. */
export {rebase, settle} from '../retro/merge/rebase.ts';
