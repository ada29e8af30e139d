/**
 * Reads a command line with meow, in two stages: which command, then that command's own flags. meow
 * ends the process or throws on what it does not know, so everything that people can mistype is looked
 * at before it is asked, and answered as a `Problem`.
 */
import meow, {type AnyFlags} from 'meow';
import {wrongUse} from '../problem.ts';
import {checkFlags} from './check-flags.ts';
import {
	type ArgumentDefinition,
	type CommandShape,
	type FlagDefinitions,
	flagName,
	flagsOf,
	globalFlags,
	jsonFlag,
} from './command-shape.ts';
import {quoted} from './quote.ts';
import {chosen, nearest} from './suggest.ts';

/** Which command is meant, and all other words in their order: flags may stand before the command. */
export function splitCommand(argv: readonly string[]): {name: string | undefined; rest: string[]} {
	const words = argv.map(shield);
	// Every word may be the command, so that an unknown one is handed back instead of ending the process.
	const commands = ['help', ...words.filter((word) => word !== '' && !word.startsWith('-') && !/\s/.test(word))];
	const {command, input} = meow({...options({...globalFlags, ...jsonFlag}, words), commands});
	if (command === undefined) return {name: undefined, rest: [...argv]};
	const place = words.length - input.length - 1;
	return {name: unshield(command, argv), rest: argv.filter((_, index) => index !== place)};
}

/** Whether help was asked for: `--help` or `-h` anywhere before `--`. */
export function wantsHelp(argv: readonly string[]): boolean {
	return beforeSeparator(argv).some((word) => word === '--help' || word === '-h');
}

export type Parsed = {readonly arguments: readonly string[]; readonly flags: Readonly<Record<string, unknown>>};

/** The arguments and flags of a command. Throws a `Problem` that says what to type instead. */
export function parseArguments(command: CommandShape, rest: readonly string[]): Parsed {
	const definitions = flagsOf(command);
	const words = rest.map(shield);
	checkFlags(command.name, words, definitions);
	const {input, flags} = meow(options(definitions, words));
	const values = Object.entries(definitions).map(([name, definition]) => {
		const value: unknown = flags[name];
		const text = typeof value === 'string' ? unshield(value, rest) : undefined;
		return [name, text === undefined ? value : flagValue(name, text, definition)];
	});
	const given = input.map((word) => unshield(String(word), rest));
	checkArguments(command, given);
	return {arguments: given, flags: Object.fromEntries(values)};
}

function options(definitions: FlagDefinitions, argv: string[]) {
	const flags: AnyFlags = Object.fromEntries(
		Object.entries(definitions).map(([name, {type, short}]) => [
			name,
			// A number is read by us: meow makes NaN of what is none.
			{type: type === 'boolean' ? 'boolean' : 'string', ...(short !== undefined && {shortFlag: short})},
		]),
	);
	return {
		// It only looks whether there is one; the bundle, being CommonJS, has nothing but the address.
		importMeta: {...import.meta, url: import.meta.url},
		pkg: {name: 'retro'},
		argv,
		flags,
		autoHelp: false,
		autoVersion: false,
		booleanDefault: undefined,
		description: false,
		help: false,
	} as const;
}

/**
 * Words that are text to people and a flag, or a flag's value, to the parser: `-` (standard input),
 * `-5m page closed`, an empty value, `true`. They go through it as their index behind a NUL, which no
 * word of a command line can hold.
 */
function shield(word: string, index: number): string {
	const isText = /^(?:|-|true|false|-\d.*|-[^=]*\s.*)$/su.test(word);
	return isText ? `\0${index}` : word;
}

function unshield(word: string, argv: readonly string[]): string {
	return word.startsWith('\0') ? (argv[Number(word.slice(1))] ?? '') : word;
}

function beforeSeparator(argv: readonly string[]): readonly string[] {
	const separator = argv.indexOf('--');
	return separator < 0 ? argv : argv.slice(0, separator);
}

function flagValue(name: string, text: string, definition: FlagDefinitions[string]): string | number {
	if (definition.type === 'number') {
		if (/^\d{1,9}$/.test(text)) return Number(text);
		throw wrongUse(`${flagName(name)} takes a whole number, and ${quoted(text)} is none`);
	}
	return definition.choices === undefined ? text : choiceOf(text, definition.choices, flagName(name));
}

/** The choice that was meant, or a `Problem` that lists them. `what` names the flag or argument. */
export function choiceOf<Choice extends string>(text: string, choices: readonly Choice[], what: string): Choice {
	const choice = chosen(text, choices);
	if (choice !== undefined) return choice;
	const near = nearest(text, choices);
	throw wrongUse(
		`${what} cannot be ${quoted(text)}`,
		`${near === undefined ? '' : `Did you mean ${near}? `}It is one of: ${choices.join(', ')}.`,
	);
}

function checkArguments(command: CommandShape, given: readonly string[]): void {
	const missing = command.arguments.filter(({optional}) => optional !== true)[given.length];
	if (missing !== undefined) {
		throw wrongUse(`retro ${command.name} needs ${article(missing)}`, hintOf(command));
	}
	const surplus = given[command.arguments.length];
	if (surplus !== undefined && command.arguments.at(-1)?.several !== true) {
		const quoting = command.examples.map(([line]) => line).find((line) => /^retro .*"/.test(line));
		const example = quoting === undefined ? hintOf(command) : `For example: ${quoting}`;
		const hint = command.arguments.length === 0 ? example : `Put words that belong together in quotes. ${example}`;
		throw wrongUse(`retro ${command.name} does not know what to do with ${quoted(surplus)}`, hint);
	}
}

function article({name}: ArgumentDefinition): string {
	return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

function hintOf(command: CommandShape): string {
	const own = command.examples.map(([line]) => line).find((line) => line.startsWith(`retro ${command.name}`));
	return `For example: ${own ?? command.examples[0]?.[0] ?? `retro help ${command.name}`}`;
}
