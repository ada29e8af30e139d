/** Text copied out of the Slack client: a name, a time under it, what was said, and much that nobody said. */
import noise from '../../data/import-noise.json' with {type: 'json'};
import {readClock} from '../time/clock.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {type Known, nothingKnown, place} from './placement.ts';
import {dayOfWord, readSlackDay, type SlackDay} from './slack-day.ts';
import type {TextSource} from './source.ts';

export const slackPaste: TextSource = {
	kind: 'text',
	name: 'slack-paste',
	title: 'Slack messages',
	unit: 'messages',
	claims: (sample) => headers(linesOf(sample)).filter(({under}) => under).length > 0 || isCompact(sample),
	read: readPaste,
};

const day = String.raw`(?:(?<day>[A-Z][a-z]+(?: \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)?) at )?`;
const clock = String.raw`(?<clock>\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)`;
const underName = new RegExp(`^(?:\\s{1,4}|(?::[^\\s:]{1,80}:)+\\s{1,4})${day}${clock}\\s*$`, 'i');
const besideName = new RegExp(`^(?<name>\\S.{0,60}?)(?: \\[?APP\\]?)?\\s{2,4}${day}${clock}\\s*$`, 'i');
const alone = new RegExp(`^${clock}\\s*$`, 'i');

/** Where a message begins: its name, and the day and clock that stand with it. */
type Header = {
	/** The line of the time; the message begins behind it. */
	readonly line: number;
	/** The line of the name, where that is another. */
	readonly first: number;
	readonly name: string;
	readonly day: string | undefined;
	readonly clock: string;
	/** Whether the time stands under the name, as only Slack puts it. */
	readonly under: boolean;
};

function isCompact(sample: string): boolean {
	const lines = linesOf(sample);
	const beside = headers(lines).filter(({name, clock: time}) => name !== '' && /[AP]M/i.test(time));
	return beside.length >= 2 && beside.length * 40 >= lines.length;
}

function linesOf(text: string): string[] {
	return text.split(/\r\n|\n|\r/);
}

function headers(lines: readonly string[]): Header[] {
	return lines.flatMap((text, line): Header[] => {
		const under = underName.exec(text)?.groups;
		if (under !== undefined) {
			const first = isMark(lines[line - 1]) ? line - 2 : line - 1;
			const name = (lines[first] ?? '').trim();
			return name === '' || name.length > 80 ? [] : [{line, first, name, ...timeOf(under), under: true}];
		}
		const beside = besideName.exec(text)?.groups;
		if (beside === undefined) return [];
		return [{line, first: line, name: (beside.name ?? '').trim(), ...timeOf(beside), under: false}];
	});
}

function timeOf(groups: {readonly day?: string; readonly clock?: string}): Pick<Header, 'day' | 'clock'> {
	return {day: groups.day, clock: (groups.clock ?? '').replace(/\s/g, ' ')};
}

function isMark(line: string | undefined): boolean {
	return /^\s*(?:APP|WORKFLOW)\s*$/.test(line ?? '');
}

function* readPaste(text: string, context: ImportContext): Generator<Candidate> {
	const lines = linesOf(text);
	const all = headers(lines);
	let known: Known = nothingKnown;
	for (const [index, header] of all.entries()) {
		const end = all[index + 1]?.first ?? lines.length;
		const stated = header.day === undefined ? null : dayOfWord(header.day, known, context);
		for (const part of partsOf(lines.slice(header.line + 1, end), header.clock)) {
			if (part.divider !== undefined) {
				known = withDay(known, part.divider);
				continue;
			}
			const [candidate, next] = message(header.name, part, stated, known, context);
			known = next;
			yield candidate;
		}
	}
}

/** What was said at one time; or the line that says of which day the messages after it are. */
type Part = {clock: string; follows: boolean; lines: string[]; divider?: undefined} | {divider: SlackDay};

/** Messages that follow each other closely have a time and no name; the half of the day is left out there. */
function partsOf(lines: readonly string[], first: string): Part[] {
	const parts: Part[] = [];
	let open = {clock: first, follows: false, lines: [] as string[]};
	for (const line of lines) {
		const time = alone.exec(line)?.groups;
		const divider = time === undefined ? readSlackDay(line) : undefined;
		if (time === undefined && divider === undefined) {
			open.lines.push(line);
			continue;
		}
		parts.push(open);
		if (divider !== undefined) parts.push({divider});
		open = {clock: time === undefined ? '' : timeOf(time).clock, follows: true, lines: []};
	}
	parts.push(open);
	return parts.filter((part) => part.divider !== undefined || part.clock !== '');
}

function message(
	who: string,
	part: Extract<Part, {lines: string[]}>,
	stated: SlackDay | null,
	known: Known,
	context: ImportContext,
): [Candidate, Known] {
	const text = textOf(part.lines);
	const read = readClock(part.clock, 0);
	if (read?.kind !== 'clock') return [leftOut(kept(undefined, text, {who}), 'no time'), known];
	const open = part.follows && !/[AP]M/i.test(part.clock) && read.seconds < 13 * 3600;
	const day = part.follows ? null : (stated?.date ?? null);
	const time = {seconds: read.seconds, typed: part.clock, day, zone: null};
	const placed = open ? nearestHalf(time, known, context) : place(time, known, context);
	if (placed.kind === 'refused') return [leftOut(kept(undefined, text, {who}), placed.message), known];
	const assumed = new Set(placed.assumed);
	if (day !== null && stated?.certain !== true) assumed.add('date');
	const typed = placed.zone.kind === 'utc' ? {} : {typed: part.clock};
	const reactions = reactionsOf(part.lines);
	const candidate = kept(placed.at, text, {
		who,
		assumed: [...assumed],
		...typed,
		...(reactions.length > 0 && {reactions}),
	});
	const next = {...known, previous: placed.at};
	const isNoise = membership.test(text.replace(/\s*\.$/, ''));
	return [
		isNoise ? leftOut(candidate, 'channel_join') : candidate,
		day === null ? next : {...next, date: day, dateIsStated: stated?.certain === true},
	];
}

/** Of both halves of the day, the one that lies first behind the message before. */
function nearestHalf(
	time: Parameters<typeof place>[0],
	known: Known,
	context: ImportContext,
): ReturnType<typeof place> {
	const halves = [time.seconds % 43_200, (time.seconds % 43_200) + 43_200].map((seconds) =>
		place({...time, seconds}, known, context),
	);
	const [first, second] = halves as [ReturnType<typeof place>, ReturnType<typeof place>];
	if (first.kind === 'refused' || second.kind === 'refused' || known.previous === null) return first;
	const later = [first, second].filter(({at}) => at >= (known.previous ?? at)).sort((a, b) => (a.at < b.at ? -1 : 1));
	return later[0] ?? {...first, assumed: [...first.assumed, 'half']};
}

function withDay(known: Known, {date, certain}: SlackDay): Known {
	return {...known, previous: null, date, dateIsStated: certain, anchor: certain ? date : known.anchor};
}

const noiseLine = new RegExp(`^(?:${noise.slack.lines.join('|')})$`, 'i');
const membership = new RegExp(`^(?:${noise.slack.membership})$`, 'i');

/** A reaction stands on a line of its own, with how many there were on the next. */
function reactionsOf(lines: readonly string[]): string[] {
	const named = lines.filter((line, index) => emojiLine.test(line) && /^\s*\d{1,4}\s*$/.test(lines[index + 1] ?? ''));
	return named.flatMap((line) => line.match(/(?<=:)[^\s:]+(?=:)/g) ?? []);
}

const emojiLine = /^\s*(?::[^\s:]{1,80}:)+\s*$/;

/** Mentions stand on lines of their own, so all is one line; reactions, counts and the quoted head of a thread go. */
function textOf(lines: readonly string[]): string {
	const said = lines.filter((line, index) => {
		const before = lines[index - 1]?.trim() ?? '';
		return !noiseLine.test(line.trim()) && !/^replied to a thread:?$/i.test(before);
	});
	return said
		.map((line) => line.replace(/\s*\(edited\)\s*$/, '').trim())
		.filter((line) => line !== '')
		.join(' ')
		.replace(/ (?=[,.;:!?](?:\s|$))/g, '');
}
