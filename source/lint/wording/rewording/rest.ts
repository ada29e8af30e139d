/** Where the words behind a thing end that are worth keeping. */
import type {Sentence} from '../../language/clauses.ts';

/** Behind the rest may stand what only speaks of the person: `again`, `on his own`, `by mistake`. */
export function restEnd(from: number, to: number, {tokens, lexicon}: Sentence): number {
	let end = to;
	for (let length = -1; length !== end; ) {
		length = end;
		const tail = tokens
			.slice(Math.max(from, end - 3), end)
			.map(({norm}) => norm)
			.join(' ');
		const last = tokens[end - 1]?.norm ?? '';
		if (
			end > from &&
			(last === 'again' ||
				last === 'anyway' ||
				last === 'either' ||
				last === 'yet' ||
				lexicon.has(last, 'accident') ||
				last === ',')
		)
			end--;
		else if (/^out of (?:\w+ness|convenience|habit|boredom|spite|curiosity)$/.test(tail)) end -= 3;
		else if (/\bby (?:mistake|accident)$/.test(tail)) end -= 2;
		else if (/^on (?:his|her|their|my|your|our) own$/.test(tail)) end -= 3;
	}
	return Math.max(from, end);
}
