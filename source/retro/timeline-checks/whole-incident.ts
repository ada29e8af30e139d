/**
 * Where prose says how long the whole incident lasted, or from when to when. Of the lengths in a text most are
 * of something else (`retried for 5 minutes`, `after 10 minutes`), so that only a few forms of words are heard.
 */
import {remembered} from '../../text/bounded-cache.ts';
import {type WrittenLength, writtenLengths} from '../../time/written-length.ts';

export type WrittenSpan = {
	/** Minutes of the day, in UTC. */
	readonly from: number;
	readonly to: number;
};

/** What a text says of the whole: the words, and what they mean. */
export type WholeIncident =
	| {readonly kind: 'length'; readonly words: string; readonly value: WrittenLength}
	| {readonly kind: 'span'; readonly words: string; readonly value: WrittenSpan};

/** Units of UTF-16 of the blocks, and of the sentences, whose readings are remembered. */
const budget = 200_000;

/** What the text says of the whole incident, in its order. */
export function wholeIncidents(text: string): readonly WholeIncident[] {
	return blocksOf(text).flatMap(inBlock);
}

/** The paragraphs and items of a text: a key changes one of them. */
export function blocksOf(text: string): string[] {
	return text.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]) )/);
}

/** The sentences of a block, which may be broken into lines; items and abbreviations end none. */
export function sentencesIn(block: string): string[] {
	return block
		.replaceAll(/\s+/g, ' ')
		.split(/(?<=[.!?]) (?=["'*_(]*\p{Lu})/u)
		.map((sentence) => sentence.replaceAll(/\*\*|__/g, '').trim())
		.filter((sentence) => sentence !== '');
}

const inBlock = remembered(budget, (block): readonly WholeIncident[] => sentencesIn(block).flatMap(inSentence));

// A key changes one sentence of the block.
const inSentence = remembered(budget, (sentence): readonly WholeIncident[] => {
	if (partial.test(sentence)) return [];
	const {text, found} = marked(sentence);
	if (found.length === 0) return [];
	const heard = new Set(
		forms.flatMap((form) => [...text.matchAll(form)].map(([all]) => Number(/⟦(\d+)⟧/.exec(all)?.[1]))),
	);
	return found.filter((_, index) => heard.has(index));
});

/** The sentence with each length and each span put as a mark: `The site was down for ⟦0⟧.` */
function marked(sentence: string): {text: string; found: WholeIncident[]} {
	const places = [
		...writtenLengths(sentence).map((value) => ({start: value.start, end: value.end, kind: 'length' as const, value})),
		...spansIn(sentence),
	].toSorted((a, b) => a.start - b.start);
	let text = '';
	let end = 0;
	const found: WholeIncident[] = [];
	for (const place of places) {
		if (place.start < end) continue;
		text += `${sentence.slice(end, place.start)}⟦${found.length}⟧`;
		const words = sentence.slice(place.start, place.end).replace(/^(?:a|an|the) (?=\d)/i, '');
		found.push(
			place.kind === 'length' ? {kind: 'length', words, value: place.value} : {kind: 'span', words, value: place.value},
		);
		end = place.end;
	}
	return {text: text + sentence.slice(end), found};
}

/** Only spans that say UTC: what another zone means is the lint's affair. */
const spanShape =
	/(?:\b(?:from|between) )?(?<![\d:.-])(\d{1,2}):(\d\d)(?: ?(?:UTC|Z))? ?(?:to|until|till|and|-|–|—) ?(\d{1,2}):(\d\d) ?\(?(?:UTC|Z)\b\)?/gi;

function spansIn(sentence: string): {start: number; end: number; kind: 'span'; value: WrittenSpan}[] {
	return [...sentence.matchAll(spanShape)].map((match) => {
		const [all, fromHour, fromMinute, toHour, toMinute] = match;
		const value = {
			from: Number(fromHour) * 60 + Number(fromMinute),
			to: Number(toHour) * 60 + Number(toMinute),
		};
		return {start: match.index, end: match.index + all.length, kind: 'span' as const, value};
	});
}

const incident =
	'(?:incident|outage|disruption|downtime|degradation|interruption|impact|issue|problem|event|effect|unavailability)';
const whole = '(?:(?:full|total|complete|major|global|service|site|site-wide|platform|production|unplanned) ){0,2}';
const product =
	'(?:site|website|web ?shop|shop|store|services?|systems?|platform|app|application|apis?|product|everything|we|it|users|customers|visitors|trees)';
const people = '(?:users|customers|visitors|clients|everybody|everyone|all traffic|all requests)';
const how = '(?:(?:completely|totally|fully|entirely|largely|all|effectively) )?';
/** Behind it may not stand until whom it took to notice it. */
const lasting =
	'⟦\\d+⟧(?! before (?!normal|service|operations?|recover|being|it was (?:fixed|resolved|mitigated|restored)))';

/** The forms of words that speak of the whole incident; `⟦0⟧` stands for a length or a span. */
const forms: readonly RegExp[] = [
	// The outage lasted (for) 47 minutes. It lasted from 10:00 to 10:47 UTC.
	`\\b${incident}\\b[^.,;:⟦]{0,40}? (?:lasted|lasting|persisted|went on|continued)(?: for)?(?: a total of)? ${lasting}`,
	`^(?:it|this|that|which|and) (?:all )?lasted(?: for)?(?: a total of)? ${lasting}`,
	// a 47-minute outage, 47 minutes of (total) downtime
	`${lasting}(?: of| long)? ${whole}(?:outage|downtime|disruption|interruption|unavailability|incident)\\b`,
	// (total) duration: 47 minutes, a total downtime of 20 hours
	`(?:^|\\b(?:incident|outage|impact|total|downtime) )duration(?: was|:| of| =)+ ?${lasting}`,
	`\\b(?:downtime|outage)(?: was|:| of| =)+ ?${lasting}`,
	`\\btime to (?:recovery|recover|resolution|resolve|repair|restore)(?: was|:| of| =)+ ?${lasting}`,
	// The site was down for 47 minutes, an error caused it to be unusable for 47 minutes
	`\\bcaus(?:ed|ing) ${how}(?:(?:the|our) )?(?:\\w+ )?(?:to be )(?:down|unavailable|offline|inaccessible|unreachable|unusable) (?:for )?${lasting}`,
	`(?:^|[,;:] |\\b(?:and|so|while|when|that) )(?:\\w+ ){0,3}?${product} (?:was|were|had been|went|stayed|remained) ${how}(?:down|unavailable|offline|inaccessible|unreachable|unusable|interrupted|closed)(?: for a total of| for)? ${lasting}`,
	// Customers were affected for 47 minutes, customers could not check out for 47 minutes
	`(?:^|[,;:] |\\b(?:and|so|while|when|that) )(?:all |our )*${people} (?:was|were) (?:affected|impacted) (?:for )?${lasting}`,
	`(?:^|[,;:] |\\b(?:and|so|while|when|that) )(?:all |our )*${people} (?:could not|couldn't|were unable to) [^.,;:⟦]{1,40} (?:for )?${lasting}`,
	// For about 13 minutes, between 12:17 and 12:30 UTC, our users experienced this incident
	`^for ${lasting},? (?:[^.,;⟦]{0,10}⟦\\d+⟧[^.,;⟦]{0,20}, )?(?:all |our )*${people} (?:were|was|could|experienced|saw|had)\\b`,
].map((form) => new RegExp(form, 'giu'));

/** A sentence with one of these speaks of a part, of another time, or of what might have been. */
const partial =
	/\b(?:some|most|certain|several|one of|each|every|per|first|second|third|another|other|previous(?:ly)?|earlier|extended|additional|further|longer|average|worst|staging|would|could have|might|may have|should|expected?|if|target|annual|uptime|sla|slo|budget|estimated to|until we|maximum|at least|window)\b|\d ?%(?! of (?:all )?(?:users|customers|requests|sessions|traffic))/i;
