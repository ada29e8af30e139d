/**
 * Keys for a timeline, counted on the real screen, against those for typing the same markdown in an editor. `npm run
 * measure keys` prints them, with a timeline of 19 rows of the corpus where that is there.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {guide} from '../export/sample.ts';
import {retroWith, type Screen, walkThrough} from '../ui/screen.tsx';
import {tableOf} from './tables.ts';

type Row = {readonly at: string; readonly text: string};

const fromGuide: readonly Row[] = [
	{at: '2026-11-20T10:00', text: 'Monitoring alert fires for high latency.'},
	{at: '2026-11-20T10:05', text: 'On-call engineer acknowledges alert.'},
	{at: '2026-11-20T10:15', text: 'Incident declared. SEV 2.'},
];

/** In the shape of real ones: a table in UTC over two days. */
const ofTwoDays: readonly Row[] = Array.from({length: 20}, (_, index) => ({
	at:
		index === 0 ? '2026-11-19T19:32' : `2026-11-20T${String(9 + Math.floor(index / 2)).padStart(2, '0')}:${10 + index}`,
	text: `Node ${index + 1} is NotReady, its workload moves on`,
}));

/** The directory of real documents, where this is run to measure. */
const corpus = process.env.RETRO_MEASURE_CORPUS;
const document = '079-dfds-pm2025-001-node-system-resource-starvation-and-sch.md';

/** `| 2025-03-03 09:52 | text |`, found by an expression of its own. */
function rowsOf(path: string): Row[] {
	return readFileSync(path, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [, day, clock, text] = /^\| ~?(\d{4}-\d\d-\d\d) (\d\d:\d\d) +\| (.*?) *\|$/.exec(line) ?? [];
			return day === undefined ? [] : [{at: `${day}T${clock}`, text: text ?? ''}];
		});
}

function real(path: string) {
	const rows = rowsOf(path);
	return {name: 'a real one in UTC over two days', rows, lines: inTable(rows)};
}

const inGuide = (rows: readonly Row[]): string[] => rows.map(({at, text}) => `* \`[${at.slice(11)} UTC]\` ${text}`);
const inTable = (rows: readonly Row[]): string[] => rows.map(({at, text}) => `| ${at.replace('T', ' ')} | ${text} |`);

/** A key for each character, and Enter behind each line. */
function keysByHand(lines: readonly string[]): number {
	return lines.reduce((sum, line) => sum + [...line].length + 1, 0);
}

/** What somebody types who knows the lines: the day where it changes, the time without its colon. */
function typedLines(rows: readonly Row[], today: string): string[] {
	let day = today;
	return rows.map(({at, text}) => {
		const date = at.slice(0, 10) === day ? '' : `${at.slice(0, 10)} `;
		day = at.slice(0, 10);
		return `${date}${at.slice(11).replace(':', '')} ${text}`;
	});
}

function open(rows: readonly Row[]): Promise<Screen> {
	const date = rows.at(-1)?.at.slice(0, 10) as CalendarDate;
	return walkThrough(retroWith({date}), {step: 'timeline'});
}

/** Drives the screen and counts: each chord and each letter is a key, a paste is one. */
function counting(screen: Screen, slowly = false) {
	let keys = 0;
	return {
		keys: () => keys,
		async type(text: string) {
			keys += [...text].length;
			// Letter by letter where that takes no time, else as fast as the screen reads.
			await (slowly ? screen.typeSlowly(text) : screen.type(text));
		},
		async press(chord: string) {
			keys += 1;
			await screen.press(chord);
		},
		async paste(text: string) {
			keys += 1;
			await screen.paste(text);
		},
	};
}

/** The entries of the retro, and those of its document, are the rows. */
function expectRows(screen: Screen, rows: readonly Row[]): void {
	const {timeline, ...rest} = screen.retro();
	const entries = timeline.toSorted((a, b) => a.at.localeCompare(b.at));
	expect(entries.map(({at, text}) => ({at: at.slice(0, 16), text}))).toEqual(rows);
	const lines = renderDocument({...rest, timeline}, guide).split('\n');
	for (const {at, text} of rows) {
		const line = lines.find((one) => one.includes(`${at.slice(11)} UTC`) && plain(one).includes(plain(text)));
		expect(line, text).toBeDefined();
	}
}

function plain(text: string): string {
	return text.replace(/[^\w ]+/g, '');
}

const printed: string[][] = [];
afterAll(() => {
	if (corpus === undefined) return;
	console.log(tableOf([['timeline', 'rows', 'by hand', 'typed', 'pasted'], ...printed]));
});

const timelines = [
	{name: 'the example of the guide', rows: fromGuide, lines: inGuide(fromGuide)},
	{name: 'twenty rows over two days', rows: ofTwoDays, lines: inTable(ofTwoDays)},
	...(corpus === undefined ? [] : [real(join(corpus, document))]),
];

test.each(timelines)(
	'$name takes fewer keys than its markdown does in an editor',
	async ({name, rows, lines}) => {
		const typing = await open(rows);
		const typed = counting(typing, rows.length < 5);
		for (const line of typedLines(rows, rows.at(-1)?.at.slice(0, 10) ?? '')) {
			await typed.type(line);
			await typed.press('enter');
		}
		expectRows(typing, rows);

		const pasting = await open(rows);
		const pasted = counting(pasting);
		await pasted.paste(lines.join('\n'));
		await pasting.until('Written timeline');
		// At most the day and the zone are asked, and what is offered is taken.
		for (let press = 0; press < 3 && pasting.retro().timeline.length === 0; press++) await pasted.press('enter');
		expectRows(pasting, rows);

		const byHand = keysByHand(lines);
		expect(typed.keys()).toBeLessThan(byHand);
		expect(pasted.keys()).toBeLessThanOrEqual(4);
		printed.push([name, String(rows.length), String(byHand), String(typed.keys()), String(pasted.keys())]);
	},
	120_000,
);
