/** "Did you mean …?": the word that somebody probably had in mind. */
import {distance} from 'fastest-levenshtein';

/**
 * The candidate nearest to what was typed, or undefined where none is near, or three are as near: no more
 * than two letters in five differ, or what was typed begins one candidate only. Case, spaces and
 * punctuation do not count.
 */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
	const word = bare(typed).slice(0, longestWord);
	if (word === '') return undefined;
	const begun = candidates.filter((candidate) => bare(candidate).startsWith(word));
	if (begun.length === 1) return begun[0];
	const near = candidates
		.map((candidate) => ({candidate, away: distance(word, bare(candidate))}))
		.filter(({candidate, away}) => away <= Math.ceil(0.4 * Math.min(word.length, bare(candidate).length)))
		.sort((a, b) => a.away - b.away);
	const [first, , third] = near;
	return first === undefined || first.away === third?.away ? undefined : first.candidate;
}

/**
 * The choice that was typed, without regard to case, spaces and hyphens (`SEV 2`, `near miss`), or
 * undefined when it is none of them.
 */
export function chosen<Choice extends string>(typed: string, choices: readonly Choice[]): Choice | undefined {
	return choices.find((choice) => bare(choice) === bare(typed));
}

const longestWord = 60;

function bare(word: string): string {
	return word.toLowerCase().replaceAll(/[\s_.-]+/g, '');
}
