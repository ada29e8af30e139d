/** What a team has settled for its retros: names of time zones, wording rules, the template. */
import {access} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {lilconfig} from 'lilconfig';
import * as v from 'valibot';
import {Problem} from '../../problem.ts';
import {failure} from '../files/failure.ts';
import {teamDirectory} from '../location.ts';
import {readSettingsText, type SettingsText} from './settings-text.ts';

/** The settings as a file holds them; those of the lint are held against `lintConfigurationSchema` when it is loaded. */
export const settingsSchema = v.strictObject({
	$schema: v.pipe(v.optional(v.string()), v.description('What editors check this file by.')),
	zones: v.pipe(
		v.optional(v.record(v.string(), v.string())),
		v.description('Names that the team writes behind times, and the IANA zone or offset that each stands for.'),
	),
	mentions: v.pipe(
		v.optional(v.picklist(['names', 'roles'])),
		v.description(
			'Whether people in what is imported stand there by name, or by the role beside it in the participants.',
		),
	),
	lint: v.pipe(v.optional(v.unknown()), v.description('Settings of the lint.')),
	template: v.pipe(
		v.optional(v.string()),
		v.description('Name of the template that documents are made from, or a path to it from this file.'),
	),
});

export type Configuration = Omit<v.InferOutput<typeof settingsSchema>, '$schema'> & {
	/** The file it was read from, absolute; absent where there is none. */
	readonly file?: string;
	/** Where a value of it stands: `file:line:column`. */
	readonly placeOf?: PlaceOf;
};

/** The file, line and column of a value, by the way to it from the settings' root. */
export type PlaceOf = (path: readonly (string | number)[]) => string;

/** In each directory, the nearest first. JSON only: reading a configuration runs nobody's code. */
const places = [join(teamDirectory, 'config.json'), '.retrorc.json', 'package.json'];

/**
 * The configuration: `config.json` in the directory of retros, else the nearest `.retros/config.json`,
 * `.retrorc.json` or `retro` in `package.json` upward from there, else upward from the working directory.
 * Without any it is empty. Rejects with a `Problem` that names the file and the place of a mistake.
 */
export async function loadConfiguration(from: {
	/** The directory of retros. */
	directory: string;
	cwd: string;
	home: string;
}): Promise<Configuration> {
	const texts = new Map<string, ReadText>();
	const explorer = lilconfig('retro', {
		searchPlaces: places,
		stopDir: from.home,
		cache: false,
		loaders: {
			'.json': (path, text) => {
				const read = parsed(path, text);
				texts.set(path, read);
				return read.value;
			},
		},
	});
	const own = ownSettings(from.directory);
	try {
		const found = (await isThere(own))
			? await explorer.load(own)
			: ((await explorer.search(from.directory)) ?? (await explorer.search(from.cwd)));
		if (found === null || found.isEmpty) return {};
		const placeOf = placesIn(found.filepath, texts.get(found.filepath));
		return {...checked(found.config, placeOf), file: found.filepath, placeOf};
	} catch (error) {
		throw failure(error, 'Cannot read the configuration');
	}
}

/** The settings that lie beside the retros themselves. */
export function ownSettings(directory: string): string {
	return join(directory, 'config.json');
}

/**
 * One line for each mistake, with its place; `within` is the way to what was checked.
 * @param hint what there is to set
 */
export function mistakesIn(
	issues: readonly v.BaseIssue<unknown>[],
	placeOf: PlaceOf,
	within: readonly string[],
	hint: string,
): Problem {
	const lines = issues.slice(0, mostMistakes).map((issue) => {
		const path = [...within, ...(issue.path ?? []).map(({key}) => key as string | number)];
		const name = path.length === 0 ? 'the whole' : path.join('.');
		const what = issue.expected === 'never' ? 'is not a setting' : `should be ${expectedOf(issue)}`;
		return `${placeOf(path)}: ${name} ${what}`;
	});
	const more = issues.length - lines.length;
	return new Problem([...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'), hint);
}

/** As many as can be mended before one looks again. */
const mostMistakes = 8;

/** What is expected in our words where the schema has some, else the name of its type. */
function expectedOf({message, expected}: v.BaseIssue<unknown>): string {
	if (!message.startsWith('Invalid ')) return message;
	return expected === null ? 'something else' : expected === 'Object' ? 'an object' : expected;
}

type ReadText = Extract<SettingsText, {kind: 'read'}>;

function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}

function parsed(path: string, text: string): ReadText {
	const read = readSettingsText(text);
	if (read.kind === 'read') return read;
	throw new Problem(`${path}:${read.place} is not valid JSON: ${read.reason}`, 'Mend it, or move it away.');
}

function placesIn(file: string, text: ReadText | undefined): PlaceOf {
	const within = basename(file) === 'package.json' ? ['retro'] : [];
	return (path) => (text === undefined ? file : `${file}:${text.placeOf([...within, ...path])}`);
}

function checked(value: unknown, placeOf: PlaceOf): Omit<v.InferOutput<typeof settingsSchema>, '$schema'> {
	const result = v.safeParse(settingsSchema, value);
	if (!result.success) throw mistakesIn(result.issues, placeOf, [], 'Settings are zones, mentions, lint and template.');
	const {$schema: _, ...settings} = result.output;
	return settings;
}
