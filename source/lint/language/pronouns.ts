/** Pronouns, and whom they mean. */
import type {Referent} from './referent.ts';

/** Pronouns that stand for a noun phrase. */
export const pronouns: ReadonlyMap<string, Referent> = new Map<string, Referent>([
	['he', 'person'],
	['she', 'person'],
	['him', 'person'],
	['they', 'they'],
	['them', 'they'],
	['we', 'self'],
	['i', 'self'],
	['us', 'self'],
	['me', 'self'],
	['myself', 'self'],
	['you', 'reader'],
	['it', 'thing'],
	['this', 'thing'],
	['that', 'thing'],
	['these', 'thing'],
	['everything', 'thing'],
	['something', 'thing'],
	['nothing', 'thing'],
	['anything', 'thing'],
]);

/** Pronouns that open a noun phrase and say whose it is. */
export const owners: ReadonlyMap<string, Referent> = new Map<string, Referent>([
	['my', 'self'],
	['our', 'self'],
	['your', 'reader'],
	['his', 'person'],
	['her', 'person'],
	['their', 'they'],
	['its', 'thing'],
]);

/** Whether the word, in lower case, is a pronoun; `us` may be a country. */
export function isPronoun(word: string): boolean {
	return word !== 'us' && pronouns.has(word);
}
