/** Stamps that come along when a chat is pasted: `alice  10:32 AM`, `[10:32] bob: …`, `Today at 10:32`. */
import type {ClockTime} from './clock-times.ts';

const speaker = "@?[\\p{L}][\\p{L}\\p{N}_.'’-]{0,30}(?: [\\p{Lu}(][\\p{L}\\p{N}_.'’()-]{0,30}){0,3}";
/** A name, and the time at the end of its line; a sentence would go on behind it. */
const nameBefore = new RegExp(
	`(?:^|\\n)[ \\t>]*(?:[—–-][ \\t]?)?${speaker}(?:[ \\t]+APP)?[ \\t]*(?:[—–·•,|-][ \\t]*)?(?:Today at|Yesterday at)?[ \\t]*[[(]?$`,
	'u',
);
/** Words that begin a line of a report, not the name of a person. */
const noName =
	/(?:^|\n)[ \t>]*(?:start\w*|end\w*|detect\w*|resolv\w*|declar\w*|repair\w*|fix\w*|mitigat\w*|acknowledg\w*|time|date|duration|at|from|to|until|by|since|around|about|incident \w*|fault \w*|first \w*|last \w*|impact \w*|outage \w*|update\w*|when|next \w*|recover\w*|deploy\w*|alert\w*)[ \t]*[:[(]?[ \t]*$/iu;
const nameBehind = new RegExp(`^[ \\t]*[\\])]?[ \\t]*(?:<${speaker}>|${speaker}(?::(?=[ \\t])|[ \\t]\\|))`, 'u');
const stampedLine = /(?:^|\n)[ \t>]*[[(]?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},[ \t])?$/;

/** Whether a time is such a stamp; `masked` is the passage that it stands in. */
export function isChatStamp(masked: string, {span, clock, form, zone}: ClockTime): boolean {
	if (zone !== undefined) return false;
	const from = Math.max(0, span.start - 90);
	const before = (from === 0 ? '' : '.') + masked.slice(from, clock.start);
	const behind = masked.slice(span.end, span.end + 80);
	const line = masked.slice(Math.max(0, clock.start - 20), clock.start);
	if (stampedLine.test(line)) return nameBehind.test(behind) || (form === '12' && isLineAlone(line, behind));
	const ends =
		/^[ \t]*[\])]?(?::[ \t]|:?[ \t]*\n)/.test(behind) || (/^(?:\n|$)/.test(behind) && /[·•—@][^\n]*$/.test(before));
	return ends && nameBefore.test(before) && !noName.test(before);
}

/** Whether nothing else stands in the line of a passage that has several. */
function isLineAlone(before: string, behind: string): boolean {
	return /^[ \t]*[\])]?[ \t]*(?:\n|$)/.test(behind) && (before.includes('\n') || behind.includes('\n'));
}
