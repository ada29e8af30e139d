/**
 * Every key as data. The screens ask here what a key means; the footer, the help screen and the key
 * table of the readme are made from it.
 *
 * A chord is written as modifiers and a name in lower case: `ctrl+r`, `alt+enter`, `pagedown`.
 */

/** Where a command is listened to, from the innermost out: the first that knows the chord takes it. */
export type KeyContext = 'dialog' | 'text' | 'live' | 'list' | 'import' | 'walk' | 'review' | 'browse' | 'app';

export type KeyBinding = {
	readonly command: string;
	readonly context: KeyContext;
	readonly chords: readonly string[];
	/** For the footer: two words at most. */
	readonly label: string;
	/** For the help screen and the readme: what it does. */
	readonly about: string;
};

/** A command for the footer, or a command with a label that says it better there. */
export type KeyHint = string | readonly [command: string, label: string];

const bindings = [
	bind('accept', 'walk', ['enter'], 'next field', 'Accept the field and go on to the next; enter a line'),
	bind(
		'break-line',
		'text',
		['alt+enter', 'ctrl+j', 'shift+enter'],
		'new line',
		'Break the line in a text of several lines',
	),
	bind('next-field', 'walk', ['tab'], 'next field', 'Next field'),
	bind('previous-field', 'walk', ['shift+tab'], 'field before', 'Field before'),
	bind('next-step', 'walk', ['pagedown'], 'next step', 'Next step'),
	bind('previous-step', 'walk', ['pageup'], 'step before', 'Step before'),
	...[1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
		bind(`step-${number}`, 'walk', [`alt+${number}`], `step ${number}`, `Go to step ${number}`),
	),
	bind('up', 'walk', ['up'], 'up', 'Line or entry above'),
	bind('down', 'walk', ['down'], 'down', 'Line or entry below'),
	bind('back', 'walk', ['escape'], 'back', 'Back one level; nothing that was typed is dropped'),
	bind('finding', 'walk', ['ctrl+r'], 'reword', 'Open the finding nearest the caret: why, wordings to take, keep it'),
	bind('undo', 'walk', ['ctrl+z'], 'undo', 'Undo, and on into earlier sittings'),
	bind('redo', 'walk', ['ctrl+y'], 'redo', 'Redo what was undone'),
	bind('editor', 'walk', ['ctrl+o'], 'editor', 'Open the field in $VISUAL or $EDITOR'),
	bind('saved', 'walk', ['ctrl+s'], 'save', 'Say that it is saved (every edit is, within a second)'),

	bind('edit-entry', 'list', ['enter'], 'edit', 'Edit the entry in its place'),
	bind('delete-entry', 'list', ['delete', 'backspace'], 'delete', 'Delete the entry (Ctrl+Z brings it back)'),
	bind('move-up', 'list', ['alt+up'], 'move up', 'Move the entry up where the order is free'),
	bind('move-down', 'list', ['alt+down'], 'move down', 'Move the entry down where the order is free'),
	bind('phase', 'list', ['alt+p'], 'phase', 'Timeline: give the entry the next phase, started to resolved, then none'),
	bind('readings', 'list', ['alt+z'], 'other time', 'Choose among the readings of a time that has several'),
	bind('branch', 'list', ['alt+n'], 'branch', 'Root cause: ask Why once more of the same answer, as a branch'),
	bind('root-cause', 'list', ['alt+c'], 'root cause', 'Root cause: mark the answer as the root cause, or unmark it'),
	bind('done', 'list', ['alt+d'], 'done', 'Action items: open, done, dropped'),

	bind('mark', 'list', ['space'], 'mark', 'Timeline: mark the entry or unmark it, and go on'),
	bind('mark-above', 'list', ['shift+up'], 'mark up', 'Timeline: mark the entry and the one above'),
	bind('mark-below', 'list', ['shift+down'], 'mark down', 'Timeline: mark the entry and the one below'),
	bind('mark-all', 'list', ['ctrl+a'], 'mark all', 'Timeline: mark all entries, or none'),
	bind('shift', 'list', ['alt+s'], 'shift', 'Timeline: shift the times of what is marked'),
	bind('import-again', 'list', ['alt+v'], 'paste again', 'Timeline: open the last paste or import once more'),

	bind('live', 'live', ['alt+l'], 'live', 'Note live, while the incident runs; or end it'),
	bind('note-started', 'live', ['alt+u'], 'start', 'Enter the line as the start of the impact'),
	bind('note-detected', 'live', ['alt+w'], 'detect', 'Enter the line as what detected it'),
	bind('note-acknowledged', 'live', ['alt+a'], 'ack', 'Enter the line as the acknowledgement'),
	bind('note-declared', 'live', ['alt+i'], 'declare', 'Enter the line as the declaration'),
	bind('note-mitigated', 'live', ['alt+m'], 'mitigate', 'Enter the line as the mitigation'),
	bind('note-resolved', 'live', ['alt+r'], 'resolve', 'Enter the line as the resolution'),
	bind('note-decision', 'live', ['alt+g'], 'decide', 'Enter the line as a decision, or begin one'),

	bind('import-write', 'import', ['enter'], 'add', 'Add all rows that are in; one Ctrl+Z takes them back'),
	bind('import-toggle', 'import', ['space'], 'in or out', 'Put the row in or leave it out'),
	bind('import-all', 'import', ['a'], 'all, none', 'Put all rows in that are shown, or none of them'),
	bind('import-filter', 'import', ['/'], 'filter', 'Show only some rows: words, @author, :reaction:'),
	bind('import-window', 'import', ['w'], 'window', 'Leave out what lies before or after a time'),
	bind('import-zone', 'import', ['z'], 'day, zone', 'Answer anew which day and zone the times are of'),
	bind('import-page-down', 'import', ['pagedown'], 'page down', 'Rows further down; Home and End go to the ends'),
	bind('import-page-up', 'import', ['pageup'], 'page up', 'Rows further up'),
	bind('import-cancel', 'import', ['escape'], 'back', 'Back; nothing is added, and nothing that was pasted is lost'),

	bind('jump', 'review', ['enter'], 'go there', 'Review: go to what is open; Escape comes back'),
	bind('export', 'review', ['e'], 'export', 'Review: write the document to a file'),
	bind('copy', 'review', ['c'], 'copy', 'Review: copy the document to the clipboard'),
	bind('template', 'review', ['t'], 'template', 'Review: choose the template'),
	bind('final', 'review', ['f'], 'final', 'Review: call the retro final, or a draft again'),
	bind('reword', 'review', ['r'], 'reword', 'Review: go through the findings one by one, with their wordings'),
	bind('keep', 'review', ['k'], 'keep', 'Review: keep a finding as it is, with a reason'),
	bind('scroll-down', 'review', ['space', 'right'], 'scroll', 'Review: scroll the document'),
	bind('scroll-up', 'review', ['b', 'left'], 'scroll back', 'Review: scroll the document back'),

	bind('open', 'browse', ['enter'], 'open', 'Open the retro'),
	bind('start', 'browse', ['ctrl+n', 'n'], 'new retro', 'Start a retro (n while the filter is empty)'),
	bind('leave-browse', 'browse', ['escape'], 'clear, leave', 'Clear the filter, then leave'),

	bind('take', 'dialog', ['enter'], 'take', 'Take the choice'),
	bind(
		'always',
		'dialog',
		['a'],
		'always',
		'A time of several readings: take it, and read those letters so from now on',
	),
	bind('cancel', 'dialog', ['escape'], 'back', 'Back without a change'),

	bind('keys', 'app', ['ctrl+g', '?'], 'keys', 'All keys (? outside a text)'),
	bind('leave', 'app', ['ctrl+c'], 'leave', 'Leave at once; everything is saved'),

	bind('move-line-start', 'text', ['ctrl+a', 'home'], 'line start', 'To the start of the line'),
	bind('move-line-end', 'text', ['ctrl+e', 'end'], 'line end', 'To the end of the line'),
	bind('move-left', 'text', ['ctrl+b', 'left'], 'left', 'Left'),
	bind('move-right', 'text', ['ctrl+f', 'right'], 'right', 'Right'),
	bind('move-word-left', 'text', ['alt+b', 'ctrl+left', 'alt+left'], 'word left', 'Word left'),
	bind('move-word-right', 'text', ['alt+f', 'ctrl+right', 'alt+right'], 'word right', 'Word right'),
	bind('move-text-start', 'text', ['ctrl+home'], 'text start', 'To the start of the text'),
	bind('move-text-end', 'text', ['ctrl+end'], 'text end', 'To the end of the text'),
	bind('delete-backward', 'text', ['backspace', 'shift+backspace'], 'delete', 'Delete the character before the caret'),
	bind('delete-forward', 'text', ['delete', 'ctrl+d'], 'delete', 'Delete the character under the caret'),
	bind('rub-out-word', 'text', ['ctrl+w'], 'delete word', 'Delete back to the white space before the caret'),
	bind('delete-word-backward', 'text', ['alt+backspace'], 'delete word', 'Delete the word before the caret'),
	bind('delete-word-forward', 'text', ['alt+d', 'alt+delete'], 'delete word', 'Delete the word after the caret'),
	bind('kill-to-start', 'text', ['ctrl+u'], 'delete line', 'Delete to the start of the line'),
	bind('kill-to-end', 'text', ['ctrl+k'], 'delete line', 'Delete to the end of the line'),
] as const satisfies readonly KeyBinding[];

export const keymap: readonly KeyBinding[] = bindings;

/** What the contexts call what a chord does there, for the help screen and the readme. */
export const contextTitles: Readonly<Record<KeyContext, string>> = {
	walk: 'In the walk',
	list: 'On an entry of a list',
	live: 'Noting live, in the Timeline',
	text: 'In a text',
	import: 'In the rows of a paste or an import',
	review: 'In the review',
	browse: 'In the list of retros',
	dialog: 'In a dialog',
	app: 'Everywhere',
};

/** The command of a chord in one context, or undefined where it means nothing there. */
export function commandOf(context: KeyContext, chord: string): string | undefined {
	return byChord.get(`${context} ${chord}`);
}

/** The bindings for a footer, in the order asked for. Throws for a command that does not exist. */
export function bindingsOf(commands: readonly string[]): KeyBinding[] {
	return commands.map((name) => {
		const found = keymap.find(({command}) => command === name);
		if (found === undefined) throw new Error(`No key is bound to ${name}`);
		return found;
	});
}

const chordNames: Readonly<Record<string, string>> = {
	ctrl: 'Ctrl',
	alt: 'Alt',
	shift: 'Shift',
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	backspace: 'Backspace',
	delete: 'Delete',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
	home: 'Home',
	end: 'End',
	space: 'Space',
};

/** A chord as people write it: `Ctrl+R`, `PgDn`, `e`. */
export function chordLabel(chord: string): string {
	const parts = chord.split('+');
	return parts.map((part) => chordNames[part] ?? (parts.length > 1 ? part.toUpperCase() : part)).join('+');
}

function bind(
	command: string,
	context: KeyContext,
	chords: readonly string[],
	label: string,
	about: string,
): KeyBinding {
	return {command, context, chords, label, about};
}

const byChord = new Map<string, string>(
	keymap.flatMap(({command, context, chords}) =>
		chords.map((chord): [string, string] => [`${context} ${chord}`, command]),
	),
);
