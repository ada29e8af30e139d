import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	evidenceLine,
	evidenceOf,
	shortText,
	splitEvidence,
	wholeText,
	withEvidence,
	withoutCommand,
} from '../../source/retro/evidence.ts';
import type {TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {texts} from './arbitrary.ts';

const run = 'https://ci.example.com/run/5';

function entry(text: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	return {id: 'e1', at: '2026-11-20T10:05:00Z' as Instant, text, ...more};
}

const link = (url: string) => ({kind: 'link', url});
const command = (words: string) => ({kind: 'command', command: words});

describe('what is given at the end of a text', () => {
	test.each([
		[`Rolled back ${run}`, 'Rolled back', [link(run)]],
		[`Rolled back <${run}>`, 'Rolled back', [link(run)]],
		[`Rolled back (${run})`, 'Rolled back', [link(run)]],
		[`Rolled back: ${run}.`, 'Rolled back', [link(run)]],
		[`Rolled back - ${run}`, 'Rolled back', [link(run)]],
		[
			`Rolled back. ${run} https://grafana.example.com/d/1`,
			'Rolled back.',
			[link(run), link('https://grafana.example.com/d/1')],
		],
		[`Rolled back ([ci.example.com](${run}))`, 'Rolled back', [link(run)]],
		['Graph https://en.example.org/wiki/A_(b)', 'Graph', [link('https://en.example.org/wiki/A_(b)')]],
		['Rolled back $ kubectl rollout undo deploy/web', 'Rolled back', [command('kubectl rollout undo deploy/web')]],
		['Rolled back $ ./rollback.sh -n 5', 'Rolled back', [command('./rollback.sh -n 5')]],
		[`Rolled back ${run} $ kubectl get pods`, 'Rolled back', [link(run), command('kubectl get pods')]],
		['Rolled back (`kubectl rollout undo deploy/web`)', 'Rolled back', [command('kubectl rollout undo deploy/web')]],
		['Scaled to 99 $ kubectl scale deploy/web', 'Scaled to 99', [command('kubectl scale deploy/web')]],
		[run, '', [link(run)]],
		['$ kubectl get pods', '', [command('kubectl get pods')]],
	])('%s', (text, said, given) => {
		expect(splitEvidence(text)).toEqual({said, given, within: null});
	});

	test.each([
		[`Details are at ${run}`, link(run), 'Details are at ci.example.com'],
		[`Rolled back, see ${run}.`, link(run), 'Rolled back, see ci.example.com'],
		[`Rolled back by [run 5](${run})`, link(run), 'Rolled back by run 5'],
		['Rolled back with `kubectl rollout undo deploy/web`', command('kubectl rollout undo deploy/web'), undefined],
		['Node freed by `./drain.sh cache-3 --now`.', command('./drain.sh cache-3 --now'), undefined],
	])('that the sentence needs stays in it: %s', (text, within, short) => {
		expect(splitEvidence(text)).toEqual({said: text, given: [], within});
		expect(shortText(text)).toBe(short ?? text);
	});

	test.each([
		'On-call acked',
		'Node drained: `cache-3`',
		'Logs say `too many open files`',
		`${run} is slow`,
		'We lost 300 $ per minute',
		'Sales fell by a lot of $ per minute',
		'It cost $5',
		'mailto:ops@example.com',
		'ftp://files.example.com/dump',
		'javascript:alert(1)',
		'https://',
		'',
	])('"%s" is none', (text) => {
		expect(evidenceOf(entry(text))).toEqual([]);
		expect(splitEvidence(text)).toEqual({said: text, given: [], within: null});
		expect(shortText(text)).toBe(text);
	});
});

describe('the evidence of an entry', () => {
	const permalink = 'https://acme.slack.com/archives/C024/p1763633100123456';

	test('the link that it was imported from counts', () => {
		expect(evidenceOf(entry('acked', {source: permalink}))).toEqual([link(permalink)]);
		expect(evidenceOf(entry(`acked ${permalink}`, {source: permalink}))).toEqual([link(permalink)]);
		expect(evidenceOf(entry('acked', {source: 'slack:1.2'}))).toEqual([]);
	});

	test('all of it stands behind the whole text', () => {
		expect(wholeText(entry(`acked ${run}`, {source: permalink}))).toBe(`acked ${run} ${permalink}`);
		expect(wholeText(entry('acked'))).toBe('acked');
	});

	test('a row that is nothing else is called by its host', () => {
		expect(shortText(run)).toBe('ci.example.com');
		expect(shortText('$ kubectl get pods')).toBe('kubectl get pods');
	});

	test.each([
		[[], ''],
		[['acked'], 'The one entry carries no evidence'],
		[[`acked ${run}`], 'The one entry carries evidence'],
		[['a', 'b'], 'None of 2 entries carry evidence'],
		[['a', `b ${run}`], '1 of 2 entries carries evidence'],
		[['a', `b ${run}`, `c ${run}`], '2 of 3 entries carry evidence'],
	])('how many carry it: %j', (lines, said) => {
		expect(evidenceLine({timeline: lines.map((text) => entry(text))})).toBe(said);
	});
});

describe('properties', () => {
	const word = fc.constantFrom(
		'Rolled',
		'back',
		'cache-3',
		'drained',
		'99th',
		'%',
		'latency',
		'“ok”',
		'日本',
		'(again)',
	);
	const sentences = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '));
	const links = fc
		.webUrl({withQueryParameters: true, withFragments: true})
		.filter((url) => !/[.,;:!?')]$|["<>`]/.test(url))
		.map((url) => link(url));
	const commands = fc
		.tuple(fc.constantFrom('kubectl', './run.sh', '~/bin/undo', 'deployctl'), sentences)
		.map(([program, rest]) => command(`${program} ${rest}`));
	const given = fc
		.tuple(fc.array(links, {maxLength: 3}), fc.array(commands, {maxLength: 1}))
		.map((parts) => parts.flat());

	test('what is written behind a sentence is read back', () => {
		fc.assert(
			fc.property(sentences, given, (said, all) => {
				const text = withEvidence(said, all as never);
				expect(splitEvidence(text)).toMatchObject({said, given: all});
				expect(evidenceOf(entry(text))).toEqual(all);
			}),
		);
	});

	test('any text is split without a throw, and nothing but evidence and what joins it is lost', () => {
		fc.assert(
			fc.property(fc.oneof(texts, fc.string(), sentences), (text) => {
				const {said, given: all} = splitEvidence(text);
				expect(text.trim().startsWith(said)).toBe(true);
				if (all.length === 0) expect(said).toBe(text.trim());
				expect(withoutCommand(text)).toHaveLength(text.length);
				expect(splitEvidence(said).given).toEqual([]);
			}),
		);
	});

	test('long texts take no long time', () => {
		const began = performance.now();
		for (const part of ['[', '(', '([', '`', '$ a ', 'https://a ', '[](', 'a | ', 'https://a)']) {
			splitEvidence(part.repeat(2000 / part.length));
		}
		expect(performance.now() - began).toBeLessThan(1000);
	});
});
