/** What may be replaced without anybody looking: the same instants, said in UTC. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';

const linter = createLinter();

/** The text with all fixes of all findings made; the same text where there is none. */
function fixed(text: string): string {
	const replacements = linter
		.lint(text, {format: 'document'})
		.flatMap(({fix}) => fix ?? [])
		.sort((a, b) => b.span.start - a.span.start);
	return replacements.reduce((out, {span, text: anew}) => out.slice(0, span.start) + anew + out.slice(span.end), text);
}

describe('a time with its date and its zone is converted', () => {
	test.each([
		['2024-07-01 10:05 PDT deploy', '2024-07-01 17:05 UTC deploy'],
		['2024-07-01 22:05 PDT deploy', '2024-07-02 05:05 UTC deploy'],
		['2024-07-01T22:05:30.120-07:00 deploy', '2024-07-02T05:05:30.120Z deploy'],
		['2024-07-01 22:05:30 -0700 deploy', '2024-07-02 05:05:30 UTC deploy'],
		['2024/07/01 22:05 (PDT) deploy', '2024/07/02 05:05 (UTC) deploy'],
		['**2024-07-01 10:05** PDT deploy', '**2024-07-01 17:05** UTC deploy'],
		['Jul 31, 2024, 10:05 pm PDT deploy', 'Aug 1, 2024, 05:05 UTC deploy'],
		['On Sunday, 31 December 2023 at 20:00 PST it began.', 'On Monday, 1 January 2024 at 04:00 UTC it began.'],
		['At 22:05 PDT on July 31st 2024 it began.', 'At 05:05 UTC on August 1 2024 it began.'],
		['2024-07-01 22:10 - 23:40 PDT: down', '2024-07-02 05:10 - 06:40 UTC: down'],
		['2024-07-01 16:30 – 17:30 PDT: down', '2024-07-01 23:30 – 2024-07-02 00:30 UTC: down'],
		['2024-01-15 12:00 Berlin time: down', '2024-01-15 11:00 UTC: down'],
		['2024-01-15 12:00 EST: down', '2024-01-15 17:00 UTC: down'],
		['# 2024-07-01 outage\n\nIt began at 10:05 PDT.', '# 2024-07-01 outage\n\nIt began at 17:05 UTC.'],
		['---\ndate: 2024-07-01\n---\n\nIt began at 10:05 PDT.', '---\ndate: 2024-07-01\n---\n\nIt began at 17:05 UTC.'],
		['# 2024-07-01 outage\n\n- 22:05 PDT page', '# 2024-07-01 outage\n\n- 2024-07-02 05:05 UTC page'],
		['| Day | At |\n|---|---|\n| 2024-07-01 | 22:05 PDT |', '| Day | At |\n|---|---|\n| 2024-07-02 | 05:05 UTC |'],
	])('%s', (text, expected) => {
		expect(fixed(text)).toBe(expected);
	});

	test.each([
		['It began at 10:05 JST.', 'It began at 01:05 UTC.'],
		['It began at 10:05 UTC+2.', 'It began at 08:05 UTC.'],
		['It began at 3:15 PM UTC.', 'It began at 15:15 UTC.'],
		['It began at 10:05 Tokyo time.', 'It began at 01:05 UTC.'],
	])('without a date, where no season changes it: %s', (text, expected) => {
		expect(fixed(text)).toBe(expected);
	});
});

describe('what is not certain is left as it is', () => {
	test.each([
		['no date, and a zone with summer time', 'It began at 10:05 PDT.'],
		['no date, and the day changes', 'It began at 03:05 JST.'],
		['an abbreviation of several zones', '2024-07-01 10:05 IST deploy'],
		['EST in summer', '2024-07-01 10:05 EST deploy'],
		['CET in summer', '2024-07-01 10:05 CET deploy'],
		['a place that is not known', '2024-07-01 10:05 local time: deploy'],
		['a time that came twice', '2024-10-27 02:30 Berlin time: deploy'],
		['a time that was skipped', '2024-03-31 02:30 Berlin time: deploy'],
		['a date that reads two ways', '03/04/2024 10:05 PDT deploy'],
		['midnight, which ends a day or begins it', '2024-07-01, midnight PDT: deploy'],
		['half a range', '2024-07-01: from 2-3pm PDT'],
		['neighbours that say no zone', '- 2024-07-01 10:05 PDT deploy\n- 10:20 rollback'],
		['a sentence whose date stands elsewhere', 'On 2024-07-01 the pool was full, from 22:05 PDT.'],
		['12 hours in no zone', 'On 2024-07-01 at 3 pm it began.'],
		['a date that others lean on', '- 2024-07-01 22:05 PDT deploy\n- 23:05 UTC rollback'],
		['relative days', 'It began yesterday at 10:05 UTC.'],
	])('%s', (_, text) => {
		expect(linter.lint(text, {format: 'document'})).not.toEqual([]);
		expect(fixed(text)).toBe(text);
	});
});

describe('a declared zone is converted with all its times', () => {
	test('in a timeline of headings, over midnight', () => {
		const text = [
			'# 2018-01-17, upgrade',
			'## Timeline\n\nAll times in PST',
			'### 2018-01-17 15:14\n\nBegins.',
			'### 15:40\n\nGrows (since ~15:20).',
			'### 16:30\n\nEnds.',
			'### 23:50 - 00:10\n\nReview.',
		].join('\n\n');
		expect(fixed(text)).toBe(
			[
				'# 2018-01-17, upgrade',
				'## Timeline\n\nAll times in UTC',
				'### 2018-01-17 23:14\n\nBegins.',
				'### 23:40\n\nGrows (since ~23:20).',
				'### 2018-01-18 00:30\n\nEnds.',
				'### 07:50 - 08:10\n\nReview.',
			].join('\n\n'),
		);
	});

	test('in a table', () => {
		const text = [
			'| Date and Time in CET | Event |',
			'|----------------------|-------|',
			'| 2019-12-04 00:30     | down  |',
			'| 2019-12-04 01:30     | up    |',
		].join('\n');
		expect(fixed(text)).toBe(
			[
				'| Date and Time in UTC | Event |',
				'|----------------------|-------|',
				'| 2019-12-03 23:30     | down  |',
				'| 2019-12-04 00:30     | up    |',
			].join('\n'),
		);
	});

	test('in a list that names days between its rows, and passes midnight in between', () => {
		const text =
			'**Timeline (PT)**\n\n2024-06-30\n\n- 2pm one\n- 11:30pm two\n- 1:15am three\n\n2024-07-02\n\n- 9am four';
		expect(fixed(text)).toBe(
			'**Timeline (UTC)**\n\n2024-06-30\n\n- 21:00 one\n- 2024-07-01 06:30 two\n- 08:15 three\n\n2024-07-02\n\n- 16:00 four',
		);
	});

	test('with every place that declares it and times that name it', () => {
		const text = '## Timeline (JST)\n\nAll times in JST.\n\n- 10:00 deploy\n- 10:20 JST rollback';
		expect(fixed(text)).toBe('## Timeline (UTC)\n\nAll times in UTC.\n\n- 01:00 deploy\n- 01:20 UTC rollback');
	});

	test('by the offset that explains an abbreviation', () => {
		const text = '# 2018-07-30\n\nAll times in PST (UTC-7)\n\n- 11:20 deploy';
		expect(fixed(text)).toBe('# 2018-07-30\n\nAll times in UTC\n\n- 18:20 deploy');
	});

	test('where lines end as on Windows', () => {
		const text = '## Timeline\r\n\r\nAll times in JST\r\n\r\n10:00 deploy\r\n10:20 rollback\r\n';
		expect(fixed(text)).toBe('## Timeline\r\n\r\nAll times in UTC\r\n\r\n01:00 deploy\r\n01:20 rollback\r\n');
	});

	test('as the configuration settles it', () => {
		const [finding] = createLinter({zones: {IST: 'Asia/Kolkata'}}).lint('All times in IST\n\n- 11:20 deploy');
		expect(finding?.fix?.map(({text}) => text)).toEqual(['UTC', '05:50']);
	});

	test.each([
		['one row is not certain', '# 2024-07-01\n\nAll times in PDT\n\n- 10:05 deploy\n- 1:52 rollback'],
		['the season is not known', 'All times in PDT\n\n- 10:05 deploy'],
		['there are no times', 'All times in JST'],
		['it is a place that is not known', 'All times are local.\n\n- 10:05 deploy'],
		['a quotation would stand under it', 'All times in JST\n\n- 10:05 deploy\n\n> bob 10:07: looking'],
		['a block of code would stand under it', 'All times in JST\n\n- 10:05 deploy\n\n```\n10:07 looking\n```'],
		['a number may be a time', 'All times in JST\n\n- 10:05 deploy\n- the 10:07 thing'],
	])('not where %s', (_, text) => {
		expect(linter.lint(text, {format: 'document'}).map(({rule}) => rule)).toEqual(['non-utc.declared-zone']);
		expect(fixed(text)).toBe(text);
	});
});

test('12-hour times that are UTC are put on the 24-hour clock', () => {
	const text = '| Time (UTC) | Event |\n|---|---|\n| Jan 15, 5:33 PM | a |\n| Jan 16, 12:05 am | b |';
	expect(fixed(text)).toBe('| Time (UTC) | Event |\n|---|---|\n| Jan 15, 17:33 | a |\n| Jan 16, 00:05 | b |');
});

describe('whatever the timeline', () => {
	const zones = [
		['PT', 'America/Los_Angeles'],
		['Europe/Berlin', 'Europe/Berlin'],
		['UTC+05:30', 'Asia/Kolkata'],
		['JST', 'Asia/Tokyo'],
		['Sydney time', 'Australia/Sydney'],
	] as const;
	const timeline = fc.record({
		zone: fc.constantFrom(...zones),
		start: fc.date({min: new Date('2015-01-01T00:00:00Z'), max: new Date('2026-12-01T00:00:00Z'), noInvalidDate: true}),
		gaps: fc.array(fc.integer({min: 0, max: 300}), {maxLength: 12}),
		shape: fc.constantFrom('headings', 'list', 'dated list', 'table', 'labels'),
	});

	test('a fix keeps every instant, and nothing is left to be said', () => {
		fc.assert(
			fc.property(timeline, ({zone: [label, zone], start, gaps, shape}) => {
				const instants = instantsOf(start, gaps);
				const text = write(instants, label, zone, shape);
				const after = fixed(text);
				// Around a change of the clocks a time may be left as it is.
				fc.pre(!after.includes(label));
				expect(readUtc(after)).toEqual(instants.map((instant) => instant.toISOString().slice(0, 16)));
				expect(linter.lint(after, {format: 'document'})).toEqual([]);
			}),
			{numRuns: 150},
		);
	});
});

function instantsOf(start: Date, gaps: readonly number[]): Date[] {
	let minute = Math.floor(start.getTime() / 60_000);
	return [0, ...gaps].map((gap) => {
		minute += gap;
		return new Date(minute * 60_000);
	});
}

function write(instants: readonly Date[], label: string, zone: string, shape: string): string {
	const local = instants.map((instant) => wallClock(instant, zone));
	const [first = ''] = local;
	const head = `# Outage of ${first.slice(0, 10)}\n\n## Timeline\n\n`;
	const declared = `All times in ${label}.\n\n`;
	switch (shape) {
		case 'headings':
			return head + declared + local.map((at) => `### ${at.slice(11)}\n\nSomething.\n\n`).join('');
		case 'list':
			return head + declared + local.map((at) => `- ${at.slice(11)} something\n`).join('');
		case 'dated list':
			return head + declared + local.map((at) => `- ${at} something\n`).join('');
		case 'table':
			return `${head}| Time (${label}) | What |\n|---|---|\n${local.map((at) => `| ${at} | something |\n`).join('')}`;
		default:
			return head + local.map((at) => `- ${at} ${label}: something\n`).join('');
	}
}

/** `YYYY-MM-DD HH:MM` on the clocks of a zone. */
function wallClock(instant: Date, zone: string): string {
	return new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'}).format(instant);
}

/** The instants of the rows, each on the day that was named last. */
function readUtc(text: string): string[] {
	let day = /\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? '';
	const rows = text
		.split('\n')
		.flatMap((line) => [/^(?:### |- |\| )(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d)/.exec(line) ?? []]);
	return rows.flatMap(([, dated, clock]) => {
		if (clock === undefined) return [];
		day = dated ?? day;
		return [`${day}T${clock}`];
	});
}
