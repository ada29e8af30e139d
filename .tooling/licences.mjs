/** Collects the licences of the packages that are bundled, which must go with their code. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * @param {object} options
 * @param {string} options.root where the inputs' names begin
 * @param {Iterable<string>} options.inputs names of the bundled files, as in esbuild's metafile
 * @returns {string} name, version, licence and its text for each package, in order of their names. Where a package
 * brings no text, its licence is named with its author.
 * @throws {Error} when a package does not say under what licence it is
 */
export function collectLicences({root, inputs}) {
	const folders = new Set([...inputs].map(packageFolder).filter((folder) => folder !== undefined));
	const notices = new Map([...folders].map((folder) => notice(join(root, folder))));
	return [...notices]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([title, text]) => `${title}\n\n${text}\n`)
		.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {string} input
 * @returns {string | undefined} nothing for a file of ours
 */
function packageFolder(input) {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/**
 * @param {string} folder
 * @returns {[title: string, text: string]}
 */
function notice(folder) {
	/** @type {{name: string, version: string, license?: string, author?: string | {name: string}, homepage?: string}} */
	const {name, version, license, author, homepage} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	if (!license) {
		throw new Error(`${name} ${version} is bundled and does not say under what licence it is (${folder}).`);
	}
	const texts = readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
		.sort()
		.map((file) => readFileSync(join(folder, file), 'utf8').trim());
	const by = typeof author === 'string' ? author : author?.name;
	return [
		`${name} ${version} (${license})`,
		texts.join('\n\n') || [`By ${by ?? `the authors of ${name}`}`, homepage].filter(Boolean).join(', '),
	];
}
