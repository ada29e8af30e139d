/** The keys of live mode in one row: those of the phases that are not noted yet, and the decision. */
import {Text} from 'ink';
import {Fragment} from 'react';
import {useLive} from '../hooks/use-live.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {bindingsOf, chordLabel, keymap} from '../keymap.ts';
import {Paint} from './paint.tsx';

const commands = keymap.filter(({command}) => command.startsWith('note-')).map(({command}) => command);

/** Nothing while it is off. */
export function LiveKeys() {
	const {began} = useLive();
	const {timeline, impact} = useRetro();
	if (began === null) return null;
	const noted = new Set(timeline.map(({phase}) => `note-${phase}`));
	if (impact.start !== null) noted.add('note-started');
	return (
		<Text wrap="truncate">
			<Paint look="key">{'  Alt+'}</Paint>
			{bindingsOf(commands.filter((command) => !noted.has(command))).map(({command, chords, label}) => (
				<Fragment key={command}>
					<Paint look="key">{` ${chordLabel(chords[0] ?? '').replace('Alt+', '')}`}</Paint>
					<Paint look="quiet">{` ${label} `}</Paint>
				</Fragment>
			))}
		</Text>
	);
}
