import fc from 'fast-check';
import {is} from 'valibot';
import {describe, expect, test} from 'vitest';
import {newRetro, retroId} from '../../source/retro/new-retro.ts';
import {retroSchema} from '../../source/retro/record.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {at, completeRetro} from './complete-retro.ts';

const date = '2026-11-20' as CalendarDate;

describe('an id', () => {
	test.each([
		['Checkout latency', '2026-11-20-checkout-latency-k3x9'],
		['Checkout latency after the cache deploy in eu-west-1', '2026-11-20-checkout-latency-after-the-cache-deploy-k3x9'],
		['Straße für Ørsted', '2026-11-20-strasse-fur-orsted-k3x9'],
		['../../etc/passwd', '2026-11-20-etc-passwd-k3x9'],
		['', '2026-11-20-k3x9'],
		['支付宕机', '2026-11-20-k3x9'],
		['🔥🔥', '2026-11-20-k3x9'],
		['x'.repeat(90), `2026-11-20-${'x'.repeat(40)}-k3x9`],
	])('of %j is %s', (title, id) => {
		expect(retroId(date, title, 'k3x9')).toBe(id);
	});

	test('is one that a record may have, whatever the title', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 80}), (title) => {
				const id = retroId(date, title, 'k3x9');
				expect(id).toMatch(/^2026-11-20(-[a-z0-9]+)*-k3x9$/);
				expect(is(retroSchema, newRetro({id, now: at('10:00'), title}))).toBe(true);
			}),
		);
	});
});

test('a new retro is a draft of today with nothing said', () => {
	expect(newRetro({id: 'a', now: at('10:00')})).toMatchObject({
		title: '',
		severity: null,
		status: 'draft',
		date: completeRetro.date,
		createdAt: at('10:00'),
		updatedAt: at('10:00'),
	});
});

test('a new retro takes the title and the severity that are known', () => {
	const retro = newRetro({id: 'a', now: at('10:00'), title: 'Site crash', severity: 'SEV1'});
	expect([retro.title, retro.severity]).toEqual(['Site crash', 'SEV1']);
});
