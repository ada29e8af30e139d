/** Loads a command's module, and with it only what that command needs. */
import type {Command} from './command.ts';
import type {CommandName} from './table.ts';

export async function loadCommand(name: CommandName): Promise<Command> {
	return (await loaders[name]()).command;
}

const loaders: Readonly<Record<CommandName, () => Promise<{command: Command}>>> = {
	new: () => import('./new.ts'),
	open: () => import('./open.ts'),
	log: () => import('./log.ts'),
	shift: () => import('./shift.ts'),
	set: () => import('./set.ts'),
	add: () => import('./add.ts'),
	import: () => import('./import.ts'),
	archive: () => import('./archive.ts'),
	delete: () => import('./delete.ts'),
	list: () => import('./list.ts'),
	show: () => import('./show.ts'),
	export: () => import('./export.ts'),
	history: () => import('./history.ts'),
	diff: () => import('./diff.ts'),
	restore: () => import('./restore.ts'),
	check: () => import('./check.ts'),
	stats: () => import('./stats.ts'),
	lint: () => import('./lint.ts'),
	lsp: () => import('./lsp.ts'),
	init: () => import('./init.ts'),
	doctor: () => import('./doctor.ts'),
	completion: () => import('./completion.ts'),
	help: () => import('./help.ts'),
	browse: () => import('./browse.ts'),
	'merge-driver': () => import('./merge-driver.ts'),
	complete: () => import('./complete.ts'),
};
