/** Labelled texts as the linear model sees them. */
import {parseSentence} from '../../source/lint/language/clauses.ts';
import {createLexicon} from '../../source/lint/language/lexicon.ts';
import {tokenize} from '../../source/lint/language/tokens.ts';
import {passagesOf} from '../../source/lint/markdown/passages.ts';
import {sentencesOf} from '../../source/lint/markdown/sentences.ts';
import {featuresOf} from '../../source/lint/wording/features.ts';
import {readRuleBook} from '../../source/lint/wording/rule-book.ts';
import {rulesIn} from '../../source/lint/wording/rule-matches.ts';
import {isAction, type Labelled} from '../measure/labelled.ts';
import type {Example} from './logistic.ts';

export type SeenSentence = {readonly features: readonly number[]; readonly isFound: boolean};

/** A text with what is seen of each of its sentences. */
export type SeenText = {readonly text: Labelled; readonly sentences: readonly SeenSentence[]};

const lexicon = createLexicon();
const book = readRuleBook(lexicon);

export function seenOf(text: Labelled): SeenText {
	const sentences = passagesOf(text.text, 'document').flatMap(({start, masked, kind}) => {
		const source = text.text.slice(start, start + masked.length);
		const role = kind === 'task' || isAction(text) ? 'action' : undefined;
		return sentencesOf(masked, source).map((span): SeenSentence => {
			const tokens = tokenize(masked.slice(span.start, span.end));
			const sentence = parseSentence(source.slice(span.start, span.end), {tokens, lexicon});
			const reading = rulesIn(sentence, book, role);
			return {features: [...featuresOf(sentence, role, reading)], isFound: reading.found.length > 0};
		});
	});
	return {text, sentences};
}

export function isBlameful({label}: Labelled): boolean {
	return label !== 'innocent';
}

/** An ordinary sentence counts for more than one that was made to mislead: there are so many more of them in a report. */
const ordinaryWeight = 2;

/**
 * What is learnt from a text. Of a blameful text of several sentences those count in which a rule speaks, and where
 * none does, all of them a little: the label does not say which it is.
 */
export function examplesOf({text, sentences}: SeenText): Example[] {
	const isPositive = isBlameful(text);
	const spoken = sentences.filter(({isFound}) => isFound);
	const counted = isPositive && spoken.length > 0 ? spoken : sentences;
	const doubt = isPositive && spoken.length === 0 ? 1 / Math.max(1, sentences.length) : 1;
	const weight = text.kind === 'ordinary' && !isPositive ? ordinaryWeight : doubt;
	return counted.map(({features}) => ({features, isPositive, weight}));
}
