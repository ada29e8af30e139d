/** What git leaves out: the `.gitignore` files of a repository, from its top to a directory. */
import {access, readFile} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';
import ignore, {type Ignore} from 'ignore';

/** The rules of one `.gitignore`, which are about paths below its directory. */
type Rules = {readonly directory: string; readonly rules: Ignore};

/** The rules that hold in a directory, those of the outermost `.gitignore` first. */
export type IgnoreRules = readonly Rules[];

/**
 * The rules that hold in a directory by the `.gitignore` files above it, up to the top of its repository. A
 * directory that git leaves out has none: somebody has asked for it by name.
 * @param directory absolute
 */
export async function rulesAbove(directory: string): Promise<IgnoreRules> {
	let rules: IgnoreRules = [];
	for (const [index, parent] of (await parentsInRepository(directory)).entries()) {
		if (index > 0 && isIgnored(parent, true, rules)) return [];
		rules = await withRulesOf(parent, rules);
	}
	return isIgnored(directory, true, rules) ? [] : rules;
}

/** The rules with those of the directory's own `.gitignore`; one that cannot be read says nothing. */
export async function withRulesOf(directory: string, rules: IgnoreRules): Promise<IgnoreRules> {
	const text = await readFile(join(directory, '.gitignore'), 'utf8').catch(() => '');
	return text === '' ? rules : [...rules, {directory, rules: ignore({ignorecase: ignoresCase}).add(text)}];
}

/** Whether git leaves the path out; the `.gitignore` next to it speaks last. */
export function isIgnored(path: string, isDirectory: boolean, all: IgnoreRules): boolean {
	for (const {directory, rules} of all.toReversed()) {
		const inside = relative(directory, path).split(sep).join('/');
		const {ignored, unignored} = rules.test(isDirectory ? `${inside}/` : inside);
		if (ignored || unignored) return ignored;
	}
	return false;
}

/** As git sets it up where file systems usually do not tell capitals apart. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/** The directories above one, from the top of its repository; none where there is no repository. */
async function parentsInRepository(directory: string): Promise<string[]> {
	const parents: string[] = [];
	for (let at = directory; ; at = dirname(at)) {
		if (at !== directory) parents.unshift(at);
		if (await isThere(join(at, '.git'))) return parents;
		if (dirname(at) === at) return [];
	}
}

function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}
