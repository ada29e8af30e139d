/** Asks after the thing that a verdict is about, or that blame is laid for. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {accessOf, occasionOf} from './asked-occasion.ts';
import {traits} from './lead.ts';
import {lackTies, wordsOf, work} from './named-thing.ts';
import {speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

const choices = new Set(
	'decision choice idea approach design plan change shortcut deployment deploy workaround estimate configuration config migration rollback command setup solution architecture step merge commit script query restart reboot cutover hack'.split(
		' ',
	),
);
const events = new Set(
	'outage outages incident incidents downtime loss leak breach corruption crash disaster failure failures disruption interruption deletion misconfiguration exposure delay delays overload regression damage shutdown abort rejections overheating chaos'.split(
		' ',
	),
);
const lacking =
	/^(?:lack|absence|insufficient|inadequate|missing|poor|bad|no|weak|shoddy|sloppy|lousy|terrible|unclear)$/;
const verdicts = ['conduct-adjective', 'weak-adjective', 'bad', 'conduct-noun'];

/** The question that suits the category, or undefined where nothing in the sentence can bear one. */
export function askedThing(sentence: Sentence, outline: Outline, category: Category): string | undefined {
	switch (category) {
		case 'hindsight':
			return hindsightOf(sentence, outline);
		case 'judgement':
		case 'omission':
			return (
				lackOf(sentence, outline) ??
				workOf(sentence, outline) ??
				eventOf(sentence, outline) ??
				occasionOf(sentence, outline)
			);
		case 'blame':
			return eventOf(sentence, outline) ?? blamedOf(sentence);
		case 'human-error':
		case 'motive':
			return eventOf(sentence, outline) ?? occasionOf(sentence, outline);
		case 'counterfactual':
			return eventOf(sentence, outline) ?? workOf(sentence, outline) ?? occasionOf(sentence, outline);
		case 'punishment':
			return accessOf(sentence);
		default:
			return undefined;
	}
}

/** `What pointed to the failure at the time?` */
function hindsightOf(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.clause.verb.lemma !== 'be' || unit.start > opening + 2)
		return undefined;
	const words = wordsOf(sentence, unit.clause.subject);
	if (
		/^(?:signs?|flags?|alarms?|alerts?|warnings?|symptoms?|decision|answer|signals?)$/.test(
			sentence.tokens[unit.clause.subject?.head ?? -1]?.norm ?? '',
		)
	)
		return undefined;
	return words === undefined ? undefined : `What pointed to ${words} at the time?`;
}

/** `What would have helped the handover?`, `What made the firewall change look right at the time?` */
function workOf(sentence: Sentence, {units, opening}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const [unit, second] = units;
	if (second !== undefined || tokens.at(-1)?.text === '?') return undefined;
	const verb = unit?.clause.verb;
	const subject = unit === undefined ? phrases.get(opening) : unit.clause.subject;
	const words = wordsOf(sentence, subject);
	const isBe = verb === undefined || verb.lemma === 'be';
	if (subject === undefined || words === undefined || !(isBe || verb.passive)) return undefined;
	if (unit !== undefined && (unit.start > opening + 2 || !isVerdict(sentence, unit.clause.verb.start)))
		return undefined;
	const isQuality = tokens[subject.head]?.norm === 'quality' && tokens[subject.end]?.norm === 'of';
	const head = tokens[isQuality ? (phrases.get(subject.end + 1)?.head ?? 0) : subject.head]?.norm ?? '';
	return workQuestion(head, words, isBe, verb?.lemma);
}

function workQuestion(head: string, words: string, isBe: boolean, lemma: string | undefined): string | undefined {
	if (lemma === 'handle' && (head === 'incident' || head === 'outage'))
		return `What would have helped in handling ${words}?`;
	if (isBe && choices.has(head) && !/^(?:the|our|this|that|these|those)\b/.test(words)) return undefined;
	if (isBe && choices.has(head)) return `What made ${words} look right at the time?`;
	return choices.has(head) || work.has(head) ? `What would have helped ${words}?` : undefined;
}

function isVerdict({tokens, lexicon}: Sentence, from: number): boolean {
	return tokens
		.slice(from)
		.some(
			({norm}) =>
				verdicts.some((name) => lexicon.has(norm, name)) ||
				lexicon.has(norm, 'accident') ||
				/^(?:properly|poorly|superficial|superficially|ideal|optimal|joke|formality|slow|late|confusing|dangerous|incomplete|short-sighted|hasty|mistake|disaster|disappointing|chaotic|wrong|amateurish|below|weak|unlucky|realistic|unhelpful|uncoordinated|rushed|botched|thin|better|improved)$/.test(
					norm,
				),
		);
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
	const words = withoutOwners(sentence, from, thing.end).replace(
		/^(?:proper|sufficient|adequate|good|real|any|enough) /i,
		'',
	);
	return `What would have helped ${words}?`;
}

/** `What made this outage possible?` */
function eventOf(sentence: Sentence, outline: Outline): string | undefined {
	const words = eventIn(sentence, outline);
	return words === undefined ? undefined : `What made ${words} possible?`;
}

/** The words for the first thing in the sentence that went wrong: `this outage`. */
export function eventIn(sentence: Sentence, {opening}: Outline): string | undefined {
	for (const phrase of sentence.phrases.values()) {
		const words = phrase.start >= opening && isEvent(phrase, sentence) ? wordsOf(sentence, phrase) : undefined;
		if (words !== undefined) return words;
	}
	return undefined;
}

const passing = /^(?:in|during|after|before|at|on|from|without|through|until|since)$/;
const labelled = /^(?:human|operator|user|root|same|next|first|last|pilot|typing|operating|manual|simple|handling)$/;

/** A thing that went wrong and that the sentence is about, not only beside. */
function isEvent({start, end, head}: NounPhrase, {tokens, lexicon}: Sentence): boolean {
	const before = tokens[start - 1]?.norm ?? '';
	const isBeside =
		passing.test(before) ||
		(before === 'of' &&
			!/^(?:cause|reason|root|because|result|consequence|source)$/.test(tokens[start - 2]?.norm ?? ''));
	if (
		isBeside ||
		!events.has(tokens[head]?.norm ?? '') ||
		!/^(?:the|this|that|these|our)$/.test(tokens[start]?.norm ?? '')
	)
		return false;
	return tokens
		.slice(start, end)
		.every(
			({norm}) =>
				!labelled.test(norm) && !lexicon.has(norm, 'conduct-adjective') && !lexicon.has(norm, 'weak-adjective'),
		);
}

/** What blame is laid for: `Blame for the late escalation goes to …`. */
function blamedOf(sentence: Sentence): string | undefined {
	const {tokens, phrases} = sentence;
	const at = tokens.findIndex(
		({norm}, index) =>
			norm === 'for' &&
			/^(?:blame|responsible|responsibility|guilty|fault|guilt|sorry)$/.test(tokens[index - 1]?.norm ?? ''),
	);
	const phrase = phrases.get(at + 1);
	const isVerb = /^(?:rests|lies|goes|sits|falls)$/.test(tokens[(phrase?.end ?? 0) - 1]?.norm ?? '');
	const words =
		at < 0 || phrase === undefined
			? undefined
			: wordsOf(sentence, isVerb ? {...phrase, end: phrase.end - 1, head: phrase.end - 2} : phrase);
	return words === undefined ? undefined : `What made ${words} possible?`;
}

/** `Root cause: Maria.` keeps its label, and says that the cause is open. */
export function keptLabel(sentence: Sentence, {opening, end, units}: Outline): string | undefined {
	const {tokens, text} = sentence;
	const colon = tokens.findIndex(({norm}) => norm === ':');
	const first = tokens[opening];
	const mark = tokens[colon];
	if (
		colon < opening ||
		colon > opening + 4 ||
		first === undefined ||
		mark === undefined ||
		end - colon > 9 ||
		units.length > 0
	)
		return undefined;
	const label = text.slice(first.start, mark.end);
	if (tokens.slice(colon, end).some(({norm}) => lacking.test(norm) || norm === 'incorrect')) return undefined;
	return /^(?:(?:root|main|primary|probable|likely) )?cause:$/i.test(label)
		? `${label} not yet known. What in the system let it happen?`
		: undefined;
}
