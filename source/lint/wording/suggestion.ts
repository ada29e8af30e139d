/** Wordings that can take the place of a sentence, made of the sentence itself where that is safe. */
import type {Clause, Sentence} from '../language/clauses.ts';
import {pastParticiple} from '../language/inflection.ts';
import type {Rewrite} from './rule.ts';

const asks: Readonly<Record<Rewrite, string>> = {
	done: 'what made that possible?',
	'not-done': 'what would have prompted it?',
};

/**
 * The sentence with the thing in front and the person left out: `The wrong volume was deleted: what made that
 * possible?`. Undefined where the sentence holds more than one clause or its object cannot stand in front.
 */
export function rewritten(rewrite: Rewrite, clause: Clause, sentence: Sentence): string | undefined {
	const {tokens, text, lexicon} = sentence;
	const {subject, object, verb, complement} = clause;
	const action = complement ?? verb;
	const opensAtStart = subject !== undefined && tokens.slice(0, subject.start).every(({type}) => type === 'mark');
	const isWhole = tokens.slice(clause.end).every(({type}) => type === 'mark') && opensAtStart;
	if (!isWhole || object === undefined || object.referent !== 'thing' || verb.passive) return undefined;
	if (sentence.clauses.length > (complement === undefined ? 1 : 2)) return undefined;
	if (tokens[object.head]?.norm.endsWith('self') || object.start < action.end) return undefined;
	if (!lexicon.verbsOf(action.lemma).some(({form}) => form === 'base')) return undefined;
	const after = withOf(sentence, object.end);
	const last = tokens.slice(0, clause.end).findLast(({type}) => type !== 'mark');
	const front = tokens[object.start];
	const objectEnd = tokens[after - 1]?.end;
	if (front === undefined || last === undefined || objectEnd === undefined) return undefined;
	const rest = withoutBlame(sentence, after, clause.end);
	if (rest === undefined) return undefined;
	const thing = text
		.slice(front.start, objectEnd)
		.replace(/^[Hh]is |^[Hh]er |^[Tt]heir |^[Mm]y |^[Oo]ur |^[Yy]our /, 'the ');
	const was = isPlural(sentence, object.head) ? 'were' : 'was';
	const participle = pastParticiple(action.lemma, lexicon.irregular);
	const particle = tokens[action.end]?.norm;
	const hasParticle = object.start > action.end && particle !== undefined && action.particles.includes(particle);
	const done = `${participle}${hasParticle ? ` ${particle}` : ''}${rest}`;
	return `${capitalized(thing)} ${was} ${rewrite === 'done' ? done : `not ${done}`}: ${asks[rewrite]}`;
}

/** With what `of` ties to the object. */
function withOf({tokens, phrases}: Sentence, end: number): number {
	return tokens[end]?.norm === 'of' ? (phrases.get(end + 1)?.end ?? end) : end;
}

/** What stands after the object, or undefined where it speaks of people or of carelessness. */
function withoutBlame({tokens, text, lexicon, phrases}: Sentence, from: number, to: number): string | undefined {
	const rest = tokens.slice(from, to).filter(({type}, index, all) => type !== 'mark' || index < all.length - 1);
	const first = rest[0];
	const last = rest.at(-1);
	if (first === undefined || last === undefined) return '';
	if (
		rest.length > 8 ||
		rest.some(
			({norm, type}) => type === 'mark' || lexicon.has(norm, 'accident') || norm === 'mistake' || norm === 'accident',
		)
	) {
		return undefined;
	}
	for (const phrase of phrases.values()) {
		if (phrase.start >= from && phrase.start < to && phrase.referent !== 'thing') return undefined;
	}
	return ` ${text.slice(first.start, last.end)}`;
}

function isPlural({tokens}: Sentence, head: number): boolean {
	const {norm = ''} = tokens[head] ?? {};
	return /[^su]s$/.test(norm) && !/(?:is|ss|us|dns|tls|https|kubernetes|aws|redis|postgres|jenkins|canvas)$/.test(norm);
}

function capitalized(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
