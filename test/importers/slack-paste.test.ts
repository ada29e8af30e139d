import {expect, test} from 'vitest';
import {imported, rowsOf} from './fixture.ts';

const paste = `Thread
checkout-incident


Ann
  3:26 PM
was added to checkout-incident by Bob
.


Ann
:pto:  11:58 AM
Hey
@bob
, errors are at 5 % (edited)
:eyes:
3
12:03
and rising
:+1::+1:



21 replies
Last reply 16 days agoView thread


PagerDuty
APP
  12:10 PM
replied to a thread:
errors are at 5 %
Triggered: checkout latency
image.png
`;

test('names, continuations without AM or PM, and nothing that nobody said', async () => {
	expect(await rowsOf(paste, {date: '2026-01-10', tz: 'America/New_York'})).toEqual([
		'2026-01-10 16:58 ?date Ann: Hey @bob, errors are at 5 %',
		'2026-01-10 17:03 Ann: and rising',
		'2026-01-10 17:10 PagerDuty: Triggered: checkout latency',
		'(channel_join) 2026-01-10 20:26 Ann: was added to checkout-incident by Bob.',
	]);
	expect((await imported(paste)).source.name).toBe('slack-paste');
});

test('a day and a zone that the client does not show are assumed', async () => {
	expect(await rowsOf('Ann\n  3:26 PM\nfailover')).toEqual(['2026-11-20 15:26 ?date,zone Ann: failover']);
});

test('words for a day count from the day that was named, and are assumed', async () => {
	const text =
		'Ann\n  Yesterday at 3:26 PM\nfailover\n\nBob\n  Wednesday at 9:00 AM\nok\n\nBob\n  Feb 25th at 10:39 AM\nwell';
	expect(await rowsOf(text, {tz: 'UTC'})).toEqual([
		'2026-02-25 10:39 ?date Bob: well',
		'2026-11-18 09:00 ?date Bob: ok',
		'2026-11-19 15:26 ?date Ann: failover',
	]);
});

test('a divider with its date settles the day', async () => {
	const text = 'Ann\n  11:59 PM\nfailover\nSaturday, January 10th, 2026\nAnn\n  12:01 AM\nback';
	expect(await rowsOf(text, {tz: 'UTC', date: '2026-01-09'})).toEqual([
		'2026-01-09 23:59 Ann: failover',
		'2026-01-10 00:01 Ann: back',
	]);
});

test('name and time on one line', async () => {
	expect(await rowsOf('ann  10:05 AM\nfailover\nbob  10:07 AM\nok', {date: '2026-01-10', tz: 'UTC'})).toEqual([
		'2026-01-10 10:05 ann: failover',
		'2026-01-10 10:07 bob: ok',
	]);
});
