import {describe, expect, test} from 'vitest';
import {findViolations, readImports} from '../../.tooling/import-direction.mjs';

const check = (files: Record<string, string>) => findViolations(new Map(Object.entries(files)));

describe('imports between rooms', () => {
	test('a room may import itself, what lies below it and problem.ts', () => {
		const violations = check({
			'source/cli.ts': "await import('./commands/new.ts');",
			'source/commands/new.ts': "import {begin} from '../retro/new-retro.ts';\nimport {Problem} from '../problem.ts';",
			'source/retro/new-retro.ts': "export * from './record.ts';",
			'source/retro/record.ts': "import type {Instant} from '../time/instant.ts';",
			'source/time/instant.ts': 'export const zero = 0;',
			'source/problem.ts': '',
		});
		expect(violations).toEqual([]);
	});

	test('an import upward is named with its file, line and both rooms', () => {
		const [violation, ...others] = check({
			'source/time/read.ts': "const one = 1;\nimport {rules} from '../lint/rules.ts';",
		});
		expect(violation).toContain('source/time/read.ts:2 imports source/lint/rules.ts: time lies below lint');
		expect(others).toEqual([]);
	});

	test.each([
		"import type {Rule} from '../lint/rules.ts';",
		"import {type Rule} from '../lint/rules.ts';",
		"export {rules} from '../lint/rules.ts';",
		"export * from '../lint/rules.ts';",
		"export const load = () => import('../lint/rules.ts');",
		"export type Rule = import('../lint/rules.ts').Rule;",
		"import '../lint/rules.ts';",
	])('%s counts as an import', (line) => {
		expect(check({'source/text/buffer.ts': line})).toHaveLength(1);
	});

	test('the language server stands on the lint, and knows nothing of commands and screens', () => {
		const server = (target: string) => check({'source/lsp/server.ts': `import {one} from '../${target}';`});
		expect(server('lint/linter.ts')).toEqual([]);
		expect(server('commands/linter.ts')).toHaveLength(1);
		expect(server('ui/theme.ts')).toHaveLength(1);
	});

	test('words in a string or a comment are no import', () => {
		const text = "// import '../lint/rules.ts'\nexport const said = \"import x from '../lint/rules.ts'\";";
		expect(check({'source/text/buffer.ts': text})).toEqual([]);
	});

	test('problem.ts, which all import, imports nothing of ours', () => {
		expect(check({'source/problem.ts': "import './text/buffer.ts';"})).toHaveLength(1);
	});

	test('a folder that is on no list is refused rather than let through', () => {
		const [violation] = check({'source/cli.ts': "import './helpers/all.ts';"});
		expect(violation).toContain('helpers is none of the rooms');
	});

	test('outside source, data and templates may be imported and tests may not', () => {
		expect(check({'source/lint/rules.ts': "import r from '../../data/rules.json' with {type: 'json'};"})).toEqual([]);
		expect(check({'source/lint/rules.ts': "import '../../test/lint/rules.test.ts';"})).toHaveLength(1);
	});
});

describe('imports inside ui', () => {
	test('screens may import components and hooks, and all may import the files beside them', () => {
		const violations = check({
			'source/ui/screens/details.tsx':
				"import '../components/field.tsx';\nimport '../hooks/use-retro.ts';\nimport '../theme.ts';",
			'source/ui/components/field.tsx': "import '../hooks/use-retro.ts';\nimport '../theme.ts';",
			'source/ui/app.tsx': "import './screens/details.tsx';",
		});
		expect(violations).toEqual([]);
	});

	test('components may not import screens, nor hooks components', () => {
		expect(check({'source/ui/components/field.tsx': "import '../screens/details.tsx';"})).toHaveLength(1);
		expect(check({'source/ui/hooks/use-retro.ts': "import '../components/field.tsx';"})).toHaveLength(1);
	});
});

describe('packages', () => {
	test('React and Ink stay in ui', () => {
		expect(check({'source/ui/app.tsx': "import {render} from 'ink';\nimport {memo} from 'react';"})).toEqual([]);
		expect(check({'source/commands/open.ts': "import {render} from 'ink';"})).toHaveLength(1);
		expect(check({'source/commands/open.ts': "import TextInput from 'ink-text-input';"})).toHaveLength(1);
	});

	test('the pure rooms import no module of Node but those that compute alone', () => {
		expect(check({'source/time/read.ts': "import {isDeepStrictEqual} from 'node:util';"})).toEqual([]);
		expect(check({'source/store/adapter.ts': "import fs from 'node:fs';"})).toEqual([]);
		expect(check({'source/time/read.ts': "import fs from 'node:fs';"})).toHaveLength(1);
	});
});

describe('circles', () => {
	test('a circle of two files is shown from end to end, type-only imports included', () => {
		const violations = check({
			'source/retro/a.ts': "import type {B} from './b.ts';",
			'source/retro/b.ts': "import {a} from './a.ts';",
			'source/retro/c.ts': "import {a} from './a.ts';",
		});
		expect(violations).toEqual(['circle: source/retro/a.ts > source/retro/b.ts > source/retro/a.ts']);
	});

	test('two ways to the same file are no circle', () => {
		const violations = check({
			'source/retro/a.ts': "import './b.ts';\nimport './c.ts';",
			'source/retro/b.ts': "import './d.ts';",
			'source/retro/c.ts': "import './d.ts';",
			'source/retro/d.ts': '',
		});
		expect(violations).toEqual([]);
	});
});

test('a file that does not parse is an error that names it', () => {
	expect(() => readImports('source/retro/a.ts', 'import {')).toThrow('source/retro/a.ts does not parse');
});
