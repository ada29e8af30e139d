import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readImport} from '../../source/importers/read-import.ts';
import {sources} from '../../source/importers/sources.ts';
import {bare, inChunks} from './fixture.ts';

/** Pieces that look like something, so that every reader is reached. */
const pieces = fc.constantFrom(
	...[
		'10:05',
		' 2026-01-10 ',
		'[Jan 10] ',
		'| a | b |\n',
		'|---|\n',
		'# Timeline\n',
		'- ',
		'  3:26 PM\n',
		'Ann\n',
		'\n',
		'```',
	],
	...[
		'{"ts":"1767953100.000100","type":"message","text":"<@U1|',
		'"},',
		'[',
		']',
		'{',
		'}',
		'"labels":{}',
		'"startsAt":"2026-01-10T10:05:00Z"',
	],
	...[
		'apiVersion: v1\n',
		'kind: Event\n',
		'&a ',
		'*a ',
		'<1>',
		'Jan 10 10:05:30 h p: x\n',
		'Time,Text\n',
		'"',
		';',
		'PST ',
		'IST',
		'All times in ',
	],
	...[
		'99:99',
		'2026-02-30 10:05',
		'\u001b[31m',
		'\0',
		'\u202e',
		' - ',
		'~',
		':::::',
		'<p>',
		'https://a:b@c?t=xoxe-1',
		'24/07/25\n',
		'1768039500',
	],
);
const text = fc.oneof(
	fc.string({unit: 'binary', maxLength: 400}),
	fc.array(pieces, {maxLength: 60}).map((parts) => parts.join('')),
);

test('any text is read to its end, and every row that is kept has a time, a text and no control characters', async () => {
	await fc.assert(
		fc.asyncProperty(text, fc.integer({min: 1, max: 50}), async (whole, size) => {
			const result = await readImport(inChunks(whole, size), bare);
			if (result.kind !== 'imported') return;
			for (const row of result.imported.rows) {
				expect(row.text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
				if (row.keep) expect(row.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
				else expect(row.reason).not.toBe('');
			}
		}),
		{numRuns: 400},
	);
});

test.each(sources.map((source) => [source.name, source] as const))(
	'%s takes any text that is said to be its',
	async (_name, source) => {
		await fc.assert(
			fc.asyncProperty(text, async (whole) => {
				await readImport(inChunks(whole), bare, {}, source);
			}),
			{numRuns: 60},
		);
	},
);

test('the same text gives the same rows in whatever chunks it arrives', async () => {
	await fc.assert(
		fc.asyncProperty(text, fc.integer({min: 1, max: 30}), async (whole, size) => {
			expect(await readImport(inChunks(whole, size), bare)).toEqual(await readImport(inChunks(whole, 1_000_000), bare));
		}),
		{numRuns: 200},
	);
});

test('texts made to be slow are not', async () => {
	const slow = [
		'-'.repeat(60_000),
		'| '.repeat(30_000),
		'<'.repeat(60_000),
		'@a'.repeat(30_000),
		'`'.repeat(60_000),
		'1:00 '.repeat(12_000),
		'Time (a) '.repeat(6000),
		':a'.repeat(30_000),
	];
	for (const whole of slow) {
		const begun = performance.now();
		for (const source of sources) await readImport(inChunks(`10:05 ${whole}\n`), bare, {}, source);
		expect(performance.now() - begun).toBeLessThan(4000);
	}
}, 60_000);
