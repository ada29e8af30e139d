/** Every source that is known, in the order in which they are asked whether a text is theirs. */
import type {Source} from './source.ts';
import {writtenTimeline} from './written-timeline.ts';

export const sources: readonly Source[] = [writtenTimeline];

/** The names for `--from`. */
export const sourceNames: readonly string[] = sources.map(({name}) => name);
