import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {wholeIncidents} from '../../source/retro/timeline-checks/whole-incident.ts';

describe('a sentence says how long the whole incident lasted', () => {
	test.each([
		['The outage lasted for 47 minutes, during which 415 jobs could not start.', '47 minutes'],
		['Total service disruption lasted for approximately five hours on a Saturday.', 'approximately five hours'],
		['It lasted about an hour.', 'about an hour'],
		['The release caused a 47-minute outage of the checkout.', '47-minute'],
		['This went unnoticed and caused 40min of total outage.', '40min'],
		['We had a total downtime of around 20 hours.', 'around 20 hours'],
		['**Duration:** 5 hours 26 minutes of active impact', '5 hours 26 minutes'],
		['Time to recovery: 84 minutes', '84 minutes'],
		['The site was down for 47 minutes after a release. All visitors were affected.', '47 minutes'],
		['All trees were closed for 17 hours.', '17 hours'],
		['Customers could not check out for 52 minutes.', '52 minutes'],
		['It caused beta to be unusable for about 1h50m.', 'about 1h50m'],
		['The site was\ndown for 47\nminutes.', '47 minutes'],
		['The service experienced an outage lasting 1 hour and 48 minutes.', '1 hour and 48 minutes'],
		['The site was down from 10:00 to 10:47 UTC.', 'from 10:00 to 10:47 UTC'],
		['Duration: 21:45 to 23:28 UTC', '21:45 to 23:28 UTC'],
	])('%s', (text, words) => {
		expect(wholeIncidents(text).map((said) => said.words)).toEqual([words]);
	});
});

describe('a sentence speaks of something else', () => {
	test.each([
		'The client retried for 5 minutes.',
		'After 10 minutes the pods came back.',
		'The deploy took 47 minutes.',
		'Some users were affected for 5 minutes.',
		'For some users, the outage lasted 20 minutes.',
		'This occurred once previously and lasted 24 hours.',
		'Outage went unnoticed for 40 minutes.',
		'The trees were closed for 14 hours before anybody was called.',
		'Time to detection: 54 minutes',
		'99.9 % annual uptime corresponds to 8 hours of downtime.',
		'Without the rollback the outage would have lasted 3 hours.',
		'The downtime was extended by 1 hour.',
		'It took 30 minutes to roll back.',
		'The estimate of the restore was 40 minutes, its actual duration was 3 hours.',
		'User pods older than one hour are deleted.',
		'The alert waits until the queue was down for 15 minutes per region.',
		'Redis was down for 3 minutes.',
		'Events from 10:00 to 10:47 UTC were replayed.',
		'The site was down from 10:00 to 10:47.',
	])('%s', (text) => {
		expect(wholeIncidents(text)).toEqual([]);
	});
});

test('any text is read', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 200}), (text) => {
			for (const {words} of wholeIncidents(text)) expect(words).not.toBe('');
		}),
	);
});

test('a long text is read in a moment', () => {
	const text = `${'the site was down for '.repeat(4000)}47 minutes ${'1h '.repeat(4000)}`;
	const before = process.cpuUsage();
	wholeIncidents(text);
	expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});
