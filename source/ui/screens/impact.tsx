/** Step 3: how long, how many, how much. The duration is computed, never asked. */
import {incidentTimes} from '../../retro/incident-metrics.ts';
import {formatSpan} from '../../time/duration.ts';
import {printMoment} from '../../time/format.ts';
import {isInstant} from '../../time/instant.ts';
import {readMoment} from '../../time/moment.ts';
import {describeReading} from '../../time/reading.ts';
import {Form, type FormField} from '../components/form.tsx';
import type {Reader} from '../components/read-field.tsx';
import {useRetro} from '../hooks/use-sitting.ts';
import {readingKeys} from '../timeline-line.ts';

function moment(which: 'start' | 'end'): Reader {
	return {
		read(text, {retro, now, zones, columns}) {
			const start = which === 'end' ? retro.impact.start : null;
			const context = {now, previous: start, incidentStart: start, incidentDate: retro.date, zones};
			const reading = readMoment(text, context);
			const note = describeReading(reading, context, {columns, ...readingKeys});
			if (reading.kind === 'refused') return {kind: 'refused', message: note, time: reading};
			if (reading.kind === 'empty') return {kind: 'value', value: null, note};
			return {kind: 'value', value: reading.at, note, time: reading};
		},
		hasNotes: true,
		print: (value) => (typeof value === 'string' && isInstant(value) ? printMoment(value) : ''),
	};
}

const start = moment('start');
const end = moment('end');

/** Where the focus can stand, in order. */
export function impactStops(): string[] {
	return ['impact.start', 'impact.end', 'impact.users', 'impact.revenue', 'impact.data'];
}

export function ImpactScreen() {
	const {duration} = incidentTimes(useRetro());
	const fields: FormField[] = [
		{
			kind: 'read',
			path: 'impact.start',
			label: 'Start',
			reader: start,
			placeholder: 'when users began to be affected: 10:00',
		},
		{kind: 'read', path: 'impact.end', label: 'End', reader: end, placeholder: 'when they no longer were: 10:47'},
		{kind: 'shown', path: 'duration', label: 'Duration', text: duration === undefined ? '' : formatSpan(duration)},
		{kind: 'text', path: 'impact.users', label: 'Users affected', placeholder: 'number or percentage of users'},
		{kind: 'text', path: 'impact.revenue', label: 'Revenue impact', placeholder: 'estimated loss, or "none"'},
		{kind: 'text', path: 'impact.data', label: 'Data impact', placeholder: 'data lost or corrupted, or "none"'},
	];
	return <Form fields={fields} />;
}
