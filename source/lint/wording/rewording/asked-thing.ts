/** Asks after the thing that a verdict is about, or that blame is laid for. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {isSomebody, speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import {traits} from './lead.ts';
import type {Outline} from './units.ts';

const choices = new Set('decision choice idea approach design plan change shortcut deployment deploy workaround estimate configuration config migration rollback command setup solution architecture step merge commit script query restart reboot cutover hack'.split(' '));
const work = new Set('review testing test tests planning communication handover rollout response reaction documentation coordination preparation monitoring escalation analysis triage handling recovery maintenance upgrade switchover procedure execution investigation review reviews notes teamwork training onboarding housekeeping management'.split(' '));
const events = new Set('outage outages incident incidents downtime loss leak breach corruption crash disaster failure failures disruption interruption deletion misconfiguration exposure delay delays overload regression damage shutdown abort rejections overheating chaos'.split(' '));
const lacking = /^(?:lack|absence|insufficient|inadequate|missing|poor|bad|no|weak|shoddy|sloppy|lousy|terrible|unclear)$/;
const verdicts = ['conduct-adjective', 'weak-adjective', 'bad', 'conduct-noun'];

/** The question that suits the category, or undefined where nothing in the sentence can bear one. */
export function askedThing(sentence: Sentence, outline: Outline, category: Category): string | undefined {
	switch (category) {
		case 'hindsight':
			return hindsightOf(sentence, outline);
		case 'judgement':
		case 'omission':
			return lackOf(sentence, outline) ?? workOf(sentence, outline) ?? eventOf(sentence, outline) ?? occasionOf(sentence, outline);
		case 'blame':
			return eventOf(sentence, outline);
		case 'human-error':
		case 'counterfactual':
		case 'motive':
			return eventOf(sentence, outline) ?? occasionOf(sentence, outline);
		case 'punishment':
			return accessOf(sentence);
		default:
			return undefined;
	}
}

/** `What pointed to the failure at the time?` */
function hindsightOf(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.clause.verb.lemma !== 'be' || unit.start > opening + 2) return undefined;
	const words = wordsOf(sentence, unit.clause.subject);
	if (/^(?:signs?|flags?|alarms?|alerts?|warnings?|symptoms?|decision|answer|signals?)$/.test(sentence.tokens[unit.clause.subject?.head ?? -1]?.norm ?? '')) return undefined;
	return words === undefined ? undefined : `What pointed to ${words} at the time?`;
}

/** `What would have helped the handover?`, `What made the firewall change look right at the time?` */
function workOf(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const [unit, second] = units;
	if (second !== undefined || tokens.at(-1)?.text === '?') return undefined;
	const subject = unit?.clause.subject ?? (unit === undefined ? phrases.get(opening) : undefined);
	if (subject === undefined || (unit !== undefined && unit.start > opening + 2)) return undefined;
	if (unit !== undefined && !isVerdict(sentence, unit.clause.verb.start)) return undefined;
	const isBe = unit === undefined || unit.clause.verb.lemma === 'be';
	if (!isBe && unit?.clause.verb.passive !== true) return undefined;
	const isQuality = tokens[subject.head]?.norm === 'quality' && tokens[subject.end]?.norm === 'of';
	const head = tokens[isQuality ? (phrases.get(subject.end + 1)?.head ?? 0) : subject.head]?.norm ?? '';
	const words = wordsOf(sentence, subject);
	if (words === undefined) return undefined;
	if (/^(?:incident|outage)$/.test(head) && unit?.clause.verb.lemma === 'handle') return `What would have helped in handling ${words}?`;
	if (!isBe && (choices.has(head) || work.has(head))) return `What would have helped ${words}?`;
	if (choices.has(head)) return `What made ${words} look right at the time?`;
	return work.has(head) ? `What would have helped ${words}?` : undefined;
}

function isVerdict({tokens, lexicon}: Sentence, from: number): boolean {
	return tokens.slice(from).some(({norm}) => verdicts.some((name) => lexicon.has(norm, name)) || lexicon.has(norm, 'accident') || /^(?:properly|poorly|superficial|superficially|ideal|optimal|joke|formality|slow|late|confusing|dangerous|incomplete|short-sighted|hasty|mistake|disaster)$/.test(norm));
}

/** `Lack of communication between the teams …`: asks after what was lacking. */
function lackOf(sentence: Sentence, {opening}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const at = tokens.findIndex(({norm}, index) => index >= opening && index < opening + 6 && lacking.test(norm));
	if (at < 0) return undefined;
	const isLack = /^(?:lack|absence)$/.test(tokens[at]?.norm ?? '');
	if (isLack && tokens[at + 1]?.norm !== 'of') return undefined;
	const from = at + (isLack ? 2 : 1);
	const phrase = isLack ? phrases.get(from) : [...phrases.values()].find(({start, end}) => start <= at && end > from);
	if (phrase === undefined || phrase.referent !== 'thing') return undefined;
	const head = tokens[phrase.head]?.norm ?? '';
	if (!work.has(head) || traits.has(head)) return undefined;
	const thing = thingAt(sentence, phrase, lackTies);
	if (thing === undefined || speaksOfPeople(sentence, from, thing.end)) return undefined;
	const words = withoutOwners(sentence, from, thing.end).replace(/^(?:proper|sufficient|adequate|good|real|any|enough) /i, '');
	return `What would have helped ${words}?`;
}

const lackTies: ReadonlySet<string> = new Set(['of', 'between', 'in', 'for', 'during', 'about', 'with', 'on']);

/** `What made this outage possible?`: the first thing in the sentence that went wrong. */
function eventOf(sentence: Sentence, {opening}: Outline): string | undefined {
	const {tokens, phrases, lexicon} = sentence;
	for (const phrase of phrases.values()) {
		const head = tokens[phrase.head]?.norm ?? '';
		const first = tokens[phrase.start]?.norm ?? '';
		if (phrase.start < opening || !events.has(head) || !/^(?:the|this|that|these|our)$/.test(first)) continue;
		if (/^(?:in|during|after|before|at|on|from|without|through|until|since)$/.test(tokens[phrase.start - 1]?.norm ?? '')) continue;
		if (tokens.slice(phrase.start, phrase.end).some(({norm}) => /^(?:human|operator|user|root|same|next|first|last|pilot|typing|operating|manual|simple|handling)$/.test(norm) || lexicon.has(norm, 'conduct-adjective') || lexicon.has(norm, 'weak-adjective'))) continue;
		const words = wordsOf(sentence, phrase);
		if (words !== undefined) return `What made ${words} possible?`;
	}
	return undefined;
}

/** `What would have helped during the patching of the jump hosts?`: the occasion of a slip or a lack. */
function occasionOf(sentence: Sentence, {opening, end}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const at = tokens.findIndex(({norm}, index) => index > opening && index < end - 1 && /^(?:during|while|when|in|at)$/.test(norm) && isOccasion(index, sentence));
	if (at < 0 || tokens.at(-1)?.text === '?') return undefined;
	const phrase = phrases.get(at + 1);
	const thing = phrase === undefined ? undefined : thingAt(sentence, phrase, lackTies);
	const stop = thing?.end ?? tokens.findIndex(({type}, index) => index > at && type === 'mark');
	const last = stop < 0 ? end : Math.min(stop, end);
	if (last - at < 2 || last - at > 9 || speaksOfPeople(sentence, at, last)) return undefined;
	if (tokens.slice(at, last).some(({norm}) => traits.has(norm) || norm === 'and' || /^(?:was|were|is|are|had|has)$/.test(norm))) return undefined;
	return `What would have helped ${withoutOwners(sentence, at, last)}?`;
}

function isOccasion(at: number, {tokens, phrases, lexicon}: Sentence): boolean {
	const preposition = tokens[at]?.norm;
	const next = tokens[at + 1]?.norm ?? '';
	const head = tokens[phrases.get(at + 1)?.head ?? -1]?.norm ?? '';
	if (preposition === 'while' || preposition === 'when') return lexicon.verbsOf(next).some(({form, lemma}) => form === 'ing' && lemma !== 'be');
	if (lexicon.has(head, 'time-noun') || head === '') return false;
	return preposition === 'during' ? phrases.get(at + 1)?.referent === 'thing' : work.has(head) || /^(?:rollout|rollback|cutover|migration|deployment|entry|process|change|release)$/.test(head);
}

/** `What would make production access safe to use?` */
function accessOf(sentence: Sentence): string | undefined {
	const {tokens} = sentence;
	const phrase = [...sentence.phrases.values()].find(({head, referent}) => referent === 'thing' && /^(?:access|rights|permissions|privileges)$/.test(tokens[head]?.norm ?? ''));
	const words = wordsOf(sentence, phrase);
	return words === undefined || words === 'the access' || /^(?:no|any|this|that)\b/.test(words) ? undefined : `What would make ${words} safe to use?`;
}

/** The phrase with what ties to it, without owners and verdicts, as it stands within a sentence. */
function wordsOf(sentence: Sentence, phrase: NounPhrase | undefined): string | undefined {
	if (phrase === undefined || isSomebody(phrase)) return undefined;
	const {tokens, lexicon} = sentence;
	const owner = tokens.slice(phrase.start, phrase.end).findIndex(({norm}) => norm === "'s" || norm === "'");
	const from = owner < 0 ? phrase.start : phrase.start + owner + 1;
	const thing = thingAt(sentence, phrase);
	if (thing === undefined || from >= thing.end || speaksOfPeople(sentence, from, thing.end)) return undefined;
	if (/^(?:it|this|that|these|those|there)$/.test(tokens[phrase.head]?.norm ?? '')) return undefined;
	if (tokens.slice(from, thing.end).some(({norm}) => lexicon.has(norm, 'conduct-adjective') || lexicon.has(norm, 'weak-adjective') || lexicon.has(norm, 'negation') || norm === 'no')) return undefined;
	const words = withoutOwners(sentence, from, thing.end).replace(/^(?:the )?quality of /i, '');
	const small = words.replace(/^\p{Lu}\p{Ll}+(?= )|^\p{Lu}\p{Ll}+$|^A(?= )/u, (word) => word.toLowerCase());
	return owner < 0 ? small : `the ${small}`;
}

/** `Root cause: Maria.` keeps its label, and says that the cause is open. */
export function keptLabel(sentence: Sentence, {opening, end, units}: Outline): string | undefined {
	const {tokens, text} = sentence;
	const colon = tokens.findIndex(({norm}) => norm === ':');
	const first = tokens[opening];
	const mark = tokens[colon];
	if (colon < opening || colon > opening + 4 || first === undefined || mark === undefined || end - colon > 9 || units.length > 0) return undefined;
	const label = text.slice(first.start, mark.end);
	if (tokens.slice(colon, end).some(({norm}) => lacking.test(norm) || norm === 'incorrect')) return undefined;
	return /^(?:(?:root|main|primary|probable|likely) )?cause:$/i.test(label) ? `${label} not yet known. What in the system let it happen?` : undefined;
}
