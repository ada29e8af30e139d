import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {describeAction, printActionLine, readActionLine} from '../../source/retro/action-line.ts';
import {actionKinds} from '../../source/retro/record.ts';
import {type CalendarDate, dateOf, instantOf} from '../../source/time/instant.ts';

const today = '2026-11-20' as CalendarDate;

function read(line: string) {
	return readActionLine(line, {today});
}

describe('an action item on one line', () => {
	test.each([
		[
			'prevent: Mirror production traffic @infra-team 2026-12-01',
			['prevent', 'Mirror production traffic', '@infra-team', '2026-12-01'],
		],
		['p Mirror traffic @infra +2w', ['prevent', 'Mirror traffic', '@infra', '2026-12-04']],
		['d: Alert on p95 2026-12-01 @backend', ['detect', 'Alert on p95', '@backend', '2026-12-01']],
		[
			'm rehearse the rollback every month @oncall fri',
			['mitigate', 'rehearse the rollback every month', '@oncall', '2026-11-27'],
		],
		['m rehearse the rollback @oncall by next fri', ['mitigate', 'rehearse the rollback', '@oncall', '2026-11-27']],
		['p Fix @infra Friday 2026-11-27', ['prevent', 'Fix', '@infra', '2026-11-27']],
		['p @infra Fix 2026-11-27', ['prevent', 'Fix', '@infra', '2026-11-27']],
		['p Fix', ['prevent', 'Fix', '', null]],
		['Fix @infra eom', [null, 'Fix', '@infra', '2026-11-30']],
		[
			'[Prevent] Implement traffic mirroring. (Owner: @infra-team, Due: 2026-12-01)',
			['prevent', 'Implement traffic mirroring.', '@infra-team', '2026-12-01'],
		],
		[
			'* [Detect] Add alert for query time. (Owner: @backend-team, Due: YYYY-MM-DD)',
			['detect', 'Add alert for query time.', '@backend-team', null],
		],
		['[Mitigate] Update playbook (Due: fri)', ['mitigate', 'Update playbook', '', '2026-11-27']],
	])('%s', (line, [kind, text, owner, due]) => {
		expect(read(line)).toMatchObject({kind, text, owner, due, problem: null});
	});

	test.each(['P95 latency is watched', 'prevention of the same', 'make it so', 'Detect it sooner'])(
		'"%s" begins with no kind',
		(line) => {
			expect(read(line)).toMatchObject({kind: null, text: line});
		},
	);

	test.each([
		'Mail bob@example.com',
		'Pin lodash@4',
		'Ask @bob about the cache and write it down',
		'Rehearse it every fri',
		'Stand by @',
	])('"p %s" names neither owner nor due date', (text) => {
		expect(read(`p ${text}`)).toMatchObject({text, owner: '', due: null, problem: null});
	});

	test.each([
		['p Fix it @infra 2026-02-30', '2026-02-30 is no date: February 2026 has 28 days'],
		['p Fix it 2026-02-30 @infra', '2026-02-30 is no date: February 2026 has 28 days'],
		['p Fix it @infra 03/04/2026', '03/04/2026 may be 2026-03-04 or 2026-04-03'],
		['p Fix it @infra +2x', '+2x is no date'],
		['[Prevent] Fix it (Owner: @infra, Due: someday)', 'someday is no date'],
	])('%s: the date is told to be none and stays in the text', (line, problem) => {
		const reading = read(line);
		expect(reading).toMatchObject({owner: '@infra', due: null});
		expect(reading.problem).toContain(problem);
		expect(reading.dueSpan && reading.text.endsWith(line.slice(reading.dueSpan.start, reading.dueSpan.end))).toBe(true);
	});

	test('the spans show where owner and due date stand', () => {
		const line = 'p Fix it @infra by next fri';
		const {ownerSpan, dueSpan} = read(line);
		expect([ownerSpan, dueSpan].map((span) => span && line.slice(span.start, span.end))).toEqual([
			'@infra',
			'next fri',
		]);
	});

	test('an owner named before is spelt as there', () => {
		expect(readActionLine('p Fix it @oncall', {today, owners: ['@OnCall']}).owner).toBe('@OnCall');
	});
});

describe('what was read', () => {
	test.each([
		['m rehearse @oncall fri', 'MITIGATE · @oncall · Friday 2026-11-27'],
		['m rehearse', 'MITIGATE · no owner yet · no due date yet'],
		['m rehearse @oncall 2026-11-13', 'MITIGATE · @oncall · Friday 2026-11-13 is past'],
		['rehearse', 'no kind yet: p, d or m in front · no owner yet · no due date yet'],
		['', ''],
	])('"%s" is told as "%s"', (line, said) => {
		expect(describeAction(read(line))).toBe(said);
	});
});

describe('an item printed to be edited', () => {
	test('is as short as it was typed where that is clear', () => {
		const due = '2026-12-01' as CalendarDate;
		expect(printActionLine({kind: 'prevent', text: 'Mirror traffic', owner: '@infra', due})).toBe(
			'prevent: Mirror traffic @infra 2026-12-01',
		);
	});

	test('is the form of the guide where the text ends in what looks like a date', () => {
		expect(printActionLine({kind: 'prevent', text: 'Document what happened 20 Jun', owner: '', due: null})).toBe(
			'[Prevent] Document what happened 20 Jun (Owner: none, Due: none)',
		);
	});

	test('reads back to the same item on any day', () => {
		const word = fc.oneof(
			fc.constantFrom(
				'fix',
				'it',
				'@bob',
				'fri',
				'next',
				'by',
				'2026-12-01',
				'20',
				'Jun',
				'(Owner:',
				'Due:',
				'a@b.c',
				'd',
				'+2w',
				')',
			),
			fc.string({unit: 'grapheme', minLength: 1}).map((text) => text.replace(/\s/g, '') || 'x'),
		);
		const text = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '));
		const date = fc.integer({min: 0, max: 40_000}).map((days) => dateOf(instantOf(days * 86_400_000)));
		const item = fc.record({
			kind: fc.constantFrom(...actionKinds),
			text,
			owner: fc.constantFrom('', '@infra-team', '@a/b.c', 'Infra Team', 'alice@example.com', '@ünï'),
			due: fc.option(date, {nil: null}),
		});
		fc.assert(
			fc.property(item, date, (printed, day) => {
				expect(readActionLine(printActionLine(printed), {today: day})).toMatchObject(printed);
			}),
			{numRuns: 500},
		);
	});

	test('no line makes it throw, and no text is lost of what reads as no owner or date', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), (line) => {
				const {text, ownerSpan, dueSpan} = read(line);
				if (ownerSpan === null && dueSpan === null) expect(line).toContain(text);
			}),
		);
	});
});
