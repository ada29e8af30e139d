/** The keys that work on every step: moving about, undo, the editor, saying that it is saved. */
import type {Edit} from '../../retro/edit.ts';
import type {FieldPath} from '../../retro/fields.ts';
import {mergeLine, mergeProse} from '../../retro/merge/three-way-text.ts';
import {type Step, steps} from '../../retro/steps.ts';
import {stepOf} from '../../retro/texts.ts';
import {cleanLine, cleanProse} from '../../text/clean.ts';
import {formatClock} from '../../time/format.ts';
import type {ActiveField, FieldHub} from '../active-field.ts';
import {takenBackWords} from '../earlier-words.ts';
import {listFocus} from '../focus.ts';
import {useEnvironment} from './use-environment.ts';
import {useKeys} from './use-keys.ts';
import type {Navigation} from './use-navigation.ts';
import {useSitting} from './use-sitting.ts';

/** The keys that go from step to step and from field to field, wherever the walk is. */
export function useWalkKeys(options: {
	navigation: Navigation;
	hub: FieldHub;
	active: boolean;
	/** Opens the finding nearest the caret; returns false where there is none. */
	openFinding: () => boolean;
	/** Leaves the walk for the list of retros. */
	onBack: () => void;
}): void {
	const {navigation, hub, openFinding, onBack} = options;
	const {walk, place, go, say} = navigation;
	const sitting = useSitting();
	const environment = useEnvironment();

	const back = (): void => {
		const at = listFocus(walk.focus);
		if (at !== undefined && at.id !== null) go({type: 'focus', focus: at.list});
		else if (place.returnTo !== null) go({type: 'step', step: place.returnTo});
		else onBack();
	};

	const goBackInTime = (edit: Edit | undefined, done: string, nothing: string): void => {
		const path = edit && pathOf(edit);
		if (path !== undefined && stepOf(path) !== place.step) go({type: 'step', step: stepOf(path)});
		say(edit === undefined ? nothing : done);
	};

	const undoEarlier = async (): Promise<void> => {
		const step = await sitting.undoEarlier();
		goBackInTime(step?.edit, step === undefined ? '' : takenBackWords(step, environment.now()), nothingToUndo);
	};

	const openEditor = async (): Promise<void> => {
		const field = hub.current();
		if (field === undefined) {
			say('Put the caret into a text first.');
			return;
		}
		const isTaken = await environment.editText(field.text, (edited) => takeEdited(field, hub.current(), edited));
		if (!isTaken) say('No editor could be started: set $VISUAL or $EDITOR.');
	};

	const saySaved = async (): Promise<void> => {
		await sitting.flush();
		const {save} = sitting.snapshot();
		if (save.kind === 'read-only') {
			say('Nothing is changed or saved here: a newer incident-retro wrote this retro.');
			return;
		}
		say(
			save.kind === 'saved'
				? `Saved at ${formatClock(save.at)} UTC. Every edit is, within a second.`
				: `Not saved, trying on.${save.kind === 'failed' ? ` ${save.problem.message}.` : ''}`,
		);
	};

	const run: Readonly<Record<string, () => void>> = {
		accept: () => walk.next(),
		'next-field': () => go({type: 'stop-by', by: 1, across: true}),
		'previous-field': () => go({type: 'stop-by', by: -1, across: true}),
		up: () => go({type: 'stop-by', by: -1, across: false}),
		down: () => go({type: 'stop-by', by: 1, across: false}),
		'next-step': () => go({type: 'step-by', by: 1}),
		'previous-step': () => go({type: 'step-by', by: -1}),
		undo: () => {
			if (!sitting.snapshot().canUndo) void undoEarlier();
			else goBackInTime(sitting.undo(), 'Undone. Ctrl+Y does it again.', nothingToUndo);
		},
		redo: () => goBackInTime(sitting.redo(), 'Done again.', 'Nothing to redo.'),
		finding: () => {
			if (!openFinding()) say('Nothing found in this text.');
		},
		editor: () => void openEditor(),
		saved: () => void saySaved(),
		back,
	};

	// Before anybody takes the key: what was said stands until then.
	useKeys('dialog', () => {
		say('');
		return false;
	});
	useKeys(
		'walk',
		(command) => {
			if (command === undefined) return false;
			const number = /^step-([1-8])$/.exec(command)?.[1];
			if (number !== undefined) go({type: 'step', step: steps[Number(number) - 1] as Step});
			else run[command]?.();
			return true;
		},
		options.active,
	);
}

/** Puts what an editor saved into the field, with what others wrote in it meanwhile. */
function takeEdited(before: ActiveField, now: ActiveField | undefined, edited: string): void {
	const field = now?.id === before.id ? now : before;
	const saved = field.kind === 'prose' ? cleanProse(edited).trimEnd() : cleanLine(edited).trim();
	const {text} = (field.kind === 'prose' ? mergeProse : mergeLine)(before.text, saved, field.text);
	field.replace(0, field.text.length, text);
}

const nothingToUndo = 'Nothing to undo in this sitting.';

/** The path that an edit is about, the first one's of a batch; undefined where it shows on every step. */
function pathOf(edit: Edit): FieldPath | undefined {
	switch (edit.type) {
		case 'set':
			return edit.field;
		case 'batch':
			return edit.edits[0] && pathOf(edit.edits[0]);
		case 'draft':
		case 'other':
			return undefined;
		default:
			return edit.list === 'kept' ? undefined : edit.list;
	}
}
