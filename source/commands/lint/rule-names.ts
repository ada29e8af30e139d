/** The names by which people call rules: ids and categories. */
import {rules} from '../../lint/explain.ts';
import {categories} from '../../lint/finding.ts';
import {nearest} from '../suggest.ts';

/** Whether a rule or a category is called that; a team's own rules always are. */
export function isRuleName(name: string): boolean {
	return name.startsWith('team.') || ruleNames().includes(name);
}

/** The rule or category that was probably meant. */
export function nearestRule(name: string): string | undefined {
	return nearest(name, ruleNames());
}

function ruleNames(): string[] {
	return [...categories, ...rules().map(({id}) => id)];
}
