/** What is said of a thing in front: that it was deleted, not renewed, left out, or went wrong. */
import type {Sentence} from '../../language/clauses.ts';
import {pastParticiple} from '../../language/inflection.ts';
import {askOfDeed, askOfOmission, asks} from './asks.ts';
import type {Deed} from './deed.ts';
import type {Thing} from './things.ts';

/** Words that can stand as a clause, and the question that leads on from them. */
export type Told = {readonly words: string; readonly ask: string};

/** The thing with the words for it, the particle of the verb, and what stands behind, with a space before it. */
type Turned = {
	readonly deed: Deed;
	readonly thing: Thing;
	readonly front: string;
	readonly particle: string;
	readonly rest: string;
};

const dropped = new Set(
	"just simply even also again only ever always still once really actually repeatedly constantly easily now then already at least either too first later finally together instead back n't no longer".split(
		' ',
	),
);

/** What leaving out comes to for the thing that was left out. */
const leftOut: Readonly<Record<string, string>> = {
	forget: 'left out',
	skip: 'skipped',
	omit: 'left out',
	miss: 'not seen',
	overlook: 'not seen',
	bypass: 'bypassed',
	circumvent: 'bypassed',
};
const heeding = new Set(['ignore', 'neglect', 'disregard', 'dismiss']);
/** Verdicts in a verb: what they come to is that the thing went wrong. */
const coarse = new Set(
	'mess_up screw_up fuck_up muck_up cock_up foul_up botch bungle bork hose muddle jumble bodge'.split(' '),
);
const comparing = /^ (?:by|better|more|less|earlier|sooner|faster)\b|\b(?:better|earlier|sooner|faster|differently)$/;

/** The predicate with its thing, or undefined where it would not be true or not be English. */
export function predicateOf(turned: Turned, sentence: Sentence): Told | undefined {
	const {lexicon} = sentence;
	const {deed, thing, front, particle} = turned;
	const {action, done, kind, present} = deed;
	const {lemma} = action;
	if (coarse.has(lemma) || coarse.has(`${lemma}_${particle}`)) return wentWrong(turned);
	if (!isSaid(turned)) return undefined;
	const be = beOf(turned);
	const participle = `${lemma === 'fat-finger' ? 'mistyped' : pastParticiple(lemma, lexicon.irregular)}${particle === '' ? '' : ` ${particle}`}`;
	const tail = tailOf(turned);
	if (/^not a single /i.test(front)) {
		const isPlain = kind === 'told' && !done;
		return isPlain
			? {words: `${front} ${be} ${participle}${tail}`, ask: askOfOmission(lemma, false, present)}
			: undefined;
	}
	if (kind === 'plan') return {words: `${front} ${be} to be ${participle}${tail}`, ask: asks.stood};
	const deeds = `${adverbsOf(deed, lexicon)}${participle}${tail}`;
	if (kind === 'wish' && done) return {words: `${front} ${be} ${deeds}`, ask: asks.sensible};
	if (!done) return {words: `${front} ${be} not ${deeds}`, ask: askOfOmission(lemma, thing.plural, present)};
	if (Object.hasOwn(leftOut, lemma)) return wasLeftOut(turned);
	if (heeding.has(lemma)) return wentUnheeded(turned, sentence);
	return present ? undefined : {words: `${front} ${be} ${deeds}`, ask: askOfDeed(lemma, lexicon)};
}

function beOf({deed: {present}, thing: {plural}}: Turned): string {
	if (present) return plural ? 'are' : 'is';
	return plural ? 'were' : 'was';
}

function tailOf({particle, rest}: Turned): string {
	return particle !== '' && rest.startsWith(` ${particle} `) ? rest.slice(particle.length + 1) : rest;
}

function wentWrong({deed: {done, kind, present}, front, rest}: Turned): Told | undefined {
	if (!done || kind !== 'told' || present) return undefined;
	return {words: `${front} went wrong${rest.startsWith(' by ') ? '' : rest}`, ask: asks.happen};
}

/** `could have handled this better` does not say that it was not handled; `never saw a failover` says more than once. */
function isSaid({deed: {kind, action, done}, particle, rest}: Turned): boolean {
	if ((particle === 'for' && rest.startsWith(' to ')) || (action.lemma === 'see' && action.perfect && kind === 'told'))
		return false;
	const isPrevented = / with\b/.test(rest) && /^(?:prevent|avoid|stop)$/.test(action.lemma);
	return done || (!isPrevented && !(kind === 'wish' && comparing.test(rest)));
}

function wasLeftOut(turned: Turned): Told {
	const {deed, thing, front} = turned;
	const what = leftOut[deed.action.lemma] ?? '';
	const words = `${front} ${beOf(turned)} ${what}${tailOf(turned)}`;
	if (what === 'skipped' || what === 'bypassed') return {words, ask: 'what made that the easier way?'};
	return {words, ask: askOfOmission(what === 'not seen' ? deed.action.lemma : '', thing.plural, deed.present)};
}

/** What nobody heeded: a signal led to no action, anything else was not taken into account. */
function wentUnheeded(turned: Turned, {tokens, lexicon}: Sentence): Told | undefined {
	const {deed, thing, front, rest} = turned;
	if (!/^(?:$| (?:for|during|over|until|in|at|on|when|before)\b)/.test(rest)) return undefined;
	const them = thing.plural ? 'them' : 'it';
	const isSignal = tokens
		.slice(thing.start, thing.end)
		.some(({norm}) => lexicon.has(norm, 'signal-noun') || lexicon.has(norm, 'duty-noun'));
	if (!isSignal) {
		const ask = `what ${deed.present ? 'makes' : 'made'} ${them} easy to pass over?`;
		return {words: `${front} ${beOf(turned)} not taken into account${rest}`, ask};
	}
	return deed.present
		? undefined
		: {words: `${front} led to no action${rest}`, ask: `what would have made ${them} stand out?`};
}

/** The adverbs that say how it was done, each with a space behind it, and none that judges. */
function adverbsOf({action: {adverbs}, kind, done}: Deed, lexicon: Sentence['lexicon']): string {
	if (kind === 'wish' && !done) return '';
	const judging = ['negation', 'accident', 'obvious'];
	return adverbs
		.filter((word) => !dropped.has(word) && !judging.some((name) => lexicon.has(word, name)))
		.map((word) => `${word} `)
		.join('');
}
