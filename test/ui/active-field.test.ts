import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Finding} from '../../source/lint/finding.ts';
import {carryFindings, nearestFinding} from '../../source/ui/active-field.ts';

function finding(start: number, end: number): Finding {
	const span = {start, end};
	return {rule: 'r', category: 'blame', severity: 'warning', span, evidence: span, message: '', suggestions: []};
}

describe('the marks of findings while somebody types on', () => {
	test('stay on the words before the change', () => {
		expect(carryFindings('Bob broke it.', [finding(0, 9)], 'Bob broke it. And')).toEqual([finding(0, 9)]);
	});

	test('move along with the words behind it', () => {
		expect(carryFindings('Bob broke it.', [finding(4, 9)], 'So Bob broke it.')).toEqual([finding(7, 12)]);
	});

	test('go when the words themselves change, until they are linted again', () => {
		expect(carryFindings('Bob broke it.', [finding(4, 9)], 'Bob brought it.')).toEqual([]);
	});

	test('always lie on the words they were found on', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), fc.nat(), (before, word, after, at, cut) => {
				const text = `${before}${word}${after}`;
				const place = at % (text.length + 1);
				const next = text.slice(0, place) + text.slice(Math.min(text.length, place + (cut % 4)));
				const [carried] = carryFindings(text, [finding(before.length, before.length + word.length)], next);
				if (carried !== undefined) expect(next.slice(carried.span.start, carried.span.end)).toBe(word);
			}),
		);
	});
});

test('the finding that opens is the one under the caret, else the nearest', () => {
	const findings = [finding(0, 5), finding(20, 25)];
	expect(nearestFinding(findings, 22)).toBe(findings[1]);
	expect(nearestFinding(findings, 8)).toBe(findings[0]);
	expect(nearestFinding([], 8)).toBeUndefined();
});
