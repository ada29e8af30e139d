/** Text that nobody writes: the lint for times takes all of it, and soon is done. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {blocksOf} from '../../source/lint/markdown/passages.ts';
import {findTimes} from '../../source/lint/times/find-times.ts';
import {timeReader} from '../../source/lint/times/read-times.ts';

function findIn(text: string): ReturnType<typeof findTimes> {
	return findTimes(text, blocksOf(text, 'document'), {utcDeclared: false}, timeReader(new Map()));
}

/** The pattern again and again, up to a length. */
function filled(pattern: string, length: number): string {
	return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

function milliseconds(text: string): number {
	const start = performance.now();
	findIn(text);
	return performance.now() - start;
}

describe('a megabyte of what times are made of is read in a moment', () => {
	test.each(['0123456789', ':', '12:', ' ', '|', '\t', '-', '(', 'Aa ', '+', '12:34:56:', '0x', '..'])(
		'%j',
		(pattern) => {
			expect(milliseconds(filled(pattern, 1_000_000))).toBeLessThan(2000);
		},
	);
});

describe('a file full of times takes a time that grows with its length alone', () => {
	test.each([
		'12:34 ',
		'12:34\n',
		'10:00\t',
		'10:00, ',
		'10:00-11:00 ',
		'1pm ',
		'12:34 PST ',
		'10:00 UTC (03:00 PDT) ',
		'10:00 Europe/Berlin ',
		'2024-05-01T10:00:00+02:00 ',
		'- 2024-05-01 22:00 PDT a\n',
		'2024-05-01 x 22:00 PDT. ',
		'All times in PST\n\n10:00 x\n\n',
		'## a\n### b (CET)\n- 10:00 x\n',
		'# a (PST)\n# b (UTC)\n',
		'|2024-01-01|10:00',
		'Alice 10:00 AM\nhi\n',
		'Yesterday at 10:00 AM\nhi\n',
		'was yesterday. ',
		'1/2/2024 ',
		'Jan 12 ',
		'> 10:0 ',
		'<!-- retro-lint-disable-next-line x --> 10:00 x ',
		'all times the times, ',
	])('%j', (pattern) => {
		const table = pattern.startsWith('|') ? '|a|\n|-|\n' : '';
		expect(milliseconds(table + filled(pattern, 150_000))).toBeLessThan(6000);
	});
});

const pieces = fc.constantFrom(
	...'10:05|10:05:30|3pm|3:05 PM|noon|midnight|1005|0:10|10.05|10h05| |, |-|–| to | and |\n|\n\n|- |# |## |> |**|_|`|```|(|)|[|]| / |T|Z| UTC| PDT| PST| IST| CET/CEST| +02:00|-07:00| UTC+2| Berlin time| local time| Europe/Berlin|All times in |(UTC)|(PST)|2024-07-01|2024-10-27|Jul 1, 2024|31 Dec|03/04/2024|Mon, |yesterday|today|last Tuesday|Alice |: |ratio |took |at |👍|é|\u0000|\r'.split(
		'|',
	),
	'|',
	'| a | b |\n|---|---|\n',
);

type Span = {readonly start: number; readonly end: number};

/** Those that begin before one that begins earlier has ended. */
function overlaps(spans: readonly Span[]): Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start);
	return sorted.filter(({start}, index) => start < (sorted[index - 1]?.end ?? 0));
}

test('whatever is written, findings lie in the text and their replacements too, in order and apart', () => {
	const linter = createLinter();
	fc.assert(
		fc.property(fc.array(pieces, {maxLength: 40}), fc.boolean(), (parts, utcDeclared) => {
			const text = parts.join('');
			const findings = linter.lint(text, {format: 'document', utcDeclared});
			expect(overlaps(findings.flatMap(({fix = []}) => fix.map(({span}) => span)))).toEqual([]);
			for (const {span, message, suggestions, fix = []} of findings) {
				expect(span.start).toBeGreaterThanOrEqual(0);
				expect(span.end).toBeGreaterThan(span.start);
				expect(span.end).toBeLessThanOrEqual(text.length);
				expect(message.length).toBeLessThanOrEqual(72);
				expect(suggestions).not.toContain(text.slice(span.start, span.end));
				let from = 0;
				for (const replacement of fix) {
					expect(replacement.span.start).toBeGreaterThanOrEqual(from);
					expect(replacement.span.end).toBeGreaterThan(replacement.span.start);
					expect(replacement.text).not.toBe(text.slice(replacement.span.start, replacement.span.end));
					from = replacement.span.end;
				}
				expect(from).toBeLessThanOrEqual(text.length);
			}
		}),
		{numRuns: 1000},
	);
});

test('any text is taken', () => {
	fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 200}), (text) => Array.isArray(findIn(text))));
});
