/**
 * The steps from each version of the record to the next. A step is never changed once it was shipped. Fields that were
 * added later and may be absent need none: evidence, `shifted` and `conflicts` are of version 1 too.
 *
 * `data/records` holds an example of every version that was ever shipped.
 */
import type {Migration} from './migrate.ts';

/** In order, from the first version that was shipped, 1, to that of `schemaVersion`; none as long as that is 1. */
export const migrations: readonly Migration[] = [];
