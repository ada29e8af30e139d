/** What is said of a comment for the lint that does nothing. */
import type {UnusedComment} from '../../lint/linter.ts';
import {quoted} from '../quote.ts';
import {isRuleName, nearestRule} from './rule-names.ts';

/** What stands in the place of a rule where a report wants one. */
export const unusedCommentRule = 'unused-comment';

/** One line for people. */
export function unusedText({kind, name}: UnusedComment): string {
	if (kind === 'unknown-word') return `There is no comment ${quoted(name ?? '')}, so this one does nothing`;
	if (name !== undefined && !isRuleName(name)) {
		const near = nearestRule(name);
		return `There is no rule ${quoted(name)}${near === undefined ? '' : `: did you mean ${near}?`}`;
	}
	const canGo = 'so this comment can go';
	if (kind === 'silences-nothing') return `${name ?? 'The lint'} finds nothing here, ${canGo}`;
	return name === undefined ? `Nothing is disabled here, ${canGo}` : `${name} is not disabled by that name, ${canGo}`;
}
