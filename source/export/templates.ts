/**
 * Where templates come from: the ones of the package, a team's own beside its retros, any file by its path.
 * What checks them is loaded with the first of them, since the app lists templates from its start.
 */
import {type FileHandle, open} from 'node:fs/promises';
import {dirname, join, parse, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {distance} from 'fastest-levenshtein';
import {Problem, wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';

/** The templates that come with the package, the default first. */
export const builtInTemplates = [
	{name: 'guide', about: 'the whole post-mortem, section by section as the guide has it'},
	{name: 'brief', about: 'one page for a chat or an issue: impact, root cause, action items'},
	{name: 'detailed', about: 'as guide, with the phases as a chart, the times and the entries they come from'},
] as const satisfies readonly {readonly name: string; readonly about: string}[];

export type TemplatePlaces = {
	/** What a path is relative to. */
	readonly cwd: string;
	/** The directory of retros; a team's templates lie in its `templates/` and come before ours of the same name. */
	readonly storeDirectory?: string;
};

/** A template of more bytes than this is taken for a mistake. */
const largest = 1_000_000;

/**
 * The text of a template, by name (`guide`) or by path (`./team.md`), checked to be one.
 * @throws {Problem} where there is none, it cannot be read or is no template; the message says why
 */
export async function loadTemplate(nameOrPath: string, places: TemplatePlaces): Promise<string> {
	const {cwd, storeDirectory} = places;
	const paths = isTemplateName(nameOrPath)
		? [
				...(storeDirectory === undefined ? [] : [join(storeDirectory, 'templates', `${nameOrPath}.md`)]),
				...(builtInTemplates.some(({name}) => name === nameOrPath) ? [await packaged(nameOrPath)] : []),
			]
		: [resolve(cwd, nameOrPath)];
	for (const path of paths) {
		const text = await readTemplate(path);
		if (text !== undefined) return checked(text, nameOrPath);
	}
	throw unknownTemplate(nameOrPath);
}

/** The package's own template: in the nearest `templates/` above this file, be it source or bundle. */
async function packaged(name: string): Promise<string> {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let directory = here; ; directory = dirname(directory)) {
		const path = join(directory, 'templates', `${name}.md`);
		const file = await open(path).catch(() => undefined);
		await file?.close();
		if (file !== undefined || directory === parse(directory).root) return path;
	}
}

/** The text of the file, undefined where there is no such file. */
async function readTemplate(path: string): Promise<string | undefined> {
	const bytes = await readBytes(path);
	if (bytes === undefined) return undefined;
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		throw wrongUse(`The template ${path} is not text in UTF-8`, 'Save it as UTF-8 and try again.');
	}
}

async function readBytes(path: string): Promise<Buffer | undefined> {
	try {
		const file = await open(path);
		try {
			return await readUpTo(file, path);
		} finally {
			await file.close();
		}
	} catch (error) {
		if (error instanceof Problem) throw error;
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
		const reason = code === 'EISDIR' ? 'is a directory' : `cannot be read (${code ?? String(error)})`;
		throw wrongUse(`The template ${path} ${reason}`, 'Name a markdown file, or one of the built-in templates.');
	}
}

/** Not by the size that the file tells: a device or a pipe tells none. */
async function readUpTo(file: FileHandle, path: string): Promise<Buffer> {
	const buffer = Buffer.alloc(largest + 1);
	let length = 0;
	while (length <= largest) {
		const {bytesRead} = await file.read(buffer, length, buffer.length - length);
		if (bytesRead === 0) return buffer.subarray(0, length);
		length += bytesRead;
	}
	throw wrongUse(`The template ${path} is larger than 1 MB`, 'A template is a page of markdown.');
}

async function checked(text: string, nameOrPath: string): Promise<string> {
	const {templateFault, valueNames} = await import('./template-check.ts');
	const clean = text.replace(/^\uFEFF/, '').replaceAll(/[^\P{Cc}\n\r\t]/gu, '');
	const fault = templateFault(clean);
	if (fault === undefined) return clean;
	const meant = fault.name === undefined ? undefined : nearest(fault.name, valueNames);
	throw new Problem(
		`The template ${nameOrPath} has a mistake in line ${fault.line}: ${fault.message}`,
		meant === undefined
			? 'templates/README.md of the package describes what a template can say.'
			: `Did you mean "${meant}"?`,
		2,
	);
}

function unknownTemplate(name: string): Problem {
	const names = builtInTemplates.map((template) => template.name);
	const meant = nearest(name, names);
	return wrongUse(
		`There is no template “${name}”`,
		`${meant === undefined ? '' : `Did you mean ${meant}? `}Templates: ${names.join(', ')}, or the path of a markdown file.`,
	);
}

/** The candidate that differs in a third of its letters at most, rounded up: two that changed places are two. */
function nearest(typed: string, candidates: readonly string[]): string | undefined {
	const word = typed.slice(0, 60).toLowerCase();
	return candidates
		.map((candidate) => ({candidate, away: distance(word, candidate.toLowerCase())}))
		.filter(({candidate, away}) => away <= Math.ceil(candidate.length / 3))
		.toSorted((a, b) => a.away - b.away)[0]?.candidate;
}

/** Whether it is the name of a template and not a path. */
export function isTemplateName(nameOrPath: string): boolean {
	return /^[\w-]+$/.test(nameOrPath);
}

/**
 * The template that a retro names for itself. A record may come from anywhere, so it can name a template but not a
 * path: that would put any file into the document.
 */
export function ownTemplate({template}: Pick<Retro, 'template'>): string | undefined {
	return template !== undefined && isTemplateName(template) ? template : undefined;
}

/** The template that a team has settled, as `loadTemplate` takes it: a path is relative to the file it stands in. */
export function teamTemplate({
	template,
	file,
}: {
	template?: string | undefined;
	file?: string | undefined;
}): string | undefined {
	if (template === undefined || file === undefined || isTemplateName(template)) return template;
	return resolve(dirname(file), template);
}
