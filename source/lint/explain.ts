/** What every rule is about, for people who ask. */
import times from '../../data/lint/rules/times.json' with {type: 'json'};
import type {Category, FindingSeverity} from './finding.ts';
import {wordingRules} from './wording/rule-book.ts';

export type RuleInfo = {
	readonly id: string;
	readonly category: Category;
	readonly severity: FindingSeverity;
	/** Why it is worth a second look. */
	readonly reason: string;
	/** How to put it instead. */
	readonly reframing: string;
	/** Sentences that are flagged. */
	readonly examples: readonly string[];
	/** Sentences that look like it and are not. */
	readonly lookAlikes: readonly string[];
	/** Only looked for in action items. */
	readonly onlyActions: boolean;
};

/** All rules, those about wording first. */
export function rules(): RuleInfo[] {
	return [
		...wordingRules.map(({id, category, severity, message, reframing, examples, lookAlikes, role}) => ({
			id,
			category,
			severity,
			reason: message,
			reframing,
			examples,
			lookAlikes,
			onlyActions: role === 'action',
		})),
		...Object.entries(times.rules).map(([name, {category, severity, message, reframing, examples, lookAlikes}]) => ({
			id: `${category}.${name}`,
			category: category as Category,
			severity: severity as FindingSeverity,
			reason: message.replace('{zone}', 'This zone'),
			reframing,
			examples,
			lookAlikes,
			onlyActions: false,
		})),
	];
}
