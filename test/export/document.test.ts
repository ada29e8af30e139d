import fc from 'fast-check';
import type {Nodes, Root} from 'mdast';
import {describe, expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import {readEvidenced} from '../../source/export/evidence-nodes.ts';
import {readLine} from '../../source/export/read-markdown.ts';
import {gapsOf} from '../../source/retro/gaps.ts';
import type {Retro} from '../../source/retro/record.ts';
import {readGfm, visibleText} from './reading.ts';
import {brief, day, detailed, emptyRetro, example, guide, hostileRetro, instant} from './sample.ts';

describe('the worked example', () => {
	const document = renderDocument(example, guide);

	test('lacks nothing that the guide asks for', () => {
		expect(gapsOf(example, day('2026-11-23'))).toEqual([]);
	});

	test('renders to a document with the lines of the guide', () => {
		const lines = [
			'* `[10:00 UTC]` Monitoring alert fires for high latency.',
			'* `[10:05 UTC]` On-call engineer acknowledges alert.',
			'* `[10:15 UTC]` Incident declared. SEV 2.',
			'1. **Why did the site crash?** Because the database CPU spiked to 100%.',
			'2. **Why did the CPU spike?** Because a heavy query was run frequently.',
			'3. **Why was the query run frequently?** Because a new feature was released without caching.',
			"4. **Why was it released without caching?** Because the load test didn't simulate realistic traffic patterns.",
			"5. **Why didn't the load test simulate realistic traffic?** Because we lack a tool to mirror production traffic to staging. -> **Root Cause**",
			'* [Prevent] Implement traffic mirroring in staging. (Owner: @infra-team, Due: 2026-12-01)',
			'* [Detect] Add alert for high database query time. (Owner: @backend-team, Due: 2026-12-04)',
			'* [Mitigate] Update rollback playbook. (Owner: @oncall, Due: 2026-12-08)',
		];
		expect(document.split('\n')).toEqual(expect.arrayContaining(lines));
	});

	test('has the sections of the guide, in its order', () => {
		expect(headings(readGfm(document))).toEqual([
			'1 Post-Mortem: Site crash under a heavy database query',
			'2 1. Summary',
			'2 2. Impact',
			'2 3. Timeline',
			'2 4. Root Cause Analysis (5 Whys)',
			'3 Contributing Factors',
			'2 5. Lessons Learned',
			'2 6. Action Items',
		]);
	});

	test('is the same to the byte each time, and carries no backslash', () => {
		expect(renderDocument(structuredClone(example), guide)).toBe(document);
		expect(document).not.toContain('\\');
	});
});

describe('a retro that is still empty', () => {
	test('says so in every place', () => {
		const document = renderDocument(emptyRetro, guide);
		expect(document).toContain('# Post-Mortem: Untitled incident\n');
		expect(document).toContain(
			'## 1. Summary\n\n_Not recorded yet._\n\n## 2. Impact\n\n* **Duration:** _Not recorded yet._\n',
		);
		expect(document).toContain('* **Where did we get lucky?**\n  * _Not recorded yet._\n');
		expect(document).not.toMatch(/[ \t]$|\n{3}|[^\n]$(?!\n)/m);
	});
});

describe('the timeline', () => {
	const at = (moment: string, text: string) => ({id: text, at: instant(moment), text});

	test('is in order of time, whatever the order it was noted in', () => {
		const timeline = [at('2026-11-20T10:05:00Z', 'second'), at('2026-11-20T10:00:30Z', 'first')];
		expect(renderDocument({...example, timeline}, guide)).toContain(
			'* `[10:00:30 UTC]` first\n* `[10:05 UTC]` second\n\n## 4.',
		);
	});

	test('names the days when it spans several', () => {
		const timeline = [at('2026-11-20T23:50:00Z', 'before'), at('2026-11-21T00:10:00Z', 'after')];
		expect(renderDocument({...example, timeline}, guide)).toContain(
			'## 3. Timeline\n\n### 2026-11-20\n\n* `[23:50 UTC]` before\n\n### 2026-11-21\n\n* `[00:10 UTC]` after\n\n## 4.',
		);
	});
});

describe('the detailed template', () => {
	const document = renderDocument(example, detailed);

	test('has all that the guide has, word for word', () => {
		const lines = document.split('\n');
		expect(lines).toEqual(expect.arrayContaining(renderDocument(example, guide).split('\n')));
	});

	test('has the phases as a table and as a chart of the same times', () => {
		expect(document).toContain(
			'| detected | 2026-11-20 10:00 UTC | 5 minutes | Monitoring alert fires for high latency. |\n',
		);
		expect(document).toContain('All times are in UTC, those of the chart as well.\n\n```mermaid\ngantt\n');
	});

	test('has each time with its definition and the two entries that it comes from', () => {
		expect(document).toContain(
			[
				'* **Time to acknowledge:** 5 minutes (from the detection until somebody took it on)',
				'  * From 2026-11-20 10:00 UTC: Monitoring alert fires for high latency.',
				'  * To 2026-11-20 10:05 UTC: On-call engineer acknowledges alert.',
			].join('\n'),
		);
	});

	test('says of a time that is missing what is missing, and draws nothing of nothing', () => {
		const timeline = example.timeline.filter(({phase}) => phase !== 'acknowledged');
		expect(renderDocument({...example, timeline}, detailed)).toContain(
			'* **Time to acknowledge:** _No entry is marked as acknowledged._ (from the',
		);
		const empty = renderDocument(emptyRetro, detailed);
		expect(empty).toContain(
			'### Phases\n\n_Not recorded yet._\n\n### Times\n\n* **Time to detect:** _No entry is marked',
		);
		expect(empty).not.toMatch(/mermaid|[ \t]$|\n{3}/m);
		expect(empty).not.toMatch(/\* (From|To) _Not/);
	});
});

describe('the whys', () => {
	const why = (id: string, parent: string | null, rootCause = false) => ({
		id,
		question: `Why ${id}?`,
		answer: `because of ${id}`,
		parent,
		rootCause,
	});
	const section = (whys: Retro['whys']): string =>
		/(?<=5 Whys\)\n\n).*?(?=\n\n###)/s.exec(renderDocument({...example, whys}, guide))?.[0] ?? '';

	test('branch into lists of their own under the answer they leave from', () => {
		const whys = [
			why('a', null),
			why('b', 'a'),
			why('c', 'b', true),
			why('x', 'a'),
			why('y', 'x', true),
			why('z', 'a'),
		];
		expect(section(whys)).toBe(
			[
				'1. **Why a?** Because of a',
				'   1. **Why x?** Because of x',
				'   2. **Why y?** Because of y -> **Root Cause**',
				'   1) **Why z?** Because of z',
				'2. **Why b?** Because of b',
				'3. **Why c?** Because of c -> **Root Cause**',
			].join('\n'),
		);
	});

	test('without an answer say so', () => {
		expect(section([{...why('a', null), answer: ' '}])).toBe('1. **Why a?** _Not answered yet._');
	});
});

test('what is done or dropped is told', () => {
	const actions = example.actions.map((action, index) => ({
		...action,
		status: index === 0 ? ('done' as const) : ('dropped' as const),
	}));
	const document = renderDocument({...example, actions}, guide);
	expect(document).toContain('staging. (Owner: @infra-team, Due: 2026-12-01, Done)');
	expect(document).toContain('time. (Owner: @backend-team, Due: 2026-12-04, Dropped)');
});

test('an incident that ends before it starts has no length, and says why', () => {
	const impact = {...example.impact, end: instant('2026-11-20T09:00:00Z')};
	expect(renderDocument({...example, impact}, guide)).toContain('* **Duration:** _The end is before the start._ (');
});

describe('templates of a team', () => {
	test('may put the summary beside other text, in a quote or in a list', () => {
		const retro = {...example, summary: 'First.\n\n* a\n* b'};
		expect(renderDocument(retro, 'Summary: {{summary}}')).toBe('Summary: First. \\* a \\* b\n');
		expect(renderDocument(retro, '> {{summary}}')).toBe('> First.\n>\n> * a\n> * b\n');
		expect(renderDocument(retro, '* {{summary}}\n* x')).toBe('* First.\n\n  * a\n  * b\n* x\n');
	});

	test('may put values into tables', () => {
		const retro = {...example, title: 'a | b', facilitator: '`x|y`'};
		const document = renderDocument(retro, '| Title | Who |\n| ----- | --- |\n| {{title}} | {{facilitator}} |');
		expect(document).toContain('| a \\| b | `x\\|y` |');
	});

	test('push the headings of the summary below their own', () => {
		const retro = {...example, summary: '# Mine'};
		expect(renderDocument(retro, '# A\n\n### B\n\n{{summary}}')).toBe('# A\n\n### B\n\n#### Mine\n');
	});

	test('give the same with two braces and with three', () => {
		const retro = {...example, title: 'a & b <c> "d"'};
		expect(renderDocument(retro, '{{title}} {{{title}}} {{&title}}')).toBe(
			'a & b \\<c> "d" a & b \\<c> "d" a & b \\<c> "d"\n',
		);
	});
});

describe('nothing typed breaks the structure', () => {
	test.each([
		['guide', guide],
		['detailed', detailed],
		['brief', brief],
	])('of %s', (_, template) => {
		const expected = outline(readGfm(renderDocument({...example, summary: 'SUMMARY'}, template)));
		fc.assert(
			fc.property(hostileRetro, (retro) => {
				const tree = readGfm(renderDocument(retro, template));
				expect(outline(withoutSummary(tree))).toEqual(expected);
				expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|definition|footnote\w*)"/);
			}),
			{numRuns: 30},
		);
	});

	test('and all of it can be seen', () => {
		fc.assert(
			fc.property(hostileRetro, (retro) => {
				const seen = visibleText(readGfm(renderDocument(retro, guide)));
				for (const text of lineTexts(retro)) {
					expect(seen).toContain(readLine(text).map(visibleText).join(''));
				}
				for (const entry of retro.timeline) {
					expect(seen).toContain(readEvidenced(entry).map(visibleText).join(''));
				}
			}),
			{numRuns: 30},
		);
	});
});

test('no control character gets into a document', () => {
	const title = 'a\u001b[31mb\u0007\u009b2J';
	expect(renderDocument({...example, title, summary: title}, guide)).not.toMatch(/[^\P{Cc}\n]/u);
});

function headings(tree: Root): string[] {
	return tree.children.flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${visibleText(node)}`] : []));
}

/** The blocks and how they contain each other, without what is in them. */
function outline(node: Nodes): unknown {
	if (node.type === 'paragraph' || node.type === 'tableCell') return node.type;
	if (node.type === 'heading') return `${node.type} ${node.depth}`;
	return 'children' in node ? [node.type, ...node.children.map(outline)] : node.type;
}

/** With the blocks of the summary, which lie below the first heading of level 2, replaced by one paragraph. */
function withoutSummary(tree: Root): Root {
	const sections = [...tree.children.entries()].filter(([, node]) => node.type === 'heading' && node.depth === 2);
	const [start, end] = sections.map(([index]) => index);
	const {children} = tree;
	return {
		...tree,
		children: [...children.slice(0, (start ?? 0) + 1), {type: 'paragraph', children: []}, ...children.slice(end)],
	};
}

function lineTexts({title, facilitator, impact, lessons, actions}: Retro): string[] {
	return [
		title,
		facilitator,
		impact.users,
		impact.revenue,
		impact.data,
		...[...lessons.wentWell, ...lessons.wentWrong, ...lessons.gotLucky].map(({text}) => text),
		...actions.flatMap(({text, owner}) => [text, owner]),
	];
}
