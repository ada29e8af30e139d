/** What lies in `data/` is what its schema says, and every file but those of retros has one. */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Schema, Validator} from '@cfworker/json-schema';
import * as v from 'valibot';
import {describe, expect, test} from 'vitest';
import masks from '../../data/import-masks.json' with {type: 'json'};
import noise from '../../data/import-noise.json' with {type: 'json'};
import {retroSchema} from '../../source/retro/record.ts';

const data = join(import.meta.dirname, '../../data');

/** Records of each version that there was are read by the tests of migrations. */
const files = readdirSync(data, {recursive: true, encoding: 'utf8'}).filter(
	(file) => file.endsWith('.json') && !file.endsWith('.schema.json') && !/^(?:example\.json$|records\b)/.test(file),
);

function parsed(...path: string[]): unknown {
	return JSON.parse(readFileSync(join(...path), 'utf8'));
}

test.each(files)('%s holds what its schema says', (file) => {
	const content = parsed(data, file) as {$schema?: string};
	const schema = parsed(dirname(join(data, file)), content.$schema ?? 'it names no schema') as Schema;
	const {errors} = new Validator(schema, '2020-12', false).validate(content);
	expect(errors.map(({instanceLocation, error}) => `${instanceLocation}: ${error}`)).toEqual([]);
});

test('the example is a retro', () => {
	expect(v.safeParse(retroSchema, parsed(data, 'example.json')).success).toBe(true);
});

describe('what imports search for', () => {
	test.each(masks.masks.map(({why, pattern, flags}) => [why, pattern, flags] as const))(
		'%s: an expression with what stays in its first group',
		(_why, pattern, flags) => {
			const groups = new RegExp(`${pattern}|`, flags.replace('g', '')).exec('')?.length ?? 0;
			expect(groups).toBeGreaterThan(1);
		},
	);

	test.each([...noise.slack.lines, noise.slack.membership])(
		'%s is an expression that no empty line fits',
		(pattern) => {
			expect(new RegExp(`^(?:${pattern})$`, 'i').test('')).toBe(false);
		},
	);
});
