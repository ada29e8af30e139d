/** The lint with the team's settings. */
import * as v from 'valibot';
import {type LintConfiguration, lintConfigurationSchema} from '../lint/configuration.ts';
import {createLinter, type Linter} from '../lint/linter.ts';
import {type Configuration, mistakesIn} from '../store/settings/configuration.ts';
import type {Context} from './context.ts';

/** Throws a `Problem` that names the place of each mistake in the settings. */
export async function linterOf({configuration}: Pick<Context, 'configuration'>): Promise<Linter> {
	return createLinter(lintSettingsOf(await configuration()));
}

/** What a team has settled for the lint. Throws a `Problem` that names the place of each mistake. */
export function lintSettingsOf(configuration: Configuration): LintConfiguration {
	const settings = configuration.lint === undefined ? {} : checked(configuration.lint, configuration);
	return {...settings, zones: {...configuration.zones, ...settings.zones}};
}

function checked(lint: unknown, {placeOf = () => 'The configuration'}: Configuration): LintConfiguration {
	const result = v.safeParse(lintConfigurationSchema, lint);
	if (result.success) return result.output;
	throw mistakesIn(result.issues, placeOf, ['lint'], `Settings of the lint are ${lintSettings.join(', ')}.`);
}

const lintSettings = Object.keys(lintConfigurationSchema.entries);
