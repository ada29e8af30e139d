/**
 * An action item as one line: `prevent: Mirror production traffic @infra-team 2026-12-01`, with `p`, `d`
 * or `m` for the kind, or as the guide writes it: `[Prevent] … (Owner: @infra-team, Due: 2026-12-01)`.
 */
import {type CalendarDate, isCalendarDate} from '../time/instant.ts';
import {readTail, type Span} from './action-tail.ts';
import {type ActionItem, type ActionKind, actionKinds} from './record.ts';

export type ActionReading = {
	/** Null where the line does not begin with one. */
	readonly kind: ActionKind | null;
	readonly text: string;
	/** With its `@`; empty where none was given. */
	readonly owner: string;
	readonly due: CalendarDate | null;
	/** The due date in words: `Friday 2026-11-27`, and whether it is past; null where there is none. */
	readonly dueNote: string | null;
	/** What keeps the line from being entered: a due date that is none, which then stays in the text. */
	readonly problem: string | null;
	readonly ownerSpan: Span | null;
	readonly dueSpan: Span | null;
};

export type ActionContext = {
	readonly today: CalendarDate;
	/** Owners named before: one typed in another case is spelt as there. */
	readonly owners?: readonly string[];
};

/** Reads the line; what it lacks is empty or null. Owner and due date stand at the end, or the owner in front. */
export function readActionLine(line: string, {today, owners = []}: ActionContext): ActionReading {
	const {kind, end} = readKind(line);
	const tail = readTail(line, end, today);
	const text = line.slice(tail.textStart, tail.textEnd).trim();
	const {owner, ...rest} = tail;
	return {
		kind,
		text: rest.unread === null ? text : `${text} ${rest.unread}`.trim(),
		owner: owners.find((known) => known.toLowerCase() === owner.toLowerCase()) ?? owner,
		due: rest.due,
		dueNote: rest.dueNote,
		problem: rest.problem,
		ownerSpan: rest.ownerSpan,
		dueSpan: rest.dueSpan,
	};
}

/** What was read, in one line: `MITIGATE · @oncall · Friday 2026-11-27`, with what is missing said; empty for nothing. */
export function describeAction(reading: ActionReading): string {
	const {kind, text, owner, due, dueNote, problem} = reading;
	if (kind === null && text === '' && owner === '' && due === null && problem === null) return '';
	return [
		kind?.toUpperCase() ?? 'no kind yet: p, d or m in front',
		...(text === '' ? ['nothing to do yet'] : []),
		owner || 'no owner yet',
		problem ?? dueNote ?? 'no due date yet',
	].join(' · ');
}

/**
 * A line that reads back as the same item, for editing it in place: the short form where that is possible,
 * otherwise the guide's, which keeps words apart that look like an owner or a date.
 */
export function printActionLine({kind, text, owner, due}: Pick<ActionItem, 'kind' | 'text' | 'owner' | 'due'>): string {
	const short = [`${kind}:`, text, owner, due ?? ''].filter((part) => part !== '').join(' ');
	const readsBack = anyDays.every((today) => {
		const read = readActionLine(short, {today});
		return (
			read.kind === kind && read.text === text && read.owner === owner && read.due === due && read.problem === null
		);
	});
	if (readsBack) return short;
	const title = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
	return `[${title}] ${text} (Owner: ${owner || 'none'}, Due: ${due ?? 'none'})`;
}

/** Half a year apart: a day without its year at the end of a text reads as a date on one of them, if on any. */
const anyDays = ['2000-01-01', '2000-07-01'].filter(isCalendarDate);

const kindShapes: readonly RegExp[] = [
	/^\[(prevent|detect|mitigate)\]:?\s*/i,
	/^(prevent|detect|mitigate)\s*:\s*/i,
	/^([pdm])(?::\s*|\s+)/,
];

function readKind(line: string): {kind: ActionKind | null; end: number} {
	const start = /^\s*(?:[-*•]\s+)?(?:\[[ x]\]\s+)?/i.exec(line)?.[0].length ?? 0;
	for (const shape of kindShapes) {
		const match = shape.exec(line.slice(start));
		const kind = actionKinds.find((name) => name.startsWith(match?.[1]?.toLowerCase() ?? '-'));
		if (match !== null && kind !== undefined) return {kind, end: start + match[0].length};
	}
	return {kind: null, end: start};
}
