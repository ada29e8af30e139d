import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {identityOf, listOf, parseItemPath} from '../../source/retro/fields.ts';
import {type Gap, gapsOf} from '../../source/retro/gaps.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {ActionItem, Retro, TimelineEntry, Why} from '../../source/retro/record.ts';
import {steps} from '../../source/retro/steps.ts';
import {stepOf} from '../../source/retro/texts.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro, today} from './complete-retro.ts';

const impact = (part: Partial<Retro['impact']>): Retro => ({
	...completeRetro,
	impact: {...completeRetro.impact, ...part},
});

const lessons = (part: Partial<Retro['lessons']>): Retro => ({
	...completeRetro,
	lessons: {...completeRetro.lessons, ...part},
});

const whyGiven = (id: string, part: Partial<Why>): Retro => ({
	...completeRetro,
	whys: completeRetro.whys.map((why) => (why.id === id ? {...why, ...part} : why)),
});

const actionGiven = (id: string, part: Partial<ActionItem>): Retro => ({
	...completeRetro,
	actions: completeRetro.actions.map((item) => (item.id === id ? {...item, ...part} : item)),
});

const entryGiven = (id: string, part: Partial<TimelineEntry>): Retro => ({
	...completeRetro,
	timeline: completeRetro.timeline.map((entry) => (entry.id === id ? {...entry, ...part} : entry)),
});

const unmarked = (id: string): Retro => ({
	...completeRetro,
	timeline: completeRetro.timeline.map(({phase, ...entry}) =>
		entry.id === id || phase === undefined ? entry : {...entry, phase},
	),
});

const keeping = (retro: Retro, {path, rule, text}: Gap): Retro => ({
	...retro,
	kept: [{field: path, rule, text, reason: 'we looked at it'}],
});

const onlyGap = (retro: Retro): Gap => {
	const [gap, ...others] = gapsOf(retro, today);
	expect(others).toEqual([]);
	if (gap === undefined) throw new Error('There is no gap.');
	return gap;
};

test('a complete retro has no gaps', () => {
	expect(gapsOf(completeRetro, today)).toEqual([]);
});

describe('a retro is blocked from being final', () => {
	const past = '2026-11-22' as CalendarDate;
	test.each<[without: string, retro: Retro, rule: string, path: string]>([
		['without a title', {...completeRetro, title: ' '}, 'no-title', 'title'],
		['with a title to be done', {...completeRetro, title: 'TBD'}, 'no-title', 'title'],
		['without a severity', {...completeRetro, severity: null}, 'no-severity', 'severity'],
		['without a summary', {...completeRetro, summary: '\n'}, 'no-summary', 'summary'],
		['without a start', impact({start: null}), 'no-start', 'impact.start'],
		['without an end', impact({end: null}), 'no-end', 'impact.end'],
		['without users affected', impact({users: ''}), 'no-users', 'impact.users'],
		['without data impact', impact({data: ''}), 'no-data', 'impact.data'],
		['without a timeline', {...completeRetro, timeline: []}, 'no-timeline', 'timeline'],
		['with an entry without words', entryGiven('e4', {text: ''}), 'entry-without-text', 'timeline:e4.text'],
		['with four whys', whyGiven('w1', {answer: ''}), 'too-few-whys', 'whys'],
		['without a root cause', whyGiven('w5', {rootCause: false}), 'no-root-cause', 'whys'],
		['without what went well', lessons({wentWell: []}), 'no-lesson', 'lessons.wentWell'],
		['without what went wrong', lessons({wentWrong: []}), 'no-lesson', 'lessons.wentWrong'],
		['with empty luck', lessons({gotLucky: [{id: 'l1', text: ' '}]}), 'no-lesson', 'lessons.gotLucky'],
		['without action items', {...completeRetro, actions: []}, 'no-actions', 'actions'],
		['with an action item without words', actionGiven('x2', {text: ''}), 'action-without-text', 'actions:x2.text'],
		['with an action item without owner', actionGiven('x2', {owner: '@'}), 'action-without-owner', 'actions:x2.owner'],
		['with one without due date', actionGiven('x2', {due: null}), 'action-without-due-date', 'actions:x2.due'],
		['with one that was due yesterday', actionGiven('x2', {due: past}), 'due-date-past', 'actions:x2.due'],
	])('%s', (_without, retro, rule, path) => {
		expect(onlyGap(retro)).toMatchObject({rule, path, blocks: true});
	});

	test('when its end is not after its start', () => {
		const rules = gapsOf(impact({end: at('10:00')}), today).map(({rule}) => rule);
		expect(rules).toContain('end-before-start');
	});

	test('when all its action items were dropped', () => {
		const dropped = completeRetro.actions.map((item): ActionItem => ({...item, status: 'dropped'}));
		expect(onlyGap({...completeRetro, actions: dropped})).toMatchObject({rule: 'no-actions', blocks: true});
	});
});

describe('a retro can be final, and is told of it,', () => {
	const nobodyPrevents = actionGiven('x1', {kind: 'mitigate'});
	const later = {id: 'e6', at: at('12:00'), text: 'Half of the pods go away.'};
	const overnight = {...impact({end: at('15:00')}), summary: 'The site was down after a release.'};
	const longAway = overnight.timeline.filter(({phase}) => phase !== 'resolved');
	const resolvedLate = {id: 'e8', at: at('15:00'), text: 'All is well again.', phase: 'resolved'} as const;
	test.each<[advice: string, retro: Retro, rule: string, path: string]>([
		['without revenue impact', impact({revenue: ''}), 'no-revenue', 'impact.revenue'],
		['with users in words', impact({users: 'many customers'}), 'users-unquantified', 'impact.users'],
		['with revenue in words', impact({revenue: 'considerable'}), 'revenue-unquantified', 'impact.revenue'],
		['without a detection', unmarked('e1'), 'no-detected', 'timeline'],
		['without a resolution', unmarked('e5'), 'no-resolved', 'timeline'],
		['with an early entry', entryGiven('e1', {at: at('09:59')}), 'entry-before-start', 'timeline:e1.at'],
		[
			'with a late entry',
			{...completeRetro, timeline: [...completeRetro.timeline, later]},
			'entry-after-end',
			'timeline:e6.at',
		],
		[
			'with a long silence',
			{
				...overnight,
				timeline: [...longAway, later, {...later, id: 'e7', at: at('12:20'), text: 'Restarted.'}, resolvedLate],
			},
			'silence',
			'timeline:e7.at',
		],
		['when nothing prevents a recurrence', nobodyPrevents, 'no-prevention', 'actions'],
	])('%s', (_advice, retro, rule, path) => {
		const gap = onlyGap(retro);
		expect(gap).toMatchObject({rule, path, blocks: false});
		expect(gapsOf(keeping(retro, gap), today)).toEqual([]);
	});

	test('with a near miss that has no start and no end', () => {
		const near = {...impact({start: null, end: null}), severity: 'near-miss' as const};
		expect(gapsOf(near, today).map(({rule, blocks}) => [rule, blocks])).toEqual([
			['no-start', false],
			['no-end', false],
		]);
	});
});

describe('what is no gap', () => {
	test('a due date of today, or a past one of an item that is done', () => {
		expect(gapsOf(actionGiven('x1', {due: today}), today)).toEqual([]);
		expect(gapsOf(actionGiven('x1', {due: completeRetro.date, status: 'done'}), today)).toEqual([]);
	});

	test('a past due date when the retro is final', () => {
		expect(gapsOf({...completeRetro, status: 'final'}, '2027-06-01' as CalendarDate)).toEqual([]);
	});

	test('a dropped action item without owner', () => {
		expect(gapsOf(actionGiven('x2', {owner: '', status: 'dropped'}), today)).toEqual([]);
	});
});

describe('a decision to keep a gap', () => {
	test('ends when what it was seen on changes', () => {
		const vague = impact({users: 'many customers'});
		const kept = keeping(vague, onlyGap(vague));
		expect(gapsOf({...kept, impact: {...kept.impact, users: 'most customers'}}, today)).toHaveLength(1);
	});

	test('does not unblock what the guide demands', () => {
		const untitled = {...completeRetro, title: ''};
		expect(gapsOf(keeping(untitled, onlyGap(untitled)), today)).toHaveLength(1);
	});
});

describe('the words of a gap', () => {
	test('name the action item, shortened where it is long', () => {
		const long = 'Rehearse the rollback with everybody on call every single month';
		const words = onlyGap(actionGiven('x2', {text: long, owner: '', due: null})).message;
		expect(words).toBe('"Rehearse the rollback with ever…" has no owner and no due date');
		expect(onlyGap(actionGiven('x2', {due: null})).message).toBe('"Add alert for high database que…" has no due date');
	});

	test('say how often Why was asked', () => {
		expect(onlyGap(whyGiven('w1', {answer: ''})).message).toBe('Why was asked 4 times; 5 at least');
		const [first] = completeRetro.whys;
		const once = {...completeRetro, whys: first === undefined ? [] : [{...first, rootCause: true}]};
		expect(onlyGap(once).message).toBe('Why was asked once; 5 at least');
	});

	test('tell of several entries at once', () => {
		const {message} = onlyGap({...impact({start: at('10:10')}), summary: 'The site was down.'});
		expect(message).toBe('2 entries lie before the start of the impact');
	});

	test('fit 70 columns, and their path leads to a step and to something that is there', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				for (const {message, path, step, demand} of gapsOf(retro, today)) {
					expect(stringWidth(message)).toBeLessThanOrEqual(70);
					expect(message).not.toContain('\n');
					expect(demand).not.toBe('');
					expect(steps).toContain(step);
					expect(stepOf(path)).toBe(step);
					const item = parseItemPath(path);
					if (item !== undefined) expect(listOf(retro, item.list).map(identityOf)).toContain(item.id);
				}
			}),
		);
	});
});

test('the gaps come in the order of the walk', () => {
	fc.assert(
		fc.property(retros, (retro) => {
			const places = gapsOf(retro, today).map(({step}) => steps.indexOf(step));
			expect(places).toEqual(places.toSorted((a, b) => a - b));
		}),
	);
});

test('a retro that has just begun lacks something on every step but the review', () => {
	const gaps = gapsOf(newRetro({id: 'a', now: at('10:00')}), today);
	expect(new Set(gaps.map(({step}) => step))).toEqual(new Set(steps.slice(0, -1)));
});

test('a date on which the impact did not start is worth a look, and blocks nothing', () => {
	const found = gapsOf({...completeRetro, date: '2026-11-19' as CalendarDate}, today);
	expect(found).toMatchObject([{rule: 'other-date', path: 'date', blocks: false}]);
	expect(found[0]?.message).toContain('2026-11-19');
});
