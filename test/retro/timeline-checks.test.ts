import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Gap, gapsOf} from '../../source/retro/gaps.ts';
import type {Phase, Retro, TimelineEntry} from '../../source/retro/record.ts';
import {landingChecks} from '../../source/retro/timeline-checks/landing.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro, today} from './complete-retro.ts';

const {impact, timeline} = completeRetro;

function entry(when: string, text: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	const instant = when.length > 5 ? (`${when.replace(' ', 'T')}:00Z` as Instant) : at(when);
	return {id: `x${when.replaceAll(/\D/g, '')}`, at: instant, text, ...more};
}

const withEntries = (...entries: readonly TimelineEntry[]): Retro => ({
	...completeRetro,
	timeline: [...timeline, ...entries],
});

/** The complete retro with these entries and nothing else in its timeline. */
const only = (...entries: readonly TimelineEntry[]): Retro => ({
	...completeRetro,
	timeline: entries as TimelineEntry[],
});

const marked = (phase: Phase, clock: string): TimelineEntry => entry(clock, `The alert of ${clock}.`, {phase});

function told(retro: Retro, rule: string): Gap | undefined {
	return gapsOf(retro, today).find((gap) => gap.rule === rule);
}

const keeping = (retro: Retro, {path, rule, text}: Gap): Retro => ({
	...retro,
	kept: [{field: path, rule, text, reason: 'it was so'}],
});

describe('an entry before the start of the impact', () => {
	test('is told with how far it is', () => {
		expect(told(withEntries(entry('07:55', 'Half of the pods go away.')), 'entry-before-start')).toMatchObject({
			message: '07:55 UTC lies 2h 05m before the start of the impact',
			path: 'timeline:x0755.at',
			blocks: false,
		});
	});

	test.each([
		['a change that may have led to it', entry('07:55', 'Release 4.2 is deployed.')],
		['a little early', entry('09:45', 'Queues are longer than usual.')],
		['the start, which users felt later', entry('09:00', 'The disk fills.', {phase: 'started'})],
	])('is not told when it is %s', (_what, early) => {
		expect(told(withEntries(early), 'entry-before-start')).toBeUndefined();
	});
});

describe('an entry after the end of the impact', () => {
	test('is told with how far it is', () => {
		const {message} = told(withEntries(entry('22:05', 'Half of the pods go away.')), 'entry-after-end') ?? {};
		expect(message).toBe('22:05 UTC lies 11h 18m after the end of the impact');
	});

	test.each([
		['a follow-up', entry('15:00', 'The root cause is found.')],
		['a little late', entry('11:20', 'The team is having lunch.')],
	])('is not told when it is %s', (_what, late) => {
		expect(told(withEntries(late), 'entry-after-end')).toBeUndefined();
	});

	test('is not told while the incident was not called resolved', () => {
		const resolvedLate = timeline.map((one) => (one.id === 'e5' ? {...one, at: at('14:00')} : one));
		const retro = {...completeRetro, timeline: [...resolvedLate, entry('13:30', 'Half of the pods go away.')]};
		expect(told(retro, 'entry-after-end')).toBeUndefined();
	});
});

describe('an entry a day and more from the others', () => {
	test('is told when its time of day goes on from the entry before it', () => {
		expect(told(withEntries(entry('2026-11-12 10:50', 'The queue is empty.')), 'entry-far-off')).toMatchObject({
			message: '10:50 UTC on 2026-11-12 lies 7d 23h before the next entry',
			path: 'timeline:x202611121050.at',
		});
	});

	test('is told instead of where it lies to the impact', () => {
		const rules = gapsOf(withEntries(entry('2026-11-12 10:50', 'The queue is empty.')), today).map(({rule}) => rule);
		expect(rules).toEqual(['entry-far-off']);
	});

	test.each([
		['a cause of days ago', only(entry('2026-11-12 10:50', 'A broken route is stored.'), ...timeline)],
		['one of an incident of days', withEntries(entry('2026-11-22 09:00', 'The fix is deployed.'))],
		[
			'one of several such days',
			withEntries(entry('2026-11-23 10:50', 'It is back.'), entry('2026-11-26 11:00', 'It is back again.')),
		],
	])('is not told when it is %s', (_what, retro) => {
		expect(told(retro, 'entry-far-off')).toBeUndefined();
	});
});

describe('an entry dated in another year', () => {
	test('is told when the others are of the same days of the next', () => {
		expect(told(withEntries(entry('2025-11-20 10:40', 'Still slow.')), 'entry-wrong-year')).toMatchObject({
			message: '10:40 UTC is dated 2025-11-20: was 2026 meant?',
		});
	});

	test("last year's date in January is told of a whole timeline", () => {
		const retro: Retro = {
			...only(entry('2026-01-04 10:00', 'The alert fires.'), entry('2026-01-04 10:05', 'Acknowledged.')),
			createdAt: '2027-01-05T09:00:00Z' as Instant,
			date: '2027-01-05' as CalendarDate,
			impact: {...impact, start: null, end: null},
		};
		expect(told(retro, 'entry-wrong-year')?.message).toBe('2 entries are dated in another year: was that meant?');
		expect(told({...retro, date: '2026-01-04' as CalendarDate}, 'entry-wrong-year')).toBeUndefined();
	});

	test('a cause of half a year ago is none', () => {
		expect(told(withEntries(entry('2026-05-20 10:40', 'A limit is set.')), 'entry-wrong-year')).toBeUndefined();
	});
});

describe('the order of phases', () => {
	test.each<[what: string, entries: TimelineEntry[], message: string]>([
		[
			'resolved before mitigated',
			[marked('resolved', '10:30'), marked('mitigated', '10:40')],
			'10:30 UTC is marked resolved, yet mitigated is at 10:40',
		],
		[
			'acknowledged before detected',
			[marked('acknowledged', '10:01'), marked('detected', '10:05')],
			'10:01 UTC is marked acknowledged, yet detected is at 10:05',
		],
		[
			'declared before detected',
			[marked('declared', '10:02'), marked('detected', '10:05')],
			'10:02 UTC is marked declared, yet detected is at 10:05',
		],
	])('%s is told', (_what, entries, message) => {
		expect(told(only(...entries), 'phase-order')?.message).toBe(message);
	});

	test('the same minute, and a declaration before the acknowledgement, are in order', () => {
		const entries = [marked('detected', '10:05'), marked('declared', '10:06'), marked('acknowledged', '10:10')];
		expect(told(only(...entries, {...marked('resolved', '10:10'), id: 'r'}), 'phase-order')).toBeUndefined();
	});

	test('declared after the repair is told, and kept once it is accepted, until a time changes', () => {
		const entries = [marked('detected', '10:05'), marked('mitigated', '10:20'), marked('declared', '10:40')];
		const gap = told(only(...entries), 'declared-late');
		expect(gap?.message).toBe('10:40 UTC declares what was mitigated at 10:20');
		const kept = keeping(only(...entries), gap as Gap);
		expect(told(kept, 'declared-late')).toBeUndefined();
		const moved = kept.timeline.map((one) => (one.phase === 'declared' ? {...one, at: at('10:45')} : one));
		expect(told({...kept, timeline: moved}, 'declared-late')).toBeDefined();
	});
});

describe('a stretch with nothing noted', () => {
	const long = {...completeRetro, impact: {...impact, end: at('16:00')}};
	const busy = [0, 4, 9, 13, 18, 24].map((minutes) =>
		entry(`10:${String(minutes).padStart(2, '0')}`, `Step ${minutes}.`),
	);
	const first = {...(busy[0] as TimelineEntry), phase: 'detected' as const};

	test('is told when it stands out after the detection', () => {
		const retro = {...long, timeline: [first, ...busy.slice(1), entry('13:00', 'Restarted.')]};
		expect(told(retro, 'silence')?.message).toBe('10:24 UTC is followed by 2h 36m with nothing noted');
	});

	test.each<[what: string, entries: TimelineEntry[]]>([
		['before anybody knew', [...busy, entry('13:00', 'The alert fires.', {phase: 'detected'})]],
		['where all of it is told in outline', [first, entry('12:00', 'Restarted.'), entry('14:00', 'All is well.')]],
		['that is a night', [first, ...busy.slice(1), entry('2026-11-21 08:00', 'All is well.')]],
		[
			'after users were well',
			[first, ...busy.slice(1), entry('10:30', 'Rolled back.', {phase: 'mitigated'}), entry('14:00', 'Restarted.')],
		],
	])('is not told %s', (_what, entries) => {
		const retro = {...long, timeline: entries, impact: {...long.impact, end: '2026-11-21T09:00:00Z' as Instant}};
		expect(told(retro, 'silence')).toBeUndefined();
	});
});

describe('two entries that say the same', () => {
	test('are told when they are minutes apart, whatever case and marks they have', () => {
		expect(told(withEntries(entry('10:07', 'on-call engineer acknowledges alert')), 'same-entry')?.message).toBe(
			'10:07 UTC says the same as the entry at 10:05',
		);
	});

	test.each([
		['of another node', [entry('10:20', 'node 1 is down'), entry('10:21', 'node 2 is down')]],
		['hours apart', [entry('10:20', 'trees reopen'), entry('13:21', 'trees reopen')]],
		['without words', [entry('10:20', '…'), entry('10:21', '!')]],
		[
			'of one log, which says it twice',
			[entry('10:20', 'disk full', {source: 'log'}), entry('10:21', 'disk full', {source: 'log'})],
		],
	])('are not told when they are %s', (_what, entries) => {
		expect(told(withEntries(...entries), 'same-entry')).toBeUndefined();
	});
});

describe('a summary or an impact that states another length or other times', () => {
	const until = (clock: string): Retro => ({...completeRetro, impact: {...impact, end: at(clock)}});

	test('"47 minutes" against 52 is told at the summary', () => {
		expect(told(until('10:52'), 'other-duration')).toMatchObject({
			path: 'summary',
			step: 'summary',
			message: 'The summary says 47 minutes; start to end is 52 minutes',
		});
	});

	test('so is an impact, and a span', () => {
		const users = {...completeRetro, impact: {...impact, users: 'All users were affected for 2 hours'}};
		expect(told(users, 'other-duration')?.path).toBe('impact.users');
		const span = {...completeRetro, summary: 'The site was down from 10:00 to 10:52 UTC.'};
		expect(told(span, 'other-time')?.message).toBe('The summary says 10:00 to 10:52; start to end is 10:00 to 10:47');
	});

	test('an end of the impact that is not said is that of the phases', () => {
		const open = {...completeRetro, impact: {...impact, start: null, end: null}, summary: 'The outage lasted 2 hours.'};
		expect(told(open, 'other-duration')?.message).toBe('The summary says 2 hours; start to end is 47 minutes');
	});

	test.each([
		['what is rounded', 'The site was down for about 50 minutes.'],
		['what agrees', 'The site was down from 10:00 to 10:47 UTC.'],
		['a part of it', 'The cache was rebuilt in 20 minutes.'],
		['one of several', 'The site was down for 20 minutes. Later, the site was down for 12 minutes.'],
		['the first mitigation', 'The outage lasted 47 minutes, and the deploy after it took an hour.'],
	])('%s is not told', (_what, summary) => {
		const rules = gapsOf({...completeRetro, summary}, today).map(({rule}) => rule);
		expect(rules).toEqual([]);
	});

	test('a decision to keep it ends when the end changes', () => {
		const kept = keeping(until('10:52'), told(until('10:52'), 'other-duration') as Gap);
		expect(told(kept, 'other-duration')).toBeUndefined();
		expect(told({...kept, impact: {...impact, end: at('10:55')}}, 'other-duration')).toBeDefined();
	});
});

describe('start and end of the impact', () => {
	test('are told where the marked phases contradict them', () => {
		const late = {...completeRetro, impact: {...impact, end: at('10:52')}};
		expect(told(late, 'impact-beside-phases')).toMatchObject({
			path: 'impact.end',
			message: 'The impact ends 5m after it is marked as resolved, at 10:47',
		});
		const early = withEntries(entry('10:20', 'The disk fills.', {phase: 'started'}));
		expect(told(early, 'impact-beside-phases')).toMatchObject({
			path: 'impact.start',
			message: 'The impact starts 20m before the start marked at 10:20',
		});
	});

	test('are not where users were well before all was done, or felt it later', () => {
		const shorter = {...completeRetro, impact: {...impact, end: at('10:40')}, summary: 'The site was down.'};
		expect(told(shorter, 'impact-beside-phases')).toBeUndefined();
		const later = withEntries(entry('09:50', 'The disk fills.', {phase: 'started'}));
		expect(told(later, 'impact-beside-phases')).toBeUndefined();
	});
});

describe('a severity beside the impact', () => {
	const given = (severity: Retro['severity'], users: string, data = 'none'): Retro => ({
		...completeRetro,
		severity,
		impact: {...impact, users, data, revenue: 'none'},
	});

	test.each<[severity: Retro['severity'], users: string]>([
		['SEV1', 'None'],
		['SEV1', 'no users were affected'],
		['SEV1', '0 %'],
		['SEV3', '100 % of users'],
		['SEV3', 'All customers'],
		['near-miss', '1,200 users saw errors'],
	])('%s and "%s" is told', (severity, users) => {
		expect(told(given(severity, users), 'severity-impact')).toMatchObject({path: 'severity', blocks: false});
	});

	test.each<[severity: Retro['severity'], users: string]>([
		['SEV1', 'None of the paying users, 12 % of the others'],
		['SEV2', 'None'],
		['SEV3', '100 % of the users of one tenant'],
		['SEV3', '12 %'],
		['near-miss', 'none'],
		['near-miss', 'potentially 1,200 users'],
	])('%s and "%s" is not', (severity, users) => {
		expect(told(given(severity, users), 'severity-impact')).toBeUndefined();
	});

	test('a SEV1 that lost data needs no users', () => {
		expect(told(given('SEV1', 'None', 'Two days of orders were lost'), 'severity-impact')).toBeUndefined();
	});
});

describe('"monitoring detected it" without an alert in the timeline', () => {
	const quiet = only(
		entry('10:00', 'The site is slow.', {phase: 'detected'}),
		entry('10:47', 'Latency is normal.', {phase: 'resolved'}),
	);
	const lessons = {...quiet.lessons, wentWell: [{id: 'g1', text: 'Rollback was fast'}]};
	const claiming = (summary: string, retro: Retro = quiet): Retro => ({...retro, lessons, summary});

	test.each([
		'Monitoring detected it.',
		'The problem was noticed by our monitoring.',
		'Alerts fired immediately.',
		'It was caught at once by a Datadog monitor.',
	])('%s', (summary) => {
		const gap = told(claiming(summary), 'alert-not-noted');
		expect(gap).toMatchObject({path: 'summary', blocks: false});
		expect(gap?.message).toContain('the timeline has no alert');
	});

	test.each([
		'Monitoring did not detect it.',
		'No alert fired.',
		'Monitoring should have caught it.',
		'It was noticed by a customer.',
		'We want alerts that are noticed by everybody.',
		'The same alert fired last Tuesday.',
	])('not: %s', (summary) => {
		expect(told(claiming(summary), 'alert-not-noted')).toBeUndefined();
	});

	test.each<[what: string, more: Partial<TimelineEntry>]>([
		['an entry tells of one', {text: 'PagerDuty pages the on-call.'}],
		['an entry came from one', {text: 'High latency', source: 'pagerduty:R1'}],
	])('not where %s', (_what, more) => {
		const retro = {...quiet, timeline: [...quiet.timeline, {...entry('10:01', ''), ...more}]};
		expect(told(claiming('Monitoring detected it.', retro), 'alert-not-noted')).toBeUndefined();
	});

	test('the lesson that says so is where it leads', () => {
		expect(told({...quiet, lessons: completeRetro.lessons}, 'alert-not-noted')?.path).toBe('lessons.wentWell:g1.text');
	});
});

describe('a retro dated on another day', () => {
	const dated = (date: string, ...entries: readonly TimelineEntry[]): Retro => ({
		...(entries.length === 0 ? completeRetro : only(...entries)),
		impact: {...impact, start: null},
		date: date as CalendarDate,
	});

	test('than all of its timeline is told, with both', () => {
		expect(told(dated('2026-11-25'), 'other-day')).toMatchObject({
			message: 'The date is 2026-11-25, the timeline is of 2026-11-20',
			path: 'date',
			blocks: false,
		});
		const week = [entry('2026-11-12 09:00', 'It began.'), entry('2026-11-17 09:00', 'It ended.')];
		expect(told(dated('2026-11-09', ...week), 'other-day')?.message).toBe(
			'The date is 2026-11-09, the timeline is of 2026-11-12 to 2026-11-17',
		);
	});

	test.each(['2026-11-19', '2026-11-20', '2026-11-21'])(
		'is not told of the day itself nor its neighbours: %s',
		(date) => {
			expect(told(dated(date), 'other-day')).toBeUndefined();
		},
	);

	test('is not told of a day within a long timeline, nor without one', () => {
		const week = [entry('2026-11-12 09:00', 'It began.'), entry('2026-11-20 09:00', 'It ended.')];
		expect(told(dated('2026-11-16', ...week), 'other-day')).toBeUndefined();
		expect(told({...dated('2026-11-25'), timeline: []}, 'other-day')).toBeUndefined();
	});

	test('is told once, of the impact, where that has a start', () => {
		const retro = {...dated('2026-11-25'), impact};
		expect(told(retro, 'other-day')).toBeUndefined();
		expect(told(retro, 'other-date')).toBeDefined();
	});

	test('is kept until either changes', () => {
		const retro = dated('2026-11-25');
		const kept = keeping(retro, told(retro, 'other-day') as Gap);
		expect(told(kept, 'other-day')).toBeUndefined();
		expect(told({...kept, date: '2026-11-26' as CalendarDate}, 'other-day')).toBeDefined();
	});
});

describe('as an entry lands', () => {
	const landed = (added: TimelineEntry, before = completeRetro) =>
		landingChecks(before, {...before, timeline: [...before.timeline, added]}, added.id);

	test('what is odd about it is said', () => {
		expect(landed(entry('07:55', 'Half of the pods go away.'))).toEqual({
			rule: 'entry-before-start',
			message: '07:55 lies 2h 05m before the start of the impact',
		});
		expect(landed(entry('10:06', 'On-call engineer acknowledges alert'))?.rule).toBe('same-entry');
		expect(landed(entry('2025-11-20 10:40', 'Still slow.'))?.rule).toBe('entry-wrong-year');
	});

	test('nothing is said of an entry like the others, nor of the next one that lies before the start', () => {
		expect(landed(entry('10:20', 'The team gathers.'))).toBeUndefined();
		const before = withEntries(entry('07:55', 'Half of the pods go away.'));
		expect(landed(entry('07:59', 'The other half does.'), before)).toBeUndefined();
	});

	test('what was odd before an edit is not said again', () => {
		const before = withEntries(entry('2025-11-20 10:40', 'Still slow.'));
		const after = {...before, timeline: before.timeline.map((one) => ({...one, text: `${one.text}!`}))};
		expect(landingChecks(before, after, 'x202511201040')).toBeUndefined();
	});
});

test('no retro is too odd to be checked', () => {
	fc.assert(
		fc.property(retros, retros, (before, after) => {
			const id = after.timeline[0]?.id ?? '';
			const landing = landingChecks(before, after, id);
			if (landing !== undefined) expect(landing.message).toMatch(/^\d\d:\d\d/);
			expect(gapsOf(after, today)).toEqual(gapsOf(structuredClone(after), today));
		}),
	);
});
