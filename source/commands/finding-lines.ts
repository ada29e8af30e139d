/** A finding of the lint in lines for people. */
import type {Finding, FindingSeverity} from '../lint/finding.ts';
import type {Paint} from './colour.ts';
import {quoted, shortened} from './quote.ts';

/** More wordings than this are a list to choose from, and that is what the screens are for. */
const mostSuggestions = 3;

export type SaidFinding = Pick<Finding, 'category' | 'message' | 'suggestions'> & {
	readonly severity: FindingSeverity;
	/** The words that were found. */
	readonly text: string;
};

/**
 * The finding, the words it is about and the wordings to put in their place.
 * @param place `file:line:column`, when there is one
 */
export function findingLines(
	{severity, category, message, suggestions, text}: SaidFinding,
	paint: Paint,
	place?: string,
): string[] {
	const label = paint(severity === 'warning' ? 'warning' : 'quiet', `${severity}:`);
	const where = place === undefined ? '' : `${paint('title', place)}: `;
	const first = `${where}${label} ${message} ${paint('quiet', `(${category})`)}`;
	const ways = suggestions.slice(0, mostSuggestions).map((wording) => `    ${shortened(wording, 200)}`);
	return [first, `  ${quoted(text)}${ways.length > 0 ? ', or rather:' : ''}`, ...ways];
}
