/** A finding about times, out of the rules in `data/`. */
import rules from '../../../data/lint/rules/times.json' with {type: 'json'};
import type {FindingSeverity, Replacement, Span} from '../finding.ts';
import type {Judgement} from '../wording/judgement.ts';

export type TimeRule = keyof typeof rules.rules;

type Details = {
	readonly suggestions?: readonly string[];
	readonly fix?: readonly Replacement[] | undefined;
	/** The name of the zone that the message is about. */
	readonly zone?: string;
	/** For how many times it speaks, where they are more than one. */
	readonly count?: number;
	/** The clocks of the zone kept another time on that day. */
	readonly isUnheld?: boolean;
};

type Rule = {
	readonly category: string;
	readonly severity: string;
	readonly message: string;
	readonly many?: string;
	readonly unheld?: string;
};

/** A finding of a rule at a span of the text. */
export function timeFinding(name: TimeRule, span: Span, details: Details = {}): Judgement {
	const {suggestions = [], fix, zone = '', count = 1, isUnheld = false} = details;
	const rule: Rule = rules.rules[name];
	const message = (isUnheld ? rule.unheld : count > 1 ? rule.many : undefined) ?? rule.message;
	const finding = {
		rule: `${rule.category}.${name}`,
		category: rule.category as 'non-utc' | 'ambiguous-time',
		severity: rule.severity as FindingSeverity,
		span,
		message: filled(message, zone, count),
		reframing: rules.rules[name].reframing,
		suggestions: [...new Set(suggestions)],
	};
	return {finding: fix === undefined || fix.length === 0 ? finding : {...finding, fix}, evidence: span};
}

/** The longest message that the line for findings shows. */
const longest = 70;

/** The zone's name is cut where it would make the line too long. */
function filled(message: string, zone: string, count: number): string {
	const rest = message.replace('{count}', String(count));
	const room = longest - (rest.length - '{zone}'.length);
	return rest.replace('{zone}', () => (zone.length > room ? `${zone.slice(0, room - 1)}…` : zone));
}
