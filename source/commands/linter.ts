/** The lint with the team's settings. */
import * as v from 'valibot';
import {type LintConfiguration, lintConfigurationSchema} from '../lint/configuration.ts';
import {createLinter, type Linter} from '../lint/linter.ts';
import {type Configuration, mistakesIn} from '../store/configuration.ts';
import type {Context} from './context.ts';

/** Throws a `Problem` that names the place of each mistake in the settings. */
export async function linterOf({configuration}: Pick<Context, 'configuration'>): Promise<Linter> {
	const settings = await configuration();
	const lint = settings.lint === undefined ? {} : checked(settings.lint, settings);
	return createLinter({...lint, zones: {...settings.zones, ...lint.zones}});
}

function checked(lint: unknown, {placeOf = () => 'The configuration'}: Configuration): LintConfiguration {
	const result = v.safeParse(lintConfigurationSchema, lint);
	if (result.success) return result.output;
	throw mistakesIn(result.issues, placeOf, ['lint'], `Settings of the lint are ${lintSettings.join(', ')}.`);
}

const lintSettings = Object.keys(lintConfigurationSchema.entries);
