/** What a team has settled for its retros: names of time zones, wording rules, the template. */
import {access} from 'node:fs/promises';
import {join} from 'node:path';
import {lilconfig} from 'lilconfig';
import * as v from 'valibot';
import {Problem} from '../problem.ts';
import {failure} from './failure.ts';
import {teamDirectory} from './location.ts';

const schema = v.strictObject({
	/** Names that the team writes behind times, and the IANA zone or offset that each stands for. */
	zones: v.optional(v.record(v.string(), v.string())),
	/** Settings of the wording rules; the lint holds them against its own schema. */
	lint: v.optional(v.unknown()),
	/** Name or path of the template that documents are made from. */
	template: v.optional(v.string()),
});

export type Configuration = v.InferOutput<typeof schema> & {
	/** The file it was read from, absolute; absent where there is none. */
	readonly file?: string;
};

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
	const explorer = lilconfig('retro', {
		searchPlaces: places,
		stopDir: from.home,
		cache: false,
		loaders: {'.json': parse},
	});
	const own = join(from.directory, 'config.json');
	try {
		const found = (await isThere(own))
			? await explorer.load(own)
			: ((await explorer.search(from.directory)) ?? (await explorer.search(from.cwd)));
		return found === null || found.isEmpty ? {} : {...checked(found.config, found.filepath), file: found.filepath};
	} catch (error) {
		throw failure(error, 'Cannot read the configuration');
	}
}

function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}

function parse(path: string, content: string): unknown {
	try {
		return JSON.parse(content.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new Problem(`${path} is not valid JSON: ${(error as Error).message}`, 'Mend it, or move it away.');
	}
}

function checked(value: unknown, file: string): v.InferOutput<typeof schema> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const place = v.getDotPath(issue) ?? 'the whole';
	const mistake = issue.expected === 'never' ? 'is not a setting' : `should be ${issue.expected}`;
	throw new Problem(`${file}: ${place} ${mistake}`, 'Settings are zones, lint and template.');
}
