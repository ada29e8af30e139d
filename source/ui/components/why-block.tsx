/** One Why: its question and its answer, each a field when it has the focus. */
import {Box} from 'ink';
import {changeItem} from '../../retro/edit.ts';
import {itemPath} from '../../retro/fields.ts';
import type {WhyRow} from '../../retro/whys.ts';
import {rowFocus} from '../focus.ts';
import {useIsFound} from '../hooks/use-findings.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useSitting} from '../hooks/use-sitting.ts';
import {useIsFocused, useWalk} from '../hooks/use-walk.ts';
import {useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';
import {TextField} from './text-field.tsx';

/** Most rows a block takes, while one of its fields is being edited. */
export const whyBlockRows = 4;

/** Columns of the word that every answer begins with. */
export const becauseColumns = 8;

/** Columns of the mark behind a root cause. */
const rootCauseColumns = 13;

export function WhyBlock({row: {why, branch}, number}: {row: WhyRow; number: number}) {
	const {glyphs} = useTheme();
	const {columns} = useLayout().body;
	const indent = Math.min(branch, 4) * 2;
	const isSelected = useIsFocused(rowFocus('whys', why.id));
	const width = columns - 5 - indent;
	return (
		<Box flexDirection="column" paddingLeft={indent} flexShrink={0}>
			<Box>
				<Paint look={isSelected ? 'focus' : 'quiet'}>
					{`${isSelected ? glyphs.pointer : branch > 0 ? glyphs.branch : ' '}${String(number).padStart(3)} `}
				</Paint>
				<Part why={why} part="question" columns={width} />
			</Box>
			<Box paddingLeft={5}>
				<Paint look="quiet">Because </Paint>
				<Part why={why} part="answer" columns={width - becauseColumns - (why.rootCause ? rootCauseColumns : 0)} />
				<Paint look="done">{why.rootCause ? ` ${glyphs.phase} root cause` : ''}</Paint>
			</Box>
		</Box>
	);
}

function Part({why, part, columns}: {why: WhyRow['why']; part: 'question' | 'answer'; columns: number}) {
	const sitting = useSitting();
	const walk = useWalk();
	const isFound = useIsFound();
	const {glyphs} = useTheme();
	const path = itemPath('whys', why.id, part);
	const isFocused = useIsFocused(path);
	useKeys(
		'list',
		(command) => {
			if (command !== 'edit-entry') return false;
			walk.next();
			return true;
		},
		isFocused,
	);
	if (!isFocused) {
		return (
			<Box width={columns} flexShrink={0}>
				<Paint look="warning">{isFound(path) ? glyphs.warning : ''}</Paint>
				<Paint columns={columns - 2}>{`${isFound(path) ? ' ' : '  '}${why[part]}`}</Paint>
			</Box>
		);
	}
	return (
		<Box width={columns} flexShrink={0}>
			<TextField
				id={path}
				kind="line"
				value={why[part]}
				focused
				columns={columns}
				height={whyBlockRows - 2}
				onChange={(text) => sitting.send(changeItem(sitting.snapshot().retro, 'whys', why.id, {[part]: text}), path)}
			/>
		</Box>
	);
}
