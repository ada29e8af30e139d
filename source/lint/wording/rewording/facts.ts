/** What a wording may not lose: numbers, times, identifiers, code and links. */
import type {Sentence} from '../../language/clauses.ts';

const markdown = /`+[^`]*`+|!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/[^\s)>]+>?/g;
const zone = /^(?:UTC|GMT|Z|am|pm)$/;
const pairs = [/\*\*/g, /(?<!\*)\*(?!\*)/g, /__/g, /(?<![\p{L}\d_])_(?!_)|(?<!_)_(?![\p{L}\d_])/gu, /`/g, /"/g];

/** Whether all facts of the sentence's stretch stand in the wording as often as there, and its marks come in pairs. */
export function keepsFacts(wording: string, {tokens, text}: Sentence, from: number): boolean {
	const facts = [
		...text.slice(from).matchAll(markdown),
		...tokens.filter(({start, type, text: word}) => start >= from && isFact(type, word)).map(({text: word}) => [word]),
	].map(([fact = '']) => fact.replaceAll(/[\uE000\uE001]/g, ''));
	const wanted = new Map<string, number>();
	for (const fact of facts) if (fact !== '') wanted.set(fact, (wanted.get(fact) ?? 0) + 1);
	return (
		[...wanted].every(([fact, count]) => wording.split(fact).length > count) &&
		pairs.every((pair) => (wording.match(pair)?.length ?? 0) % 2 === 0) &&
		isNested(wording)
	);
}

function isFact(type: string, word: string): boolean {
	return type === 'number' || type === 'technical' || /\d/.test(word) || zone.test(word);
}

function isNested(wording: string): boolean {
	const count = (mark: string): number => wording.split(mark).length;
	return count('(') === count(')') && count('[') === count(']');
}
