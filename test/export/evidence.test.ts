import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import {layoutDocument} from '../../source/export/layout.ts';
import {evidenceOf, splitEvidence} from '../../source/retro/evidence.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {hostileText} from './hostile.ts';
import {readGfm, visibleText} from './reading.ts';

const at = '2026-11-20T10:05:00Z' as Instant;
const template = '{{#timeline}}{{#days}}{{#entries}}\n* `[{{time}}]` {{text}}\n{{/entries}}{{/days}}{{/timeline}}';

function retroOf(text: string, more: Partial<TimelineEntry> = {}): Retro {
	return {...newRetro({id: 'r', now: at, title: 'x'}), timeline: [{id: 'e1', at, text, ...more}]};
}

/** The line of the entry in the document, behind its time. */
function line(text: string, more: Partial<TimelineEntry> = {}, shape = template): string {
	return renderDocument(retroOf(text, more), shape)
		.trim()
		.replace(/^\* `\[10:05 UTC\]` /, '');
}

describe('evidence in the document', () => {
	test.each([
		['Rolled back https://ci.example.com/run/5', 'Rolled back ([ci.example.com](https://ci.example.com/run/5))'],
		[
			'Rolled back. https://ci.example.com/run/5?a=1&b=2 https://g.example.com:3000/d_1',
			'Rolled back. ([ci.example.com](https://ci.example.com/run/5?a=1&b=2), [g.example.com:3000](https://g.example.com:3000/d_1))',
		],
		['Rolled back $ kubectl rollout undo deploy/web', 'Rolled back (`kubectl rollout undo deploy/web`)'],
		['Rolled back $ echo `hostname`', 'Rolled back (`` echo `hostname` ``)'],
		['Rolled back `kubectl rollout undo`', 'Rolled back `kubectl rollout undo`'],
		['Details at https://ci.example.com/run/5', 'Details at <https://ci.example.com/run/5>'],
		['By [run 5](https://ci.example.com/run/5)', 'By [run 5](https://ci.example.com/run/5)'],
		['https://ci.example.com/run/5', '<https://ci.example.com/run/5>'],
		['$ kubectl get pods', '`kubectl get pods`'],
		['Graph https://en.example.org/A_(b)', 'Graph ([en.example.org](https://en.example.org/A_%28b%29))'],
	])('%s', (text, written) => {
		expect(line(text)).toBe(written);
	});

	test('the link that it was imported from stands behind it', () => {
		const source = 'https://acme.slack.com/archives/C024/p1763633100123456';
		expect(line('acked', {source})).toBe(`acked ([acme.slack.com](${source}))`);
	});

	test('only its words are shown where the template makes a link of the line, and in a terminal its address stands behind', () => {
		expect(
			line(
				'Back https://ci.example.com/5',
				{},
				'[{{#timeline}}{{#days}}{{#entries}}{{text}}{{/entries}}{{/days}}{{/timeline}}](https://x.example)',
			),
		).toBe('[Back (ci.example.com)](https://x.example)');
		const [shown = []] = layoutDocument(line('Back https://ci.example.com/5'), 80);
		expect(shown.map(({text}) => text).join('')).toBe('Back (ci.example.com (https://ci.example.com/5))');
	});

	test('in a table a pipe of a command or an address ends no cell', () => {
		const table =
			'| a | b |\n| - | - |\n{{#timeline}}{{#days}}{{#entries}}| {{time}} | {{text}} |{{/entries}}{{/days}}{{/timeline}}';
		const rows = (text: string) => {
			const [read] = readGfm(renderDocument(retroOf(text), table)).children;
			return read?.type === 'table' ? read.children[1]?.children.map(visibleText) : [];
		};
		expect(rows('Back $ kubectl get pods | grep web')).toEqual(['10:05 UTC', 'Back (kubectl get pods | grep web)']);
		expect(rows('Back https://ci.example.com/a|b')).toEqual(['10:05 UTC', 'Back (ci.example.com)']);
	});

	test('what the document says is read back as the same evidence', () => {
		for (const text of ['Rolled back https://ci.example.com/run/5', 'Rolled back $ kubectl rollout undo deploy/web']) {
			expect(splitEvidence(line(text))).toEqual(splitEvidence(text));
		}
	});

	test('no text breaks out of its line, whatever evidence stands behind it', () => {
		const urls = fc.webUrl({withQueryParameters: true, withFragments: true});
		const tails = fc.oneof(
			urls,
			hostileText.map((text) => `$ kubectl ${text}`),
			urls.map((url) => `[x](${url})`),
			hostileText.map((text) => `https://a.example/${text}`),
		);
		fc.assert(
			fc.property(hostileText, tails, (text, tail) => {
				const tree = readGfm(renderDocument(retroOf(`${text} ${tail}`), template));
				expect(tree.children.map(({type}) => type)).toEqual(['list']);
				const [list] = tree.children;
				expect(list?.type === 'list' && list.children.map(({children}) => children.map(({type}) => type))).toEqual([
					['paragraph'],
				]);
			}),
		);
	});

	test('only addresses of the web become links of ours', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				for (const evidence of evidenceOf({text})) {
					if (evidence.kind === 'link') expect(evidence.url).toMatch(/^https?:\/\//i);
				}
			}),
		);
	});
});
