/** An action item as a row: kind, text, owner, due date and how far away it is. */
import {Text} from 'ink';
import {memo} from 'react';
import type {ActionItem} from '../../retro/record.ts';
import {padEnd, truncate} from '../../text/columns.ts';
import type {Instant} from '../../time/instant.ts';
import {type CalendarDate, millisecondsOf} from '../../time/instant.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

const kindColumns = 10;
const ownerColumns = 16;
const dueColumns = 12;
/** Columns of how far away the date is, and the width of the body from which there is room to say so. */
const distanceColumns = 9;
const distanceFrom = 96;

export const ActionRow = memo(function ActionRow({
	item,
	today,
	columns,
	isSelected,
	isFound,
}: {
	item: ActionItem;
	today: CalendarDate;
	columns: number;
	isSelected: boolean;
	isFound: boolean;
}) {
	const {glyphs} = useTheme();
	const isWide = columns >= 70;
	const hasDistance = columns >= distanceFrom;
	const aside = isWide ? ownerColumns + dueColumns + (hasDistance ? distanceColumns : 0) : 2;
	const room = Math.max(1, columns - 2 - kindColumns - aside - 1);
	const status = item.status === 'open' ? '' : `${item.status}: `;
	const text = `${isFound ? `${glyphs.warning} ` : ''}${status}${item.text}`;
	const isMissing = item.owner === '' || item.due === null;
	return (
		<Text wrap="truncate">
			<Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>
			<Paint look="phase">{item.kind.toUpperCase().padEnd(kindColumns)}</Paint>
			<Paint look={isSelected ? 'selected' : item.status === 'open' ? 'plain' : 'quiet'}>
				{`${padEnd(truncate(text, room, glyphs.ellipsis), room)} `}
			</Paint>
			{isWide ? (
				<OwnerAndDue owner={item.owner} due={item.due} today={today} hasDistance={hasDistance} />
			) : (
				<Paint look={isMissing ? 'failure' : 'done'}>{isMissing ? glyphs.blocker : glyphs.complete}</Paint>
			)}
		</Text>
	);
});

function OwnerAndDue({
	owner,
	due,
	today,
	hasDistance,
}: Pick<ActionItem, 'owner' | 'due'> & {today: CalendarDate; hasDistance: boolean}) {
	const {glyphs} = useTheme();
	const isPast = due !== null && due < today;
	const name = truncate(owner === '' ? 'nobody yet' : owner, ownerColumns - 2, glyphs.ellipsis);
	return (
		<>
			<Paint look={owner === '' ? 'failure' : 'plain'}>{padEnd(name, ownerColumns)}</Paint>
			<Paint look={due === null || isPast ? 'failure' : 'quiet'}>
				{padEnd(due === null ? 'no date' : isPast ? `${due} ${glyphs.warning}` : due, dueColumns)}
			</Paint>
			<Paint look="quiet">{hasDistance && due !== null ? distance(due, today) : ''}</Paint>
		</>
	);
}

/** How far a date is from today, in whole days. */
function distance(due: CalendarDate, today: CalendarDate): string {
	const days = Math.round((dayStart(due) - dayStart(today)) / 86_400_000);
	return days === 0 ? 'today' : days > 0 ? `in ${days} d` : `${-days} d ago`;
}

function dayStart(date: CalendarDate): number {
	return millisecondsOf(`${date}T00:00:00Z` as Instant);
}
