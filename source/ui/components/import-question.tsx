/** What an import leaves open about its times, asked once for all rows: the day, the zone, a time for plain lines. */
import {Box} from 'ink';
import {type ReactNode, useState} from 'react';
import type {Answers, Question} from '../../importers/questions.ts';
import {readDeclaredZone} from '../../importers/zone.ts';
import {readDate} from '../../time/date.ts';
import {formatOffset, printMoment} from '../../time/format.ts';
import {type CalendarDate, dateOf, type Instant} from '../../time/instant.ts';
import {readMoment} from '../../time/moment.ts';
import type {Zone} from '../../time/zone-part.ts';
import type {ZoneReading} from '../../time/zones.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {Choice} from './choice.tsx';
import {Paint} from './paint.tsx';
import {Prompt} from './prompt.tsx';

/** Most readings of an abbreviation that are shown at once. */
const mostChoices = 6;

/** Rows that a question takes. */
export function questionRows(question: Question): number {
	return question.kind === 'abbreviation' ? 1 + Math.min(mostChoices, question.choices.length) : 2;
}

export function ImportQuestion({
	question,
	day,
	at,
	fitsLine,
	columns,
	active,
	onAnswer,
}: {
	question: Question;
	/** The day and the time that are proposed. */
	day: CalendarDate;
	at: Instant;
	/** Whether Escape puts what was pasted into the entry line. */
	fitsLine: boolean;
	columns: number;
	active: boolean;
	onAnswer: (answer: Partial<Answers>) => void;
}) {
	const environment = useEnvironment();
	const rows = question.count === 1 ? 'one row' : `${question.count} rows`;
	switch (question.kind) {
		case 'abbreviation':
			return (
				<Readings
					label={question.label}
					choices={question.choices}
					rows={rows}
					columns={columns}
					active={active}
					onTake={(city) => onAnswer({zones: {[question.label]: city}})}
				/>
			);
		case 'date':
			return (
				<Asked
					label="Which day are these times of? "
					proposal={day}
					columns={columns}
					active={active}
					read={(typed) => {
						const read = readDate(typed, dateOf(environment.now()));
						if (read.kind === 'date') return {said: `= ${read.phrase}, for ${rows}`, answer: {date: read.date}};
						return {said: read.kind === 'refused' ? read.message : '', answer: undefined};
					}}
					onAnswer={onAnswer}
				/>
			);
		case 'zone':
			return <ZoneAsked rows={rows} columns={columns} active={active} onAnswer={onAnswer} />;
		case 'time':
			return (
				<Asked
					label={`No times in ${question.count === 1 ? 'this line' : `these ${question.count} lines`}. When was it? `}
					proposal={printMoment(at)}
					columns={columns}
					active={active}
					read={(typed) => {
						const read = readMoment(typed, {
							now: environment.now(),
							previous: null,
							incidentStart: null,
							incidentDate: day,
							zones: environment.zones,
						});
						if (read.kind === 'moment')
							return {
								said: `= ${printMoment(read.at)} for all${fitsLine ? '. Esc: into the line, as one text' : ''}`,
								answer: {at: read.at},
							};
						return {said: read.kind === 'refused' ? read.message : '', answer: undefined};
					}}
					onAnswer={onAnswer}
				/>
			);
	}
}

type Read = {readonly said: string; readonly answer: Partial<Answers> | undefined};

/** A line to answer in, with a proposal that Enter takes, and what it means under it. */
function Asked({
	label,
	proposal,
	columns,
	active,
	read,
	onAnswer,
}: {
	label: string;
	proposal: string;
	columns: number;
	active: boolean;
	read: (typed: string) => Read;
	onAnswer: (answer: Partial<Answers>) => void;
}): ReactNode {
	const [typed, setTyped] = useState('');
	const {said, answer} = read(typed.trim() === '' ? proposal : typed);
	return (
		<Box flexDirection="column">
			<Prompt
				label={label}
				value={typed}
				active={active}
				placeholder={proposal}
				onChange={setTyped}
				onSubmit={(text) => {
					const given = read(text.trim() === '' ? proposal : text).answer;
					if (given !== undefined) onAnswer(given);
				}}
			/>
			<Paint look={answer === undefined ? 'failure' : 'quiet'} columns={columns}>
				{said}
			</Paint>
		</Box>
	);
}

function ZoneAsked({
	rows,
	columns,
	active,
	onAnswer,
}: {
	rows: string;
	columns: number;
	active: boolean;
	onAnswer: (answer: Partial<Answers>) => void;
}) {
	const {zones} = useEnvironment();
	const [unclear, setUnclear] = useState<Extract<Zone, {kind: 'abbreviation'}>>();
	if (unclear !== undefined) {
		return (
			<Readings
				label={unclear.label}
				choices={unclear.readings}
				rows={rows}
				columns={columns}
				active={active}
				onTake={(city) => onAnswer({zone: {kind: 'city', city, label: unclear.label, settled: false}})}
			/>
		);
	}
	return (
		<Asked
			label="In which zone are these times? "
			proposal="UTC"
			columns={columns}
			active={active}
			read={(typed) => {
				const read = readDeclaredZone(/^[a-z]{2,5}$/.test(typed) ? typed.toUpperCase() : typed, zones);
				if (read?.kind !== 'zone')
					return {said: 'No zone that is known: write Europe/Berlin, PDT or +02:00', answer: undefined};
				const {zone} = read;
				const others = typed === 'UTC' ? '; or write PDT, Europe/Berlin, +02:00' : '';
				return {said: `= ${zoneText(zone)}, for ${rows}${others}`, answer: {zone}};
			}}
			onAnswer={(answer) => {
				const {zone} = answer;
				if (zone?.kind === 'abbreviation' && zone.readings.length > 1) setUnclear(zone);
				else onAnswer(answer);
			}}
		/>
	);
}

function zoneText(zone: Zone): string {
	switch (zone.kind) {
		case 'utc':
			return 'UTC';
		case 'offset':
			return zone.label;
		case 'city':
			return zone.city;
		case 'abbreviation': {
			const [only, ...others] = zone.readings;
			return others.length > 0 ? `${zone.label}, one of ${zone.readings.length} zones` : (only?.name ?? zone.label);
		}
	}
}

function Readings({
	label,
	choices,
	rows,
	columns,
	active,
	onTake,
}: {
	label: string;
	choices: readonly ZoneReading[];
	rows: string;
	columns: number;
	active: boolean;
	onTake: (city: string) => void;
}) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Paint look="focus" columns={columns}>
				{`${label} stands for several zones. Which one is it in ${rows}?`}
			</Paint>
			<Choice
				items={choices.map(({name, city, offset}) => ({
					value: city,
					label: name,
					note: offset === null ? city : `${formatOffset(offset)}, ${city}`,
				}))}
				active={active}
				columns={columns}
				limit={mostChoices}
				onTake={onTake}
			/>
		</Box>
	);
}
