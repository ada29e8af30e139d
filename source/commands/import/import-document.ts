/** `retro import FILE` of a post-mortem in markdown: a new retro with its title, its timeline and what else it says. */
import {withoutKnown} from '../../importers/already-there.ts';
import {timelineEntries} from '../../importers/entries.ts';
import {masked} from '../../importers/masks.ts';
import {readPostMortem} from '../../importers/post-mortem.ts';
import {readImport} from '../../importers/read-import.ts';
import {summaryOf} from '../../importers/summary.ts';
import {writtenTimeline} from '../../importers/written-timeline.ts';
import {newRetro, retroId} from '../../retro/new-retro.ts';
import type {Note, Retro} from '../../retro/record.ts';
import {cleanLine, cleanProse} from '../../text/clean.ts';
import {dateOf} from '../../time/instant.ts';
import {type Context, tell} from '../context.ts';
import {refuseAssumptions} from './assumptions.ts';
import {contextFor, type ImportFlags} from './read-flags.ts';

/**
 * The retro that the text makes, not yet written; undefined where it is no such document. Rejects with a `Problem`
 * where times are assumed and nobody said that they may be.
 */
export async function retroOfDocument(
	text: string,
	flags: ImportFlags & {readonly yes?: boolean | undefined},
	context: Context<object>,
): Promise<Retro | undefined> {
	const document = readPostMortem(text, context.now());
	if (document === null) return undefined;
	const {zones = {}} = await context.configuration();
	const chunks = (async function* () {
		yield text;
	})();
	const read = await readImport(chunks, contextFor(flags, undefined, context.now(), zones), {}, writtenTimeline);
	if (read.kind !== 'imported') return undefined;
	const rows = withoutKnown(read.imported.rows, []);
	const kept = rows.filter(({keep}) => keep);
	if (kept.length === 0 && document.summary === '') return undefined;
	if (flags.yes !== true) refuseAssumptions(kept);
	const first = kept[0]?.at;
	const date = document.date ?? (first === undefined ? dateOf(context.now()) : dateOf(first));
	const title = masked(cleanLine(document.title)).text;
	const blank = newRetro({id: retroId(date, title, context.randomId()), now: context.now(), title});
	const notes = (texts: readonly string[]): Note[] =>
		texts.map((note) => ({id: context.randomId(), text: masked(cleanLine(note).trim()).text}));
	tell(context, ...summaryOf({...read.imported, sources: [writtenTimeline], unread: []}, rows));
	return {
		...blank,
		date,
		summary: masked(cleanProse(document.summary)).text,
		timeline: timelineEntries(kept, context.randomId(), writtenTimeline.name),
		lessons: {
			wentWell: notes(document.wentWell),
			wentWrong: notes(document.wentWrong),
			gotLucky: notes(document.gotLucky),
		},
	};
}
