/** Times of which nothing says where they are: without a zone, on the 12-hour clock, out of a chat. */
import type {Replacement} from '../finding.ts';
import type {Judgement} from '../wording/judgement.ts';
import {applied, clockReplacements} from './rewriting.ts';
import {type TimeRule, timeFinding} from './time-finding.ts';
import type {WeighedTime, WeighedTimes} from './weighed-times.ts';

/** From this many on, 12-hour times in UTC are told of together. */
const many = 4;

/** One finding for all times of a kind that nothing places, at the first; 12-hour times in UTC one by one while they are few. */
export function unplacedFindings(text: string, {times}: WeighedTimes): Judgement[] {
	const stretchOf = stretches(text);
	const groups = new Map<string, {rule: TimeRule; members: WeighedTime[]}>();
	for (const weighed of times) {
		const rule = ruleFor(weighed);
		if (rule === undefined) continue;
		const isTold = rule === 'twelve-hour' && weighed.said !== undefined;
		const kind = isTold ? `told ${weighed.by === 'elsewhere'}` : rule;
		const key = `${kind} ${stretchOf(weighed.start + weighed.time.span.start)}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, {rule, members: [weighed]});
		else group.members.push(weighed);
	}
	return [...groups.values()].flatMap(({rule, members}) => {
		if (rule !== 'twelve-hour' || members[0]?.said === undefined) return [groupFinding(text, rule, members)];
		const parts = members.length < many ? members.map((member) => [member]) : [members];
		return parts.map((part) => twelveHourFinding(text, part));
	});
}

/** Whether a time says too little where it stands. */
export function isUnplaced({time, said}: WeighedTime): boolean {
	return said === undefined && (time.form === '12' || time.standing === 'certain');
}

function ruleFor(weighed: WeighedTime): TimeRule | undefined {
	const {time, said} = weighed;
	if (said !== undefined && said.zone.kind !== 'utc') return undefined;
	// A chat shows local time, whatever the text around it declares.
	if (time.isChatStamp && (time.form === '12' || said === undefined)) return 'chat-stamp';
	if (time.form === '12') return 'twelve-hour';
	return isUnplaced(weighed) ? 'bare' : undefined;
}

function groupFinding(text: string, rule: TimeRule, members: readonly WeighedTime[]): Judgement {
	const [first] = members;
	const span = first === undefined ? {start: 0, end: 0} : spanOf(first);
	const isOffered = members.length === 1 && rule !== 'chat-stamp';
	const made = first === undefined || !isOffered ? undefined : asUtc(text, first);
	const suggestions = made === undefined ? [] : [applied(text, span, made)];
	return timeFinding(rule, span, {suggestions, count: members.length});
}

function twelveHourFinding(text: string, members: readonly WeighedTime[]): Judgement {
	const [first] = members;
	const span = first === undefined ? {start: 0, end: 0} : spanOf(first);
	const made = members.map((member) => asUtc(text, member));
	const [only] = made;
	return timeFinding('twelve-hour', span, {
		count: members.length,
		suggestions: members.length > 1 || only === undefined ? [] : [applied(text, span, only)],
		fix: first?.by === 'elsewhere' || made.includes(undefined) ? undefined : made.flatMap((one) => one ?? []),
	});
}

/** The same time of day on the 24-hour clock, with UTC behind it where nothing near says so. */
function asUtc(text: string, weighed: WeighedTime): Replacement[] | undefined {
	const {time, by} = weighed;
	if (time.standing === 'doubtful') return undefined;
	const label = by === 'elsewhere' ? 'UTC' : '';
	return clockReplacements(text, {...weighed, day: undefined, utc: {seconds: time.seconds, days: 0}}, label);
}

/** Where a time stands in the text. */
export function spanOf({start, time}: WeighedTime): {start: number; end: number} {
	return {start: start + time.span.start, end: start + time.span.end};
}

/**
 * The number of the stretch that an offset lies in, of those between the comments for the lint: what such a comment
 * silences must not speak for what it does not. To be asked from the front to the back.
 */
function stretches(text: string): (at: number) => number {
	if (!text.includes('retro-lint-')) return () => 0;
	const ends = [...text.matchAll(/retro-lint-[\w-]{1,40}/g)].flatMap(({0: word, index}) => {
		const behind = word.includes('line') ? /\S[^\n]{0,500}\n\s{0,100}\S[^\n]{0,2000}/y : undefined;
		if (behind === undefined) return [index];
		behind.lastIndex = index;
		return [index, index + (behind.exec(text)?.[0].length ?? 0)];
	});
	ends.sort((a, b) => a - b);
	let next = 0;
	return (at) => {
		while (next < ends.length && (ends[next] ?? 0) <= at) next++;
		return next;
	};
}
