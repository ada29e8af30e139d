/** Times in another zone than UTC, one by one or declared for many, and what they are in UTC where that is certain. */
import type {Span} from '../finding.ts';
import type {Judgement} from '../wording/judgement.ts';
import {inUtc} from './conversion.ts';
import {type Day, daysOf} from './days.ts';
import type {DeclaredZones, ReadBlock} from './declared-zones.ts';
import {type Dependents, dependentsOf, type ForeignTime, fixOf, hidesTimes, knownTime} from './fixing.ts';
import {applied, suggestedReplacements} from './rewriting.ts';
import {type TimeRule, timeFinding} from './time-finding.ts';
import {isUnplaced, spanOf} from './unplaced.ts';
import type {WeighedTimes} from './weighed-times.ts';
import {keyOfZone} from './zone-names.ts';

/** One finding for each declared zone, and one for each time or range in another that no declaration speaks for. */
export function elsewhereFindings(text: string, blocks: readonly ReadBlock[], weighed: WeighedTimes): Judgement[] {
	const declared = weighed.declared.filter(({declaration}) => declaration.zone.kind !== 'utc');
	const isAnyForeign = weighed.times.some(({said}) => said !== undefined && said.zone.kind !== 'utc');
	if (declared.length === 0 && !isAnyForeign) return [];
	const days = isAnyForeign ? daysOf(text, blocks, weighed.times) : [];
	const dependents = dependentsOf(days);
	const byZone = grouped(foreignTimes(weighed, days));
	// Beside times that nothing places, those in UTC would be taken for their like.
	const isSafe = !weighed.times.some(isUnplaced);
	const isSafeToDeclare = isSafe && declared.length > 0 && !hidesTimes(text, blocks);
	const ofDeclared = declared.map((zone) => {
		const key = keyOfZone(zone.declaration.zone);
		const members = byZone.get(key) ?? [];
		byZone.delete(key);
		return declaredFinding(text, zone, members, isSafeToDeclare ? dependents : undefined);
	});
	const others = rangesOf([...byZone.values()].flat().sort((a, b) => a.index - b.index));
	return [...ofDeclared, ...others.map((range) => rangeFinding(text, range, isSafe ? dependents : undefined))];
}

function foreignTimes({times}: WeighedTimes, days: readonly (Day | undefined)[]): ForeignTime[] {
	return times.flatMap((weighed, index) => {
		const {time, said} = weighed;
		if (said === undefined || said.zone.kind === 'utc') return [];
		const day = days[index];
		return [{...weighed, said, index, day, conversion: inUtc(time.seconds, said.zone, day?.date)}];
	});
}

function grouped(foreign: readonly ForeignTime[]): Map<string, ForeignTime[]> {
	const groups = new Map<string, ForeignTime[]>();
	for (const member of foreign) {
		const key = keyOfZone(member.said.zone);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [member]);
		else group.push(member);
	}
	return groups;
}

/**
 * @param members the times in the declared zone, those that name it themselves too
 * @param dependents undefined where nothing may be fixed
 */
function declaredFinding(
	text: string,
	{declaration, spans}: DeclaredZones['all'][number],
	members: readonly ForeignTime[],
	dependents: Dependents | undefined,
): Judgement {
	return timeFinding('declared-zone', declaration.span, {
		zone: declaration.text,
		isUnheld: members.some(isUnheld),
		fix: dependents === undefined ? undefined : fixOf(text, members, spans, dependents),
	});
}

function isUnheld({conversion}: ForeignTime): boolean {
	return conversion.kind === 'unsure' && conversion.why === 'unheld';
}

/** Times that share a label are one: `22:10–23:40 PDT`. */
function rangesOf(foreign: readonly ForeignTime[]): ForeignTime[][] {
	const ranges: ForeignTime[][] = [];
	for (const member of foreign) {
		const range = ranges.at(-1);
		if (range !== undefined && shareLabel(range.at(-1), member)) range.push(member);
		else ranges.push([member]);
	}
	return ranges;
}

function shareLabel(before: ForeignTime | undefined, member: ForeignTime): boolean {
	if (before === undefined || before.block !== member.block || before.index !== member.index - 1) return false;
	const [one, other] = [before.time.zone, member.time.zone];
	return one?.isShared === true ? one.text === other?.text : other?.isShared === true;
}

function rangeFinding(text: string, range: readonly ForeignTime[], dependents: Dependents | undefined): Judgement {
	const named = range.find(({time}) => time.zone?.isShared === false) ?? range[0];
	const span = spanOfAll(range);
	return timeFinding(named === undefined ? 'zone' : ruleFor(named), span, {
		zone: named?.said.text ?? '',
		isUnheld: range.some(isUnheld),
		suggestions: suggestionsFor(text, span, range),
		fix: dependents === undefined ? undefined : fixOf(text, range, [], dependents),
	});
}

function spanOfAll(range: readonly ForeignTime[]): Span {
	const [first] = range;
	const last = range.at(-1);
	if (first === undefined || last === undefined) return {start: 0, end: 0};
	return {start: spanOf(first).start, end: spanOf(last).end};
}

function ruleFor({said: {zone}, conversion}: ForeignTime): TimeRule {
	if (zone.kind === 'abbreviation' && zone.readings.length > 1 && conversion.kind !== 'known') return 'several-zones';
	if (zone.kind === 'nowhere' || (zone.kind === 'city' && !zone.settled)) return 'local';
	return zone.kind === 'abbreviation' && zone.readings[0]?.offset === null ? 'local' : 'zone';
}

/** The range in UTC; in each way, where it may be one of several. */
function suggestionsFor(text: string, span: Span, range: readonly ForeignTime[]): string[] {
	if (range.some(({time}) => time.standing !== 'certain')) return [];
	const ways = range.map(({conversion}) => (conversion.kind === 'known' ? [conversion] : conversion.choices));
	// One way for what is known; else as many as there are for what is not.
	const counts = new Set(range.map(({conversion}) => (conversion.kind === 'known' ? 1 : conversion.choices.length)));
	const count = counts.has(0) ? 0 : counts.has(2) ? 2 : 1;
	return Array.from({length: count}, (_, way) => {
		const made = range.flatMap((member, index) => {
			const utc = ways[index]?.[way] ?? ways[index]?.[0];
			return utc === undefined ? [] : suggestedReplacements(text, knownTime(member, utc));
		});
		return applied(text, span, made);
	});
}
