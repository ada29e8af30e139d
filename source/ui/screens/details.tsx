/** Step 1: what it was, how severe, when, who is in the room. */
import {severityNames, severityNotes} from '../../retro/guide.ts';
import {severities} from '../../retro/record.ts';
import {readDate} from '../../time/date.ts';
import {dateOf} from '../../time/instant.ts';
import {Form, type FormField} from '../components/form.tsx';
import type {Reader} from '../components/read-field.tsx';

const names: Reader = {
	read: (text) => ({
		kind: 'value',
		value: text
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== ''),
		note: '',
	}),
	hasNotes: false,
	print: (value) => (Array.isArray(value) ? value.join(', ') : ''),
};

const date: Reader = {
	read(text, {now}) {
		const reading = readDate(text, dateOf(now));
		switch (reading.kind) {
			case 'date':
				return {kind: 'value', value: reading.date, note: `= ${reading.phrase}`};
			case 'empty':
				return {kind: 'value', value: null, note: ''};
			case 'refused':
				return {kind: 'refused', message: reading.message};
		}
	},
	hasNotes: true,
	print: (value) => (typeof value === 'string' ? value : ''),
};

const fields: readonly FormField[] = [
	{kind: 'text', path: 'title', label: 'Title', placeholder: 'What happened, in a few words'},
	{
		kind: 'choice',
		path: 'severity',
		label: 'Severity',
		placeholder: 'not chosen yet',
		items: severities.map((value) => ({value, label: severityNames[value], note: severityNotes[value]})),
	},
	{
		kind: 'read',
		path: 'date',
		label: 'Date',
		reader: date,
		placeholder: 'the day of the incident: 2026-11-20, yesterday',
	},
	{kind: 'text', path: 'facilitator', label: 'Facilitator', plain: true, placeholder: 'who leads the retro'},
	{
		kind: 'read',
		path: 'participants',
		label: 'Participants',
		reader: names,
		placeholder: 'who takes part, with commas between',
	},
	{
		kind: 'read',
		path: 'services',
		label: 'Services',
		reader: names,
		placeholder: 'what was affected, with commas between',
	},
	{
		kind: 'choice',
		path: 'status',
		label: 'Status',
		placeholder: '',
		items: [
			{value: 'draft', label: 'draft', note: 'being written'},
			{value: 'in-review', label: 'in review', note: 'with the team, to be read'},
			{value: 'final', label: 'final', note: 'agreed on'},
		],
	},
];

/** Where the focus can stand, in order. */
export function detailStops(): string[] {
	return fields.map(({path}) => path);
}

export function DetailsScreen() {
	return <Form fields={fields} />;
}
