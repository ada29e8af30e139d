import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {guidance, severityNotes} from '../../source/retro/guide.ts';
import {steps} from '../../source/retro/steps.ts';

test('the guide of each step is one line and its example fits 78 columns', () => {
	for (const step of steps) {
		const {line, example} = guidance[step];
		expect(example).not.toEqual([]);
		for (const text of [line, ...example]) expect(stringWidth(text), text).toBeLessThanOrEqual(78);
	}
});

test('severities are told apart by whether a post-mortem is mandatory', () => {
	expect(severityNotes).toMatchObject({
		SEV1: expect.stringMatching(/mandatory/),
		SEV2: expect.stringMatching(/mandatory/),
		SEV3: expect.stringMatching(/^Optional/),
		'near-miss': expect.stringMatching(/^Recommended/),
	});
});
