/** What becomes of a row that is being edited when somebody else deletes it: what was typed goes into the new line. */
import {useEffect, useState} from 'react';
import type {ListName} from '../../retro/fields.ts';
import type {Retro} from '../../retro/record.ts';
import type {FieldHub} from '../active-field.ts';
import {lostRow} from '../focus.ts';
import type {Navigation} from './use-navigation.ts';
import {useSitting} from './use-sitting.ts';

/** Moves the focus there too, so that whoever goes on typing does so behind it. */
export function useLostRow({walk, say}: Navigation, hub: FieldHub): void {
	const sitting = useSitting();
	const [typed, setTyped] = useState<{list: ListName; text: string}>();
	const {focus, leaving, setFocus} = walk;

	useEffect(
		() =>
			sitting.subscribe((told) => {
				const {retro} = sitting.snapshot();
				const list = told?.kind === 'merged' ? lostRow(focus, retro) : undefined;
				if (list === undefined) return;
				const text = draftOf(retro, focus);
				sitting.send(text === '' ? undefined : {type: 'draft', place: focus, text: '', was: text});
				// There is no row to take over what was typed.
				leaving.current = null;
				setFocus(list);
				setTyped({list, text});
			}),
		[sitting, focus, leaving, setFocus],
	);

	useEffect(() => {
		const field = hub.current();
		if (typed === undefined || field?.id !== typed.list) return;
		const line = [field.text.trim(), typed.text].filter((part) => part !== '').join(' ');
		field.replace(0, field.text.length, line);
		say(
			typed.text === ''
				? 'Somebody else deleted the row you were in.'
				: 'Somebody else deleted that row. What you typed is in the line: Enter adds it.',
		);
		setTyped(undefined);
	}, [hub, typed, say]);
}

function draftOf({drafts}: Retro, place: string): string {
	return drafts?.[place] ?? '';
}
