/** A severity that does not go with what is said of the impact. */
import {type Gap, gap} from '../gap.ts';
import {isQuantified, isSaid} from '../said.ts';
import type {TimelineView} from './timeline-view.ts';

const demand = 'Users Affected: Number or percentage of users.';

/** At most one gap. Only what is said of all users or of none is held against a severity. */
export function severityGaps({retro: {severity, impact}, start, end}: TimelineView): Gap[] {
	const {users, data, revenue} = impact;
	const length = start === null || end === null ? 0 : end - start;
	const told = (message: string): Gap[] => [
		gap('severity-impact', 'severity', message, demand, 'advises', `${severity} ${users}`),
	];
	if (severity === 'SEV1' && isNone(users) && !harms(data) && !harms(revenue)) {
		return told('SEV1, and no users affected: is one of the two off?');
	}
	if (severity === 'SEV3' && isEverybody(users)) return told('SEV3, and all users affected: is one of the two off?');
	if (severity === 'near-miss' && length > 0 && isQuantified(users) && counts(users)) {
		return told('A near miss, and users were affected: is one of the two off?');
	}
	return [];
}

const people = '(?:users?|customers?|visitors?|clients?|people|sessions?|requests?)';
const none = new RegExp(
	`^(?:none|nobody|no ?one|zero|nil|0 ?%?|(?:no|0|zero)(?: \\w+)? ${people}|0 ?% of (?:our |the |all )*${people})(?: (?:were |was )?(?:affected|impacted))?[.! ]*$`,
	'i',
);
const everybody = new RegExp(
	`^(?:all|everybody|everyone|every user|100 ?%|all (?:of )?(?:our |the )?${people}|100 ?% of (?:our |the |all )*${people})(?: (?:were |was )?(?:affected|impacted))?[.! ]*$`,
	'i',
);

function isNone(users: string): boolean {
	return none.test(users.trim());
}

function isEverybody(users: string): boolean {
	return everybody.test(users.trim());
}

/** Whether it counts users: with a digit, and none of the words that make it less than sure. */
function counts(users: string): boolean {
	return (
		/[1-9]/.test(users) &&
		!/\b(?:no|none|not|nobody|zero|potential(?:ly)?|would|could|might|may|at risk|internal)\b|n't\b|^0\b/i.test(users)
	);
}

function harms(text: string): boolean {
	return isSaid(text) && !/^(?:none|nothing|no|nil|zero|n\/?a|0)\b/i.test(text.trim());
}
