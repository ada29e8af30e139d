/** The commands of the keymap that are actions of the editing buffer by the same name. */
import type {BufferAction} from '../text/buffer.ts';

const actions = [
	'move-line-start',
	'move-line-end',
	'move-left',
	'move-right',
	'move-word-left',
	'move-word-right',
	'move-text-start',
	'move-text-end',
	'delete-backward',
	'delete-forward',
	'delete-word-backward',
	'delete-word-forward',
	'rub-out-word',
	'kill-to-start',
	'kill-to-end',
] as const satisfies readonly BufferAction['type'][];

/** The buffer's action for a command, or undefined where it is none. */
export function bufferActionOf(command: string | undefined): BufferAction | undefined {
	const type = actions.find((action) => action === command);
	return type && {type};
}
