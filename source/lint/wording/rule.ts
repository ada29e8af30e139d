/** The shape of a rule in `data/lint/rules/`, as it is written there. */
import type {Category, FindingSeverity} from '../finding.ts';

/**
 * What a clause must be like. Lists are words separated by spaces, any of which will do; `@name` stands for
 * all words of a class of the lexicon. What is left out is not looked at.
 */
export type ClausePattern = {
	/** Whom the subject must mean; nobody counts as a negation. */
	subject?: string;
	/** Words of which the subject must hold one. */
	subjectWord?: string;
	/** Whom the subject must belong to: `their script`. */
	owner?: string;
	/** Whom a passive must be done by. */
	agent?: string;
	verb?: string;
	/** A verb that must hang on this one; `*` for any. */
	complement?: string;
	negated?: boolean;
	modal?: string | false;
	perfect?: boolean;
	/** Told as past. */
	past?: boolean;
	voice?: 'active' | 'passive';
	/** Words of which the object must hold one. */
	object?: string;
	objectReferent?: string;
	adverb?: string;
	/** Phrases of which one must stand after the verb within the sentence. */
	after?: string[];
	explained?: boolean;
	/** The words that open the clause; false for a main clause. */
	opening?: string | false;
	finite?: boolean;
};

export type RuleMatch = {
	clause?: ClausePattern;
	/** Clauses that the clause above must not be like. */
	except?: ClausePattern[];
	/** Phrases, in the language of `phrase-pattern.ts`. */
	phrase?: string[];
};

export type Rule = {
	id: string;
	severity: FindingSeverity;
	/** Why, in one kind line of at most 70 characters. */
	message: string;
	/** How to put it instead, for people who want to know more. */
	reframing: string;
	/** Sentences that can stand in place of the one that was found. */
	questions: string[];
	/** Whether the wording is dropped and the rest stands: `obviously`. */
	drop?: boolean;
	/** Only in action items. */
	role?: 'action';
	/** Whether the model cannot take it back. */
	certain?: boolean;
	/** Whether the model speaks it, where no other rule does. */
	learned?: boolean;
	match: RuleMatch[];
	/** Phrases that make the sentence innocent. */
	unless?: string[];
	examples: string[];
	lookAlikes: string[];
};

export type CategorizedRule = Rule & {readonly category: Category};
