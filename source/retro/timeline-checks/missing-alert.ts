/** "Monitoring detected it", and no alert in the timeline. */
import {remembered} from '../../text/bounded-cache.ts';
import {type FieldPath, itemPath, listOf} from '../fields.ts';
import {type Gap, gap} from '../gap.ts';
import type {Retro} from '../record.ts';
import {machine, tellsOfAlert} from './entry-words.ts';
import type {TimelineView} from './timeline-view.ts';
import {blocksOf, sentencesIn} from './whole-incident.ts';

const demand = 'A detailed chronological list of events, from detection to resolution.';

/** One gap, on the first text that says so: an entry settles it for all of them. */
export function missingAlertGaps({retro, entries}: TimelineView): Gap[] {
	if (entries.length === 0) return [];
	const claim = claimIn(retro);
	if (claim === undefined || entries.some(tellsOfAlert)) return [];
	const message = `"${claim.words}" is said here; the timeline has no alert`;
	return [gap('alert-not-noted', claim.path, message, demand, 'advises', claim.words)];
}

function claimIn(retro: Retro): {path: FieldPath; words: string} | undefined {
	for (const [path, text] of textsOf(retro)) {
		for (const block of blocksOf(text)) {
			const said = claimOf(block);
			if (said !== '') return {path, words: said};
		}
	}
	return undefined;
}

function* textsOf(retro: Retro): Generator<readonly [FieldPath, string]> {
	yield ['summary', retro.summary];
	for (const {id, answer} of retro.whys) yield [itemPath('whys', id, 'answer'), answer];
	for (const list of ['contributingFactors', 'lessons.wentWell', 'lessons.wentWrong', 'lessons.gotLucky'] as const) {
		for (const {id, text} of listOf(retro, list)) yield [itemPath(list, id, 'text'), text];
	}
}

const noticed = '(?:detected|caught|noticed|spotted|flagged|picked up|alerted|paged|notified|fired|triggered|went off)';
const claims = [
	`\\b${machine} (?:had |has )?(?:\\w+ly )?${noticed}\\b`,
	`\\b(?:detected|caught|noticed|spotted|flagged|picked up|alerted|paged|notified) (?:\\w+ ){0,2}by (?:(?:our|the|an?|its) )?(?:\\w+ )?${machine}\\b`,
].map((claim) => new RegExp(claim, 'iu'));
/** It did not, or it was another time, or it is to come. */
const denied =
	/\b(?:no|not|never|nor|neither|without|nothing|none|should|would|could|must|may|if|until|lack(?:ed|ing|s)?|missing|absence|fail(?:ed|s|ure)?|previous(?:ly)?|in future|usually|normally|next time|last (?:time|week|month|year|\w+day)|want|todo)\b|n't\b/i;

/** At most so many columns of the words, so that the line around them fits. */
const longestWords = 28;

/** Budget in UTF-16 units of the blocks. */
const claimOf = remembered(200_000, (block): string => {
	for (const sentence of sentencesIn(block)) {
		if (denied.test(sentence)) continue;
		const said = claims.map((claim) => claim.exec(sentence)?.[0]).find((found) => found !== undefined);
		if (said !== undefined) return said.length <= longestWords ? said : `${said.slice(0, longestWords - 1).trimEnd()}…`;
	}
	return '';
});
