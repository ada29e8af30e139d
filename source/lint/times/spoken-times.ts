/** Times of day in words: `3 in the morning`, `half past nine`. */
import type {Span} from '../finding.ts';

const hour = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const spoken = new RegExp(
	`\\b(?:half|(?:a )?quarter|ten|twenty|five) (?:past|to) ${hour}(?: in the (?:morning|afternoon|evening))?(?=[ \\t]*(?:[.,;:)\\n]|$|(?:the|we|and|on|in|when|all|it|a|that|at)\\b))` +
		`|(?<=\\b(?:at|around|about|by|until|since|from|before|after|was) )${hour} (?:in the (?:early )?(?:morning|afternoon|evening)|at night)\\b`,
	'gi',
);

/** Where such times stand in a masked passage. */
export function spokenTimesOf(masked: string): Span[] {
	if (!/\b(?:past|to|morning|afternoon|evening|night)\b/i.test(masked)) return [];
	return [...masked.matchAll(spoken)]
		.filter(({0: words}) => !/^(?:ten|twenty|five) to/i.test(words))
		.map(({0: words, index}) => ({start: index, end: index + words.length}));
}
