/** What a clause about a person tells, told without the person: `the wrong volume was deleted`. */
import type {Sentence} from '../../language/clauses.ts';
import {pastParticiple, simplePast} from '../../language/inflection.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import {askOfDeed, askOfOmission, asks} from './asks.ts';
import {isSomebody, speaksOfPeople, type Thing, thingAt, tyingSigns, withoutOwners} from './things.ts';
import type {Unit} from './units.ts';

/** Words that can stand as a clause, with a small letter in front, and the question that leads on from them. */
export type Told = {readonly words: string; readonly ask: string};

/** Verbs that hold out a deed that was not done: `failed [to renew]`. */
const failing = new Set('fail forget neglect omit miss refuse decline'.split(' '));
/** The same, where they are negated: `did not bother [to renew]`. */
const minding = new Set('bother manage care think dare remember want try get'.split(' '));
const planning = new Set('suppose expect mean'.split(' '));
const informing = new Set('tell inform notify warn ask page call alert consult contact involve update brief'.split(' '));
const giving = new Set('give send tell show grant cost teach promise offer hand assign pay ask lend bring buy'.split(' '));
const unturned = new Set('be have do cause go come get become let make keep see know want need like lack lose mean take find feel hope sleep chase'.split(' '));
const unturnedUnlessNot = new Set('see find know make keep'.split(' '));
const wishes = new Set(['should', 'could', 'ought', 'might', 'would']);
const dropped = new Set('just simply even also again only ever always still once really actually repeatedly constantly easily now then already at least either too first later finally together instead back n\'t'.split(' '));
const halfway = new Set('hardly barely scarcely nearly almost'.split(' '));
const states = new Set('open unattended unlocked running enabled disabled exposed unpatched unprotected'.split(' '));

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
/** Verdicts in a verb: what they come to is that the thing went wrong. */
const coarse = new Set('mess_up screw_up fuck_up muck_up cock_up foul_up botch bungle bork hose muddle jumble bodge'.split(' '));
const heeding = new Set(['ignore', 'neglect', 'disregard', 'dismiss']);

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

/** The deed in a unit: its verb, and how the sentence stands to it. */
type Deed = {readonly action: VerbGroup; readonly done: boolean; readonly kind: 'told' | 'wish' | 'plan'; readonly present: boolean};

/** The unit without its person, or undefined where that cannot be said with certainty. */
export function toldWithout(unit: Unit, sentence: Sentence): Told | undefined {
	const deed = deedOf(unit, sentence);
	if (deed === undefined) return undefined;
	return toldOfLetting(unit, sentence) ?? toldOfSlip(unit, deed, sentence) ?? toldOfObject(unit, deed, sentence) ?? toldOfClause(unit, deed, sentence);
}

function deedOf({clause}: Unit, {tokens, lexicon}: Sentence): Deed | undefined {
	const {verb, complement, subject} = clause;
	const opener = tokens[subject?.start ?? -1]?.norm ?? '';
	if (/^(?:few|hardly|not|half|some)$/.test(opener) || (subject?.referent === 'reader' && verb.form === 'base' && !verb.past)) return undefined;
	const negated = verb.negated || subject?.referent === 'nobody' || /^(?:neither|none|no)$/.test(opener);
	if (verb.adverbs.some((word) => halfway.has(word))) return undefined;
	if (planning.has(verb.lemma) && verb.passive && complement !== undefined && verb.modal === undefined) {
		return negated ? undefined : {action: complement, done: false, kind: 'plan', present: !verb.past};
	}
	if (verb.passive) return undefined;
	if (verb.modal !== undefined) {
		if (!verb.perfect || !wishes.has(verb.modal) || complement !== undefined) return undefined;
		return {action: verb, done: negated, kind: 'wish', present: false};
	}
	const present = isPresent(wordsOf(verb, tokens), verb, lexicon);
	if (complement === undefined) return {action: verb, done: !negated, kind: 'told', present};
	if (tokens[complement.start]?.norm !== 'to' || complement.perfect || complement.passive || complement.negated) return undefined;
	if (failing.has(verb.lemma) && !negated) return {action: complement, done: false, kind: 'told', present};
	if (minding.has(verb.lemma) && negated) return {action: complement, done: false, kind: 'told', present};
	return undefined;
}

/** `let the certificate expire`: the certificate expired. */
function toldOfLetting({clause: {verb, object}, end}: Unit, sentence: Sentence): Told | undefined {
	const {tokens, lexicon} = sentence;
	if (verb.lemma !== 'let' || object === undefined || verb.negated || object.start !== verb.end) return undefined;
	const next = tokens[object.end]?.norm ?? '';
	const thing = thingAt(sentence, object);
	if (!/^(?:expire|go|run|slip|fill|pass|lapse|drift|grow|crash|die|fail|happen|reach)$/.test(next) || thing === undefined || thing.end !== object.end) return undefined;
	if (speaksOfPeople(sentence, object.start, end)) return undefined;
	const rest = withoutOwners(sentence, object.end + 1, end);
	const words = `${withoutOwners(sentence, object.start, object.end)} ${simplePast(next, lexicon.irregular)}${rest === '' ? '' : ` ${rest}`}`;
	return {words, ask: /^(?:go|slip|pass|reach)$/.test(next) ? 'what let that through?' : 'what let that happen?'};
}

/** `made a typo in the rule`: there was a typo in the rule. */
function toldOfSlip({clause: {object}, end}: Unit, {action, done, kind}: Deed, sentence: Sentence): Told | undefined {
	const {tokens} = sentence;
	const noun = tokens[object?.head ?? -1]?.norm ?? '';
	if (action.lemma !== 'make' || !done || kind !== 'told' || object?.start !== action.end || !/^(?:typo|error|mistake|slip)$/.test(noun)) return undefined;
	const rest = withoutOwners(sentence, object.end, end);
	if (!/^(?:a|an)$/.test(tokens[object.start]?.norm ?? '') || !/^(?:in|on|at|while|when|during)\b/.test(rest) || speaksOfPeople(sentence, object.end, end)) return undefined;
	return {words: `there was ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} ${rest}`, ask: 'what made it easy to make?'};
}

function wordsOf(verb: VerbGroup, tokens: Sentence['tokens']): readonly string[] {
	return tokens.slice(verb.start, verb.end).map(({norm}) => norm);
}

/** Told as present, where the form leaves no doubt. */
function isPresent(words: readonly string[], verb: VerbGroup, lexicon: Sentence['lexicon']): boolean {
	if (verb.past || verb.perfect || words.some((word) => word === 'did' || word === 'was' || word === 'were' || word === 'had')) return false;
	const main = words.at(-1) ?? '';
	return !lexicon.verbsOf(main).some(({form}) => form === 'past') || words.some((word) => word === 'do' || word === 'does');
}

function toldOfObject(part: Unit, deed: Deed, sentence: Sentence): Told | undefined {
	const {action} = deed;
	const {clause} = part;
	const named = particleOf(action, clause.object, sentence);
	const tied = named === undefined ? tiedObject(action, sentence) : undefined;
	const object = named?.object ?? tied?.object;
	const particle = named?.particle ?? tied?.particle ?? '';
	if (object === undefined || object.start < action.end || object.start >= part.end) return undefined;
	if (!isTurnable(action, deed, object, sentence)) return undefined;
	const isSign = heeding.has(action.lemma) || /^(?:miss|overlook|notice|see|spot|read|catch)$/.test(action.lemma);
	const thing = thingAt(sentence, object, isSign ? tyingSigns : undefined);
	if (thing === undefined || thing.end > part.end || !endsWell(thing.end, part.end, action, sentence)) return undefined;
	if (isSomebody(object) ? !isInformed(action, object, sentence) : speaksOfPeople(sentence, thing.start, thing.end)) return undefined;
	const rest = restOf(part, thing, sentence);
	const front = withoutOwners(sentence, thing.start, thing.end);
	if (rest === undefined || /^(?:nothing|anything|something|everything|it all|no)\b/i.test(front)) return undefined;
	return predicate(deed, thing, frontWord(front), particle, rest, sentence);
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
	const isParticle = action.particles.includes(next) && next !== 'to' && next !== 'about' && next !== 'on' && next !== 'in';
	const direct = object !== undefined && object.start === action.end ? object : phrases.get(action.end);
	if (direct !== undefined && direct.start === action.end) {
		const behind = tokens[direct.end]?.norm ?? '';
		return {object: direct, particle: separable.has(behind) && action.particles.includes(behind) ? behind : ''};
	}
	const behind = isParticle ? phrases.get(action.end + 1) : undefined;
	return behind === undefined ? undefined : {object: behind, particle: next};
}

const separable = new Set(['down', 'off', 'out', 'up', 'over', 'back']);

function tiedObject(action: VerbGroup, {tokens, phrases}: Sentence): {object: NounPhrase; particle: string} | undefined {
	const prepositions = Object.hasOwn(tiedVerbs, action.lemma) ? tiedVerbs[action.lemma] : undefined;
	const first = tokens[action.end]?.norm ?? '';
	if (prepositions?.includes(first) !== true) return undefined;
	const second = tokens[action.end + 1]?.norm ?? '';
	const isDouble = (first === 'up' || first === 'off') && second === 'on';
	const object = phrases.get(action.end + (isDouble ? 2 : 1));
	if (object === undefined || (first === 'up' && !isDouble) || (first === 'off' && !isDouble)) return undefined;
	return {object, particle: isDouble ? `${first} on` : first};
}

/** Nouns that make an idiom with their verb, or a verdict: `dropped the ball`, `made a choice`. */
const idiomatic = new Set('ball attention ownership eye eyes names corners care job head nerve sight trust mistake mistakes error errors choice choices itself themselves himself herself myself glory chance luck risk advantage priority responsibility step steps part word words boat point hypothesis plug problem problems thing things work'.split(' '));

function isTurnable({lemma}: VerbGroup, {done}: Deed, object: NounPhrase, {lexicon, tokens}: Sentence): boolean {
	if (!lexicon.verbsOf(lemma).some(({form}) => form === 'base')) return false;
	if (idiomatic.has(tokens[object.head]?.norm ?? '') && !isConcrete(object, tokens)) return false;
	if (lemma === 'take' && /^(?:down|out|offline)$/.test(tokens[object.start - 1]?.norm ?? tokens[object.end]?.norm ?? '')) return true;
	if (lemma === 'take' && /^(?:down|offline)$/.test(tokens[object.end]?.norm ?? '')) return true;
	if (unturned.has(lemma) && (done || !unturnedUnlessNot.has(lemma))) return false;
	const noun = tokens[object.head]?.norm ?? '';
	if (giving.has(lemma) && !isSomebody(object)) {
		return !tokens.slice(object.start, object.end).some(({norm}) => lexicon.has(norm, 'outsider') || lexicon.has(norm, 'role') || lexicon.has(norm, 'people'));
	}
	return !lexicon.has(noun, 'time-noun') && !/^(?:second|minute|hour|day)s$/.test(noun);
}

/** `the second step`, `the power plug`: with a word before the noun it is the thing itself. */
function isConcrete({start, head}: NounPhrase, tokens: Sentence['tokens']): boolean {
	const noun = tokens[head]?.norm ?? '';
	return /^(?:steps?|plug|problems?|risk|point)$/.test(noun) && head - start > (noun === 'plug' ? 1 : 0);
}

function isInformed({lemma}: VerbGroup, object: NounPhrase, {tokens}: Sentence): boolean {
	const first = tokens[object.start]?.norm ?? '';
	return informing.has(lemma) && object.referent !== 'nobody' && (/^(?:the|other|our)$/.test(first) || object.referent === 'outsider' || object.referent === 'department');
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
		/^(?:yesterday|today|manually|immediately|properly|instead|by|when|while|before|after|until|without|then|and|again|down|off|last|too|straight|directly)$/.test(norm) ||
		(norm.length > 4 && norm.endsWith('ly'))
	);
}

/** What stands behind the thing, or undefined where it speaks of people or judges them. */
function restOf(part: Unit, thing: Thing, sentence: Sentence): string | undefined {
	const {tokens, lexicon} = sentence;
	let {end} = thing;
	const particle = tokens[end]?.norm ?? '';
	if (separable.has(particle) && part.clause.verb.particles.includes(particle)) end++;
	const stop = restEnd(end, part.end, sentence);
	const words = tokens.slice(end, stop);
	if (speaksOfPeople(sentence, end, stop)) return undefined;
	if (words.some(({norm, type}) => (type === 'mark' && norm !== ',' && norm !== '(' && norm !== ')' && norm !== '-') || lexicon.has(norm, 'careless-adverb') || norm === 'mistake' || norm === 'accident' || norm === 'fault')) return undefined;
	const rest = withoutOwners(sentence, end, stop);
	return rest === '' ? '' : ` ${rest}`;
}

/** Behind the rest may stand what only speaks of the person: `again`, `on his own`, `by mistake`. */
function restEnd(from: number, to: number, {tokens, lexicon}: Sentence): number {
	let end = to;
	for (let length = -1; length !== end; ) {
		length = end;
		const tail = tokens.slice(Math.max(from, end - 3), end).map(({norm}) => norm).join(' ');
		const last = tokens[end - 1]?.norm ?? '';
		if (end > from && (last === 'again' || last === 'anyway' || last === 'either' || lexicon.has(last, 'accident') || last === ',')) end--;
		else if (/\bby (?:mistake|accident)$/.test(tail)) end -= 2;
		else if (/^on (?:his|her|their|my|your|our) own$/.test(tail)) end -= 3;
	}
	return Math.max(from, end);
}

function predicate(deed: Deed, thing: Thing, front: string, particle: string, rest: string, {lexicon, tokens}: Sentence): Told | undefined {
	const {action, done, kind, present} = deed;
	const {lemma} = action;
	const be = present ? (thing.plural ? 'are' : 'is') : thing.plural ? 'were' : 'was';
	const behind = particle === '' ? '' : ` ${particle}`;
	const participle = `${pastParticiple(lemma, lexicon.irregular)}${behind}`;
	const adverbs = adverbsOf(action, deed, lexicon);
	if (coarse.has(lemma) || coarse.has(`${lemma}_${particle}`)) return done && kind === 'told' && !present ? {words: `${front} went wrong${rest.startsWith(' by ') ? '' : rest}`, ask: asks.happen} : undefined;
	if (kind === 'wish' && !done && (/^ (?:by|better|more|less|earlier|sooner|faster)\b/.test(rest) || /\b(?:better|earlier|sooner|faster|differently)$/.test(rest))) return undefined;
	if (!done && /^ with\b/.test(rest) && /^(?:prevent|avoid|stop)$/.test(lemma)) return undefined;
	const tail = particle !== '' && rest.startsWith(` ${particle} `) ? rest.slice(particle.length + 1) : rest;
	if (/^not a single /i.test(front)) return kind === 'told' && !done ? {words: `${front} ${be} ${participle}${tail}`, ask: askOfOmission(lemma, false, present)} : undefined;
	if (kind === 'plan') return {words: `${front} ${be} to be ${participle}${tail}`, ask: asks.stood};
	if (kind === 'wish' && done) return {words: `${front} ${be} ${adverbs}${participle}${tail}`, ask: asks.sensible};
	if (!done) return {words: `${front} ${be} not ${adverbs}${participle}${tail}`, ask: askOfOmission(lemma, thing.plural, present)};
	if (Object.hasOwn(leftOut, lemma)) {
		return {words: `${front} ${be} ${leftOut[lemma]}${tail}`, ask: leftOut[lemma] === 'not seen' ? askOfOmission(lemma, thing.plural, present) : leftOut[lemma] === 'left out' ? askOfOmission('', thing.plural, present) : 'what made that the easier way?'};
	}
	if (heeding.has(lemma)) {
		const noun = tokens.slice(thing.start, thing.end).some(({norm}) => lexicon.has(norm, 'signal-noun') || lexicon.has(norm, 'duty-noun'));
		if (!noun && (rest === '' || /^ (?:for|during|over|until|in|at|on|when|before)\b/.test(rest))) return {words: `${front} ${be} not taken into account${tail}`, ask: `what ${present ? 'makes' : 'made'} ${thing.plural ? 'them' : 'it'} easy to pass over?`};
		return noun && !present && /^(?:$| (?:for|during|over|until|in|at|on)\b)/.test(rest) ? {words: `${front} led to no action${tail}`, ask: `what would have made ${thing.plural ? 'them' : 'it'} stand out?`} : undefined;
	}
	return present ? undefined : {words: `${front} ${be} ${adverbs}${participle}${tail}`, ask: askOfDeed(lemma, lexicon)};
}

function adverbsOf({adverbs}: VerbGroup, {kind, done}: Deed, lexicon: Sentence['lexicon']): string {
	if (kind === 'wish' && !done) return '';
	const kept = adverbs.filter((word) => !dropped.has(word) && !lexicon.has(word, 'negation') && !lexicon.has(word, 'accident') && !lexicon.has(word, 'obvious') && word !== 'no' && word !== 'longer');
	return kept.map((word) => `${word} `).join('');
}

const clausal = new Set('notice see realise realize know understand check test verify say mention report announce consider anticipate foresee recognise recognize tell ask'.split(' '));

/** `it was not noticed that the replication had stopped`: what hangs on the verb is a clause of its own. */
function toldOfClause(part: Unit, {action, done, kind, present}: Deed, sentence: Sentence): Told | undefined {
	const {tokens, lexicon} = sentence;
	const next = tokens[action.end]?.norm ?? '';
	if (done || kind !== 'told' || !clausal.has(action.lemma) || !/^(?:that|if|whether|how|what|why|which|where|when)$/.test(next)) return undefined;
	const be = present ? 'is' : 'was';
	const isUnderstood = action.lemma === 'know' || action.lemma === 'understand';
	const isOpen = isUnderstood && next !== 'that';
	const participle = isUnderstood && isOpen ? 'clear' : pastParticiple(action.lemma, lexicon.irregular);
	const ask = isOpen ? `what would ${present ? 'make' : 'have made'} that clear?` : askOfOmission(action.lemma, false, present);
	if (speaksOfPeople(sentence, action.end, part.end)) return undefined;
	const rest = withoutOwners(sentence, action.end, part.end);
	return {words: `it ${be} not ${participle}${rest === '' ? '' : ` ${rest}`}`, ask};
}
