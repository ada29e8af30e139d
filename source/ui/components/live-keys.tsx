/** The keys of live mode in one row: those of the phases that are not noted yet, and the decision. */
import {Text} from 'ink';
import {Fragment, useMemo} from 'react';
import type {Retro} from '../../retro/record.ts';
import {useLive} from '../hooks/use-live.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {bindingsOf, chordLabel, keymap} from '../keymap.ts';
import {Paint} from './paint.tsx';

const commands = keymap.filter(({command}) => command.startsWith('note-')).map(({command}) => command);

/** Nothing while it is off. */
export function LiveKeys() {
	const {began} = useLive();
	const {timeline, impact} = useRetro();
	const open = useMemo(() => openCommands({timeline, impact}), [timeline, impact]);
	if (began === null) return null;
	return (
		<Text wrap="truncate">
			<Paint look="key">{'  Alt+'}</Paint>
			{bindingsOf(open).map(({command, chords, label}) => (
				<Fragment key={command}>
					<Paint look="key">{` ${chordLabel(chords[0] ?? '').replace('Alt+', '')}`}</Paint>
					<Paint look="quiet">{` ${label} `}</Paint>
				</Fragment>
			))}
		</Text>
	);
}

/** A start that the impact states needs no entry. */
function openCommands({timeline, impact}: Pick<Retro, 'timeline' | 'impact'>): string[] {
	const noted = new Set(timeline.map(({phase}) => `note-${phase}`));
	if (impact.start !== null) noted.add('note-started');
	return commands.filter((command) => !noted.has(command));
}
