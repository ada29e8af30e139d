/** Puts the object of a deed in front and leaves out who did it. */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import type {Deed} from './deed.ts';
import {predicateOf, type Told} from './predicate.ts';
import {restEnd} from './rest.ts';
import {isSomebody, speaksOfPeople, type Thing, thingAt, tyingSigns, withoutOwners} from './things.ts';
import {isInformed, isTurnable} from './turnable.ts';
import type {Unit} from './units.ts';

const noTies: ReadonlySet<string> = new Set();
const states = new Set('open unattended unlocked running enabled disabled exposed unpatched unprotected'.split(' '));

/** Verbs with a preposition that can be said of the thing behind it: `the logs were not looked at`. */
const tiedVerbs: Readonly<Record<string, readonly string[]>> = {
	look: ['at', 'into'],
	listen: ['to'],
	care: ['for'],
	act: ['on', 'upon'],
	follow: ['up'],
	check: ['on'],
	ask: ['for'],
	wait: ['for'],
	plan: ['for'],
	think: ['about', 'of'],
	agree: ['on'],
	tamper: ['with'],
	deal: ['with'],
	sign: ['off'],
	reply: ['to'],
	respond: ['to'],
	react: ['to'],
	prepare: ['for'],
	account: ['for'],
};

/** What a deed did to its object: `the wrong volume was deleted`. */
export function toldOfObject(part: Unit, deed: Deed, sentence: Sentence): Told | undefined {
	const {action} = deed;
	const {clause} = part;
	const named = particleOf(action, clause.object, sentence);
	const tied = named === undefined ? tiedObject(action, sentence) : undefined;
	const object = named?.object ?? tied?.object;
	const particle = named?.particle ?? tied?.particle ?? '';
	const isWithin = object !== undefined && object.start >= action.end && object.start < part.end;
	if (object === undefined || !isWithin || !isTurnable(action, deed, object, sentence)) return undefined;
	const isSign = /^(?:miss|overlook|notice|see|spot|read|catch|ignore|neglect|disregard|dismiss|think)$/.test(
		action.lemma,
	);
	const ties = isSomebody(object)
		? noTies
		: isSign || (tied !== undefined && particle !== 'for')
			? tyingSigns
			: undefined;
	const thing = thingAt(sentence, object, ties);
	if (thing === undefined || thing.end > part.end || !endsWell(thing.end, part.end, action, sentence)) return undefined;
	if (isSomebody(object) ? !isInformed(action, object, sentence) : speaksOfPeople(sentence, thing.start, thing.end))
		return undefined;
	const rest = restOf(part, thing, sentence);
	const front = withoutOwners(sentence, thing.start, thing.end).replace(/^its (?:own )?/i, 'the ');
	const isCut = /^(?:that|which)$/.test(sentence.tokens[part.end]?.norm ?? '') && isHeeding(action);
	if (rest === undefined || isCut || /\bnot\b/.test(rest) || isUnsure(front, deed)) return undefined;
	return predicateOf({deed, thing, front: frontWord(front), particle, rest}, sentence);
}

function isHeeding({lemma}: VerbGroup): boolean {
	return /^(?:ignore|neglect|disregard|dismiss|miss|overlook)$/.test(lemma);
}

function isPreposition(word: string, {lexicon}: Sentence): boolean {
	return (
		lexicon.has(word, 'preposition') &&
		!separable.has(word) &&
		!/^(?:on|in|inside|before|after|through|around)$/.test(word)
	);
}

function isUnsure(front: string, {done, action}: Deed): boolean {
	const isAll = /^everything\b/i.test(front) && (!done || action.lemma === 'forget');
	return isAll || /^(?:nothing|anything|something|it all|no)\b/i.test(front);
}

function frontWord(front: string): string {
	return front.replace(/^(?:any|a single) /i, (word) => (word.toLowerCase() === 'any ' ? '' : 'not a single '));
}

/** The object with a particle before it: `took down [the shop]`, `let [the certificate]`. */
function particleOf(
	action: VerbGroup,
	object: NounPhrase | undefined,
	{tokens, phrases}: Sentence,
): {object: NounPhrase; particle: string} | undefined {
	const next = tokens[action.end]?.norm ?? '';
	const isParticle =
		action.particles.includes(next) && next !== 'to' && next !== 'about' && next !== 'on' && next !== 'in';
	const direct = object !== undefined && object.start === action.end ? object : phrases.get(action.end);
	if (direct !== undefined && direct.start === action.end) {
		const behind = tokens[direct.end]?.norm ?? '';
		return {object: direct, particle: separable.has(behind) && action.particles.includes(behind) ? behind : ''};
	}
	const behind = isParticle ? phrases.get(action.end + 1) : undefined;
	return behind === undefined ? undefined : {object: behind, particle: next};
}

const separable = new Set(['down', 'off', 'out', 'up', 'over', 'back']);

function tiedObject(
	action: VerbGroup,
	{tokens, phrases}: Sentence,
): {object: NounPhrase; particle: string} | undefined {
	const prepositions = Object.hasOwn(tiedVerbs, action.lemma) ? tiedVerbs[action.lemma] : undefined;
	const first = tokens[action.end]?.norm ?? '';
	if (prepositions?.includes(first) !== true) return undefined;
	const second = tokens[action.end + 1]?.norm ?? '';
	const isDouble = (first === 'up' || first === 'off') && second === 'on';
	const object = phrases.get(action.end + (isDouble ? 2 : 1));
	if (object === undefined || (first === 'up' && !isDouble) || (first === 'off' && !isDouble)) return undefined;
	return {object, particle: isDouble ? `${first} on` : first};
}

/** Whether what follows the thing can follow its participle as well. */
function endsWell(at: number, end: number, action: VerbGroup, {tokens, lexicon}: Sentence): boolean {
	if (at >= end) return true;
	const {norm = '', type} = tokens[at] ?? {};
	if (type === 'mark') return norm === '(';
	if (norm === "'s" || norm === 'that' || norm === 'late' || norm === 'early') return false;
	if (action.lemma === 'leave' && states.has(norm)) return true;
	return (
		lexicon.has(norm, 'preposition') ||
		lexicon.has(norm, 'adverb') ||
		lexicon.has(norm, 'time-noun') ||
		/^(?:yesterday|today|manually|immediately|properly|instead|by|when|while|before|after|until|without|then|and|again|down|off|last|too|straight|directly)$/.test(
			norm,
		) ||
		(norm.length > 4 && norm.endsWith('ly'))
	);
}

/** What stands behind the thing, or undefined where it speaks of people or judges them. */
function restOf(part: Unit, thing: Thing, sentence: Sentence): string | undefined {
	const {tokens, lexicon} = sentence;
	let {end} = thing;
	const particle = tokens[end]?.norm ?? '';
	if (separable.has(particle) && part.clause.verb.particles.includes(particle)) end++;
	if (tokens[part.end]?.text === '-') return undefined;
	const stop = restEnd(end, part.end, sentence);
	const [first, last] = [tokens[end]?.norm ?? '', tokens[stop - 1]?.norm ?? ''];
	if (
		stop > end &&
		(first === 'and' ||
			isPreposition(last, sentence) ||
			last === 'and' ||
			(tokens[stop - 2]?.norm === 'and' && /^(?:it|they|this|that)$/.test(last)))
	)
		return undefined;
	const words = tokens.slice(end, stop);
	if (speaksOfPeople(sentence, end, stop)) return undefined;
	if (
		words.some(
			({norm, type}) =>
				(type === 'mark' && norm !== ',' && norm !== '(' && norm !== ')' && norm !== '-') ||
				lexicon.has(norm, 'careless-adverb') ||
				norm === 'mistake' ||
				norm === 'accident' ||
				norm === 'fault',
		)
	)
		return undefined;
	const rest = withoutOwners(sentence, end, stop);
	return rest === '' ? '' : ` ${rest}`;
}
