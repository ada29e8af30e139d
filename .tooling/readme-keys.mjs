/**
 * `npm run readme`: writes the table of keys in readme.md anew from the app's own key table, between the marks
 * `<!-- keys -->` and `<!-- /keys -->`.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

/** @typedef {typeof import('../source/ui/keymap.ts')} Keymap */

/** In the order in which people meet them. */
const contexts = /** @type {const} */ (['walk', 'list', 'live', 'text', 'import', 'review', 'browse', 'dialog', 'app']);

/**
 * The table as markdown; the keys to the single steps are one row.
 *
 * @param {Pick<Keymap, 'keymap' | 'contextTitles' | 'chordLabel'>} keys
 * @returns {string}
 */
export function keyTable({keymap, contextTitles, chordLabel}) {
	const sections = contexts.map((context) => {
		const rows = keymap
			.filter((binding) => binding.context === context && !/^step-[2-8]$/.test(binding.command))
			.map(({command, chords, about}) =>
				command === 'step-1'
					? '| Alt+1 … Alt+8 | Go to a step |'
					: `| ${chords.map((chord) => chordLabel(chord)).join(', ')} | ${about} |`,
			);
		return [`| ${contextTitles[context]} | |`, '|---|---|', ...rows].join('\n');
	});
	return sections.join('\n\n');
}

/**
 * The readme with the table in its place.
 *
 * @param {string} readme
 * @param {string} table
 * @returns {string}
 * @throws {Error} when the marks are not there
 */
export function withKeyTable(readme, table) {
	const marks = /<!-- keys -->[\s\S]*<!-- \/keys -->/;
	if (!marks.test(readme)) {
		throw new Error('readme.md has no place for the table of keys: <!-- keys --> and <!-- /keys -->.');
	}
	return readme.replace(marks, () => `<!-- keys -->\n\n${table}\n\n<!-- /keys -->`);
}

async function write() {
	const root = join(import.meta.dirname, '..');
	const {outputFiles} = await build({
		entryPoints: [join(root, 'source/ui/keymap.ts')],
		bundle: true,
		format: 'esm',
		write: false,
	});
	const keys = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
	const path = join(root, 'readme.md');
	writeFileSync(path, withKeyTable(readFileSync(path, 'utf8'), keyTable(keys)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await write();
}
