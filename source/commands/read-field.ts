/** Reads the value of a field as it is typed on a command line. */
import {wrongUse} from '../problem.ts';
import {type FieldName, type FieldValues, fieldNames} from '../retro/fields.ts';
import {severities, statuses} from '../retro/record.ts';
import {cleanLine, cleanProse} from '../text/clean.ts';
import type {TimeContext} from '../time/context.ts';
import {readDate} from '../time/date.ts';
import {type CalendarDate, dateOf, type Instant} from '../time/instant.ts';
import {readMoment} from '../time/moment.ts';
import {choiceOf} from './parse.ts';
import {quoted} from './quote.ts';
import {chosen, nearest} from './suggest.ts';
import {timeProblem} from './time-problem.ts';

type Readers = {readonly [Name in FieldName]: (text: string, context: TimeContext) => FieldValues[Name]};

const line = (text: string): string => cleanLine(text).trim();

/** An empty text clears a field. */
const readers: Readers = {
	title: line,
	severity: (text) => (text.trim() === '' ? null : choiceOf(text, severities, 'severity')),
	status: (text) => choiceOf(text, statuses, 'status'),
	date: readCalendarDate,
	facilitator: line,
	participants: names,
	services: names,
	summary: (text) => cleanProse(text).trim(),
	'impact.start': readInstant,
	'impact.end': readInstant,
	'impact.users': line,
	'impact.revenue': line,
	'impact.data': line,
};

/** The value of a field. Throws a `Problem` that says what it can be. */
export function readField<Name extends FieldName>(name: Name, text: string, context: TimeContext): FieldValues[Name] {
	return readers[name](text, context);
}

/** The field that was meant. Throws a `Problem` with the one that is near, or all of them. */
export function fieldNameOf(typed: string): FieldName {
	const name = chosen(typed, fieldNames);
	if (name !== undefined) return name;
	if (/^(?:impact\.)?duration$/i.test(typed)) {
		throw wrongUse('The duration is computed, not set', 'Set impact.start and impact.end.');
	}
	const inside = fieldNames.find((field) => chosen(`impact.${typed}`, [field]) !== undefined);
	const near = inside ?? nearest(typed, fieldNames);
	throw wrongUse(
		`There is no field ${quoted(typed)}`,
		`${near === undefined ? '' : `Did you mean ${near}? `}Fields: ${fieldNames.join(', ')}.`,
	);
}

/** Names between commas, each once. */
function names(text: string): string[] {
	const all = text.split(/[,\n]/).map(line);
	return [...new Set(all)].filter((name) => name !== '');
}

function readInstant(text: string, context: TimeContext): Instant | null {
	const reading = readMoment(cleanLine(text), context);
	switch (reading.kind) {
		case 'empty':
			return null;
		case 'moment':
			return reading.at;
		case 'refused':
			throw timeProblem(reading);
	}
}

function readCalendarDate(text: string, {now}: TimeContext): CalendarDate | null {
	const reading = readDate(cleanLine(text), dateOf(now));
	switch (reading.kind) {
		case 'empty':
			return null;
		case 'date':
			return reading.date;
		case 'refused':
			throw wrongUse(reading.message, reading.hint);
	}
}
