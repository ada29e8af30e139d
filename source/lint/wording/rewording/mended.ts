/** Mends what a hasty reading got wrong: in `pushed an untested [change] to production` the change is a noun. */
import type {Clause, Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';

/** The sentence with such clauses taken back into the object before them. */
export function mended(sentence: Sentence): Sentence {
	return withObjects(withTiedNouns(sentence));
}

/** `led to the wrong [switch] being rebooted`: behind a preposition, an adjective wants its noun. */
function withTiedNouns(sentence: Sentence): Sentence {
	const {phrases, clauses, tokens, lexicon} = sentence;
	const short = [...phrases.values()].find(
		({end, head}) =>
			/^(?:new|old|wrong|same|whole|entire)$/.test(tokens[head]?.norm ?? '') &&
			lexicon.verbsOf(tokens[end]?.norm ?? '').some(({form}) => form === 'base'),
	);
	const noun = clauses.find(({verb}) => verb.start === short?.end && verb.end === verb.start + 1);
	if (short === undefined || noun === undefined) return sentence;
	const phrase = {...short, end: noun.verb.end, head: noun.verb.main};
	const kept = clauses
		.filter((clause) => clause !== noun)
		.map((clause) => (clause.object?.start === phrase.start ? {...clause, object: phrase, end: noun.end} : clause));
	return {...sentence, phrases: new Map(phrases).set(phrase.start, phrase), clauses: kept};
}

function withObjects(sentence: Sentence): Sentence {
	const at = sentence.clauses.findIndex((clause, index) => isNoun(clause, sentence.clauses[index - 1], sentence));
	const noun = sentence.clauses[at];
	const before = sentence.clauses[at - 1];
	if (noun?.subject === undefined || before === undefined) return sentence;
	const phrase: NounPhrase = {...noun.subject, end: noun.verb.end, head: noun.verb.main};
	const phrases = new Map(sentence.phrases);
	phrases.set(phrase.start, phrase);
	const clauses = sentence.clauses
		.filter((clause) => clause !== noun)
		.map((clause) => (clause === before ? {...before, object: phrase, end: noun.end} : clause));
	return {...sentence, phrases, clauses};
}

/** A bare verb right behind an object that cannot be its subject: it is singular, or has no noun. */
function isNoun(clause: Clause, before: Clause | undefined, {tokens, lexicon}: Sentence): boolean {
	const {subject, verb} = clause;
	if (before === undefined || subject === undefined || verb.form !== 'base' || verb.modal !== undefined || verb.negated)
		return false;
	const object = before.object;
	const isBehind = object?.start === subject.start && subject.end === verb.start && verb.end === verb.start + 1;
	const head = tokens[subject.head]?.norm ?? '';
	const isPlural = /[^s]s$/.test(head) && !lexicon.has(head, 'bad');
	return (
		isBehind &&
		subject.referent === 'thing' &&
		!isPlural &&
		before.verb.lemma !== 'let' &&
		before.verb.lemma !== 'make' &&
		clause.object?.start !== verb.end
	);
}
