/** Putting edits onto what others wrote: the domain's merge, where the store looks for it. */
export {type KeptItem, keptItem, rebase, rebaseWith, settle} from '../retro/merge/rebase.ts';
