/** The lint with the team's settings. */
import * as v from 'valibot';
import {type LintConfiguration, lintConfigurationSchema} from '../lint/configuration.ts';
import {createLinter, type Linter} from '../lint/linter.ts';
import {Problem} from '../problem.ts';
import type {Configuration} from '../store/configuration.ts';
import type {Context} from './context.ts';

/** Throws a `Problem` that names the place of a mistake in the settings. */
export async function linterOf({configuration}: Pick<Context, 'configuration'>): Promise<Linter> {
	return createLinter(lintSettingsOf(await configuration()));
}

/** What a team has settled for the lint. Throws a `Problem` that names the place of a mistake. */
export function lintSettingsOf({lint, file, zones}: Configuration): LintConfiguration {
	const settings = lint === undefined ? {} : checked(lint, file);
	return {...settings, zones: {...zones, ...settings.zones}};
}

function checked(lint: unknown, file: Configuration['file']): LintConfiguration {
	const result = v.safeParse(lintConfigurationSchema, lint);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const place = ['lint', v.getDotPath(issue)].filter((part) => part !== null).join('.');
	throw new Problem(
		`${file ?? 'The configuration'}: ${place} should be ${issue.expected ?? 'something else'}`,
		'Mend it, or leave it out.',
	);
}
