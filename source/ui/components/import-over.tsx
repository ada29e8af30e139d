/** The Timeline step, or the rows of what was pasted into it or imported, until they are added or left. */
import {type ReactNode, useRef} from 'react';
import {isForImport} from '../../importers/paste-shape.ts';
import {listFocus} from '../focus.ts';
import {useImport} from '../hooks/use-import.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {ImportScreen} from './import-screen.tsx';

export function ImportOver({children}: {children: ReactNode}) {
	const walk = useWalk();
	const importing = useImport();
	const last = useRef({at: Number.NEGATIVE_INFINITY, length: 0});
	const {isOpen, material} = importing.desk;
	const isEditing = listFocus(walk.focus)?.part !== null;

	useKeys(
		'dialog',
		(_command, press) => {
			if (press.kind !== 'paste' || !isForImport(press.text)) return false;
			last.current = {at: performance.now(), length: press.text.length};
			importing.paste(press.text);
			return true;
		},
		walk.active && !isOpen && !isEditing,
	);
	const pasteMore = (text: string): boolean => {
		const isRest = last.current.length >= shortestPiece && performance.now() - last.current.at < heels;
		last.current = {at: performance.now(), length: text.length};
		if (material?.text === undefined) walk.say('Add these rows first, or leave them with Esc.');
		else if (isRest) importing.pasteRest(text);
		else importing.pasteMore(text);
		return true;
	};
	// Before a question takes it for its answer.
	useKeys(
		'dialog',
		(_command, press) => press.kind === 'paste' && isForImport(press.text) && pasteMore(press.text),
		walk.active && isOpen,
	);
	useKeys('import', (_command, press) => press.kind === 'paste' && pasteMore(press.text), walk.active && isOpen);
	useKeys(
		'list',
		(command) => {
			if (command !== 'import-again') return false;
			if (material === undefined) walk.say('Nothing was pasted or imported in this sitting.');
			else importing.change({isOpen: true});
			return true;
		},
		walk.active && !isOpen && !isEditing,
	);
	return isOpen ? <ImportScreen importing={importing} /> : children;
}

/** How soon after a paste another is the rest of it, in milliseconds: some terminals hand a long one over in pieces. */
const heels = 100;
/** A piece is no shorter than this, in UTF-16 units. */
const shortestPiece = 1000;
