/** Looks at the flags of a command line before meow does: the unknown, the empty, the doubled. */
import {wrongUse} from '../problem.ts';
import {type FlagDefinition, type FlagDefinitions, flagName} from './command-shape.ts';
import {shortened} from './quote.ts';
import {nearest} from './suggest.ts';

/**
 * Throws a `Problem` for the first flag that is not right.
 * @param words the words after the command; those that begin with `-` are flags, up to `--`
 * @param definitions by their names in camel case
 */
export function checkFlags(command: string, words: readonly string[], definitions: FlagDefinitions): void {
	const flags = new Map(Object.entries(definitions).map(([name, flag]) => [flagName(name).slice(2), flag]));
	const seen = new Set<FlagDefinition>();
	for (const [index, word] of words.entries()) {
		if (word === '--') return;
		if (!word.startsWith('-')) continue;
		const next = words[index + 1];
		const valueFollows = next !== undefined && !next.startsWith('-');
		const taking = word.startsWith('--')
			? checkLong(command, word, flags, valueFollows)
			: checkShort(command, word, flags, valueFollows);
		if (taking === undefined) continue;
		if (seen.has(taking)) throw wrongUse(`${shortened(word.split('=')[0] ?? word)} is given twice; once is enough`);
		seen.add(taking);
	}
}

type Flags = ReadonlyMap<string, FlagDefinition>;

/** The flag when it takes a value, and has one. */
function checkLong(command: string, word: string, flags: Flags, valueFollows: boolean): FlagDefinition | undefined {
	const equals = word.indexOf('=');
	const name = word.slice(2, equals < 0 ? undefined : equals);
	const negated = flags.get(name.replace(/^no-/, ''));
	const flag = flags.get(name) ?? (negated?.type === 'boolean' ? negated : undefined);
	if (flag === undefined) throw unknown(command, `--${name}`, flags);
	if (flag.type === 'boolean') {
		if (equals >= 0) throw wrongUse(`--${name} takes no value`, `Use --${name} alone, or leave it out.`);
		return undefined;
	}
	if (equals < 0 && !valueFollows) throw withoutValue(`--${name}`, flag);
	return flag;
}

function checkShort(command: string, word: string, flags: Flags, valueFollows: boolean): FlagDefinition | undefined {
	for (const [index, letter] of [...word.slice(1)].entries()) {
		const flag = [...flags.values()].find(({short}) => short === letter);
		if (flag === undefined) throw unknown(command, `-${letter}`, flags);
		if (flag.type === 'boolean') continue;
		if (index + 2 >= word.length && !valueFollows) throw withoutValue(`-${letter}`, flag);
		return flag;
	}
	return undefined;
}

function withoutValue(name: string, {value = 'VALUE', choices}: FlagDefinition): Error {
	return wrongUse(
		`${name} needs a value`,
		choices === undefined ? `Write it as ${name} ${value}.` : `It is one of: ${choices.join(', ')}.`,
	);
}

function unknown(command: string, name: string, flags: Flags): Error {
	const names = [...flags].flatMap(([flag, {type, on}]) =>
		type === 'boolean' && on === true ? [`no-${flag}`] : [flag],
	);
	const near = name.startsWith('--') ? nearest(name.slice(2), names) : undefined;
	const place = command === 'browse' ? 'retro --help' : `retro help ${command}`;
	const hint = near === undefined ? `See ${place} for all flags.` : `Did you mean --${near}?`;
	return wrongUse(`Unknown flag ${shortened(name)}`, `${hint} Text that begins with a hyphen goes after --.`);
}
