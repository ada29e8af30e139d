/** What a command takes, as data: its arguments, its flags, its help. */

export type FlagDefinition = {
	readonly type: 'boolean' | 'string' | 'number';
	/** One line for the help, lower case, without a final stop. */
	readonly summary: string;
	/** One letter. */
	readonly short?: string;
	/** What the value is called in the help: `DIR`. */
	readonly value?: string;
	/** The values that it takes; what is typed is matched without regard to case, spaces and hyphens. */
	readonly choices?: readonly string[];
	/** What else the shell completes as its value. */
	readonly completes?: Completes;
	/** Shown in the help as `--no-…`, because it is on unless somebody says so. */
	readonly on?: boolean;
};

/** Kinds of things that a shell can complete where they are not listed. */
export type Completes = 'retro' | 'template' | 'file' | 'directory';

export type FlagDefinitions = Readonly<Record<string, FlagDefinition>>;

export type ArgumentDefinition = {
	/** In capitals: `RETRO`. */
	readonly name: string;
	readonly optional?: boolean;
	/** Takes all that follow. Only for the last one. */
	readonly several?: boolean;
	readonly choices?: readonly string[];
	readonly completes?: Completes;
};

type FlagValue<Flag extends FlagDefinition> = Flag['type'] extends 'boolean'
	? boolean | undefined
	: Flag['type'] extends 'number'
		? number | undefined
		: Flag extends {readonly choices: readonly (infer Choice)[]}
			? Choice | undefined
			: string | undefined;

/** The values of a command's flags, by their names in camel case; undefined where a flag was not given. */
export type FlagValues<Flags extends FlagDefinitions> = {readonly [Name in keyof Flags]: FlagValue<Flags[Name]>};

/** All about a command but the work it does: what help and completion are made from. */
export type CommandShape<Flags extends FlagDefinitions = FlagDefinitions> = {
	readonly name: string;
	readonly arguments: readonly ArgumentDefinition[];
	/** Its own flags, in camel case; the global ones are added. */
	readonly flags: Flags;
	/** Whether it takes `--json`. */
	readonly json?: boolean;
	/** What it does, in a sentence or two: the head of its help. */
	readonly about: string;
	/** Command lines and what they do; the first is the most common. */
	readonly examples: readonly (readonly [line: string, does: string])[];
	/** What else there is to know, under its own headings. */
	readonly notes?: readonly (readonly [heading: string, text: string])[];
};

/** The flags that every command takes, in the order of the help. */
export const globalFlags = {
	store: {type: 'string', value: 'DIR', summary: 'where the retros lie', completes: 'directory'},
	color: {type: 'boolean', summary: 'with or without colour, whatever the terminal says'},
	help: {type: 'boolean', short: 'h', summary: 'show this help'},
	version: {type: 'boolean', summary: 'print the version'},
} as const satisfies FlagDefinitions;

/** The flag of the commands that print data. */
export const jsonFlag = {
	json: {type: 'boolean', summary: 'print JSON for scripts'},
} as const satisfies FlagDefinitions;

/** All flags that a command takes, its own first. */
export function flagsOf(command: Pick<CommandShape, 'flags' | 'json'>): FlagDefinitions {
	return {...command.flags, ...(command.json === true && jsonFlag), ...globalFlags};
}

/** A flag as it is typed: `--root-cause` for `rootCause`. */
export function flagName(name: string): string {
	return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
