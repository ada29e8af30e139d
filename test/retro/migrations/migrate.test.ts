import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Migration, migrated} from '../../../source/retro/migrations/migrate.ts';
import {migrations} from '../../../source/retro/migrations/steps.ts';
import {schemaVersion} from '../../../source/retro/record.ts';

/** As if versions 2 and 3 had come: a field is renamed, then one is made of two. */
const steps: Migration[] = [
	{from: 1, to: 2, migrate: ({summary, ...rest}) => ({...rest, ...(summary !== undefined && {what: summary})})},
	{from: 2, to: 3, migrate: ({first, last, ...rest}) => ({...rest, name: [first, last].join(' ')})},
];

test('a record goes through each step up to the version asked for', () => {
	const old = {schemaVersion: 1, summary: 'Slow.', first: 'Ada', last: 'L.'};
	expect(migrated(old, 1, 3, steps)).toEqual({schemaVersion: 3, what: 'Slow.', name: 'Ada L.'});
	expect(migrated(old, 1, 2, steps)).toEqual({schemaVersion: 2, what: 'Slow.', first: 'Ada', last: 'L.'});
	expect(migrated({schemaVersion: 2, first: 'A', last: 'B'}, 2, 3, steps)).toEqual({schemaVersion: 3, name: 'A B'});
	expect(old).toEqual({schemaVersion: 1, summary: 'Slow.', first: 'Ada', last: 'L.'});
});

test('where no steps lead there is nothing', () => {
	expect(migrated({}, 0, 3, steps)).toBeUndefined();
	expect(migrated({}, 1, 4, steps)).toBeUndefined();
	expect(migrated({}, 1.5, 3, steps)).toBeUndefined();
	expect(migrated({}, 3, 1, steps)).toBeUndefined();
});

test('whatever a step does not know comes through', () => {
	const names = fc
		.string()
		.filter((name) => !['schemaVersion', 'summary', 'what', 'first', 'last', 'name'].includes(name));
	fc.assert(
		fc.property(fc.dictionary(names, fc.json()), (unknown) => {
			const result = migrated({...unknown, schemaVersion: 1}, 1, 3, steps) ?? {};
			for (const [name, value] of Object.entries(unknown)) expect(result[name]).toBe(value);
		}),
	);
});

test('the shipped steps lead from version 1 to this one without a gap', () => {
	expect(migrations.map(({from, to}) => [from, to])).toEqual(
		Array.from({length: schemaVersion - 1}, (_, index) => [index + 1, index + 2]),
	);
});
