/** All commands, in the order of the help. What each one takes and does stands in its own module. */

export type TableRow = {
	readonly name: string;
	/** As it is called, without `retro`. */
	readonly usage: string;
	/** One line, at most 48 columns. */
	readonly summary: string;
	/** Heading in the overview; rows without one are not shown. */
	readonly group?: 'Write' | 'Read' | 'Around it';
};

export const table = [
	{
		name: 'new',
		usage: 'new [TITLE]',
		summary: 'start a retro and walk through it',
		group: 'Write',
	},
	{
		name: 'open',
		usage: 'open [RETRO]',
		summary: 'go on where it was left',
		group: 'Write',
	},
	{
		name: 'log',
		usage: 'log [RETRO] ENTRY',
		summary: 'add a timeline entry from any shell',
		group: 'Write',
	},
	{
		name: 'shift',
		usage: 'shift RETRO BY',
		summary: 'move entries of a clock that ran wrong',
		group: 'Write',
	},
	{
		name: 'set',
		usage: 'set RETRO FIELD VALUE',
		summary: 'set one field',
		group: 'Write',
	},
	{
		name: 'add',
		usage: 'add RETRO LIST VALUE',
		summary: 'add a why, a lesson, an action item …',
		group: 'Write',
	},
	{
		name: 'import',
		usage: 'import FILE|DIR|-',
		summary: 'take in chats, alerts, logs; or a retro',
		group: 'Write',
	},
	{
		name: 'restore',
		usage: 'restore RETRO VERSION',
		summary: 'take an old version back',
		group: 'Write',
	},
	{
		name: 'archive',
		usage: 'archive RETRO',
		summary: 'out of the way, and back',
		group: 'Write',
	},
	{
		name: 'delete',
		usage: 'delete [RETRO]',
		summary: 'into the trash, and back',
		group: 'Write',
	},
	{
		name: 'list',
		usage: 'list',
		summary: 'the retros as a table',
		group: 'Read',
	},
	{
		name: 'show',
		usage: 'show [RETRO]',
		summary: 'the document, styled for the terminal',
		group: 'Read',
	},
	{
		name: 'export',
		usage: 'export [RETRO]',
		summary: 'the document as markdown, the record as JSON',
		group: 'Read',
	},
	{
		name: 'history',
		usage: 'history RETRO',
		summary: 'the versions that were kept of it',
		group: 'Read',
	},
	{
		name: 'diff',
		usage: 'diff RETRO [VERSION…]',
		summary: 'what changed, in words',
		group: 'Read',
	},
	{
		name: 'check',
		usage: 'check [RETRO]',
		summary: 'what is still open before it can be final',
		group: 'Read',
	},
	{
		name: 'stats',
		usage: 'stats',
		summary: 'how long detecting and resolving takes',
		group: 'Read',
	},
	{
		name: 'lint',
		usage: 'lint [FILE…|DIR|-]',
		summary: 'check the wording and times of any markdown',
		group: 'Read',
	},
	{
		name: 'lsp',
		usage: 'lsp',
		summary: 'the same in your editor, while you type',
		group: 'Read',
	},
	{
		name: 'init',
		usage: 'init',
		summary: 'share the retros of a team in its repository',
		group: 'Around it',
	},
	{
		name: 'doctor',
		usage: 'doctor',
		summary: 'look over all that is stored, and mend it',
		group: 'Around it',
	},
	{
		name: 'completion',
		usage: 'completion SHELL',
		summary: 'completion script for bash, zsh, fish',
		group: 'Around it',
	},
	{
		name: 'help',
		usage: 'help [COMMAND]',
		summary: 'help on a command',
		group: 'Around it',
	},
	{
		name: 'browse',
		usage: '',
		summary: 'browse the retros',
	},
	{
		name: 'merge-driver',
		usage: 'merge-driver BASE OURS THEIRS',
		summary: 'what git asks to merge two versions of a retro',
	},
	{
		name: 'complete',
		usage: 'complete -- WORDS',
		summary: 'what the completion scripts ask',
	},
] as const satisfies readonly TableRow[];

export type CommandName = (typeof table)[number]['name'];

/** The commands that people call by name. */
export const visibleRows: readonly (TableRow & {readonly name: CommandName})[] = table.filter((row) => 'group' in row);

/** The row of a command, hidden ones included, or undefined where there is none of that name. */
export function rowOf(name: string): (TableRow & {readonly name: CommandName}) | undefined {
	return table.find((row) => row.name === name);
}
