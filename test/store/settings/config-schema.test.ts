/** The JSON Schema of a team's settings, for editors. `npx vitest --update` writes it anew after a change. */
import {readFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import {expect, test} from 'vitest';
import {lintConfigurationSchema} from '../../../source/lint/configuration.ts';
import {settingsSchema} from '../../../source/store/settings/configuration.ts';

function settingsJsonSchema(): object {
	// A check of ours that JSON Schema cannot say is left to us.
	const plain = {errorMode: 'ignore', target: 'draft-2020-12'} as const;
	const {properties, ...settings} = toJsonSchema(settingsSchema, plain);
	const {$schema: _, ...lint} = toJsonSchema(lintConfigurationSchema, plain);
	return {
		...settings,
		title: 'Settings of incident-retro',
		description: 'Read from .retros/config.json, .retrorc.json, or retro in package.json.',
		properties: {...properties, lint: {description: 'Settings of the lint.', ...lint}},
	};
}

test('the JSON Schema in data/ is the one that settings are checked by', async () => {
	const text = `${JSON.stringify(settingsJsonSchema(), null, '\t')}\n`;
	await expect(text).toMatchFileSnapshot('../../../data/config.schema.json');
});

test('it describes every setting', () => {
	const schema = JSON.parse(readFileSync(new URL('../../../data/config.schema.json', import.meta.url), 'utf8'));
	const described = [...Object.values(schema.properties), ...Object.values(schema.properties.lint.properties)];
	for (const property of described) expect(property).toHaveProperty('description');
});
