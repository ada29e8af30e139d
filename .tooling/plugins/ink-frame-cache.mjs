/**
 * Ink reads every text of a frame into characters, their styles and their widths, puts the rows together out of them and
 * forgets it all with the frame; at each key that is most of what a frame costs. This lets the next frame find what the
 * one before has read, and the rows that are the same. What is kept is only read, never changed (a cell is replaced, not
 * written to), and is thrown away as a whole when it has grown to some screens full, since nothing tells which texts are
 * still drawn.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {most} from './kept-answers.mjs';
import {replaceOnce} from './replace.mjs';

const keptAnswers = JSON.stringify(join(import.meta.dirname, 'kept-answers.mjs'));

const keptCaches = `
let keptCaches;
const cachesOfFrames = () => {
	if (keptCaches === undefined || keptCaches.styledChars.size > ${most} || keptCaches.widths.size > ${most}) {
		keptCaches = new OutputCaches();
		keptCaches.lines = new Map();
		keptCaches.slices = new Map();
	}
	return keptCaches;
};
/** The cells of the rows of the frame before, and the texts that they came to. */
const keptRows = [];
const rowText = (cells, place) => {
	const kept = keptRows[place];
	if (kept !== undefined && kept.cells.length === cells.length && cells.every((cell, x) => cell === kept.cells[x])) {
		return kept.text;
	}
	const text = styledCharsToString(cells).trimEnd();
	keptRows[place] = {cells, text};
	return text;
};
const blank = {type: 'char', value: ' ', fullWidth: false, styles: []};
export default class Output {`;

/** What is changed in Ink's `output.js`: each text of it with what takes its place. */
const outputChanges = [
	['export default class Output {', keptCaches],
	['    caches = new OutputCaches();', '    caches = cachesOfFrames();'],
	[
		`        const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {`,
		`        let lines = this.caches.lines.get(text);
        if (lines === undefined) {
        const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {`,
	],
	[
		'        let lines = characterLines.map(line => styledCharsToString(line));',
		`        lines = characterLines.map(line => styledCharsToString(line));
        this.caches.lines.set(text, lines);
        }`,
	],
	[
		`            return '';
        }
        const result = [];`,
		`            return '';
        }
        const asked = from + ' ' + to + ' ' + line;
        const known = this.caches.slices.get(asked);
        if (known !== undefined) return known;
        const result = [];`,
	],
	[
		'        return styledCharsToString(result);',
		`        const slice = styledCharsToString(result);
        this.caches.slices.set(asked, slice);
        return slice;`,
	],
	[/row\.push\(\{[^}]*\}\);/, 'row.push(blank);'],
	['            .map(line => {\n            // See', '            .map((line, place) => {\n            // See'],
	[
		'            return styledCharsToString(lineWithoutEmptyItems).trimEnd();',
		'            return rowText(lineWithoutEmptyItems, place);',
	],
];

/** The functions of a text that a frame asks for each of its texts, as they are called in Ink's files. */
const sanitizeChanges = [
	[
		'const sanitizeAnsi = (text) => {',
		`import {keepingAnswers} from ${keptAnswers};\nconst sanitizeAnew = (text) => {`,
	],
	['export default sanitizeAnsi;', 'export default keepingAnswers(sanitizeAnew);'],
];
const renderChanges = [
	[
		"import widestLine from 'widest-line';",
		`import widestOf from 'widest-line';\nimport {keepingAnswers} from ${keptAnswers};\nconst widestLine = keepingAnswers(widestOf);`,
	],
];

/** @type {[RegExp, (string | RegExp)[][]][]} */
const changesOfFiles = [
	[/[\\/]ink[\\/]build[\\/]output\.js$/, outputChanges],
	[/[\\/]ink[\\/]build[\\/]sanitize-ansi\.js$/, sanitizeChanges],
	[/[\\/]ink[\\/]build[\\/]render-node-to-output\.js$/, renderChanges],
];

/** @type {import('esbuild').Plugin} */
export const inkFrameCache = {
	name: 'ink-frame-cache',
	setup(build) {
		for (const [filter, changes] of changesOfFiles) {
			build.onLoad({filter}, ({path}) => ({
				contents: changes.reduce(
					(text, [what, by]) => replaceOnce(path, text, what ?? '', () => String(by)),
					readFileSync(path, 'utf8'),
				),
			}));
		}
	},
};
