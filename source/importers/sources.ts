/** Every source that is known, in the order in which they are asked whether a text is theirs. */
import {csvTable} from './csv-table.ts';
import {logLines} from './log-lines.ts';
import {slackExport} from './slack-export.ts';
import {slackPaste} from './slack-paste.ts';
import type {Source} from './source.ts';
import {writtenTimeline} from './written-timeline.ts';

export const sources: readonly Source[] = [slackExport, slackPaste, logLines, csvTable, writtenTimeline];

/** The names for `--from`. */
export const sourceNames: readonly string[] = sources.map(({name}) => name);
