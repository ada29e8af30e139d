/** What changed from one wording to another, word by word. */
import {diffArrays} from 'diff';

export type WordPart = {readonly kind: 'same' | 'gone' | 'new'; readonly text: string};

/** Changes of words that are looked for; where there are more, the two texts have little in common. */
const mostChanges = 2000;

/** The parts in reading order, what is gone before what took its place; blanks are left as they are. */
export function wordChanges(was: string, now: string): WordPart[] {
	const found = diffArrays(words(was), words(now), {maxEditLength: mostChanges});
	if (found === undefined)
		return parts([
			{value: [was], removed: true},
			{value: [now], added: true},
		]);
	return parts(found);
}

/** How many sentences or lines of the text were changed, added or taken away. */
export function sentencesChanged(was: string, now: string): number {
	const found = diffArrays(sentences(was), sentences(now), {maxEditLength: mostChanges});
	if (found === undefined) return Math.max(sentences(was).length, sentences(now).length);
	let count = 0;
	let gone = 0;
	for (const {removed, added, value} of found) {
		if (removed) gone += value.length;
		else if (added) {
			count += Math.max(gone, value.length);
			gone = 0;
		} else {
			count += gone;
			gone = 0;
		}
	}
	return count + gone;
}

/**
 * Of longer texts only what stands around the changes: so many letters of what is the same, cut at words, with
 * an ellipsis where some is left out.
 */
export function aroundChanges(all: readonly WordPart[], letters: number): WordPart[] {
	return all.map((part, index) => {
		if (part.kind !== 'same' || part.text.length <= letters * 2) return part;
		const [isFirst, isLast] = [index === 0, index === all.length - 1];
		const head = isFirst ? '' : part.text.slice(0, letters).replace(/\s\S*$/, ' ');
		const tail = isLast ? '' : part.text.slice(-letters).replace(/^\S*\s/, ' ');
		return {...part, text: `${head}…${tail}`};
	});
}

function parts(found: readonly {value: readonly string[]; added?: boolean; removed?: boolean}[]): WordPart[] {
	const all = found.map(
		({value, added, removed}): WordPart => ({
			kind: added === true ? 'new' : removed === true ? 'gone' : 'same',
			text: value.join(''),
		}),
	);
	const made: WordPart[] = [];
	let gone = '';
	let added = '';
	const close = (): void => {
		// A blank that ends both wordings is none of the change.
		const blank = /\s*$/.exec(gone)?.[0] ?? '';
		const isShared = blank !== '' && added.endsWith(blank);
		made.push({kind: 'gone', text: isShared ? gone.slice(0, -blank.length) : gone});
		made.push({kind: 'new', text: isShared ? added.slice(0, -blank.length) : added});
		if (isShared) made.push({kind: 'same', text: blank});
		gone = '';
		added = '';
	};
	all.forEach((part, index) => {
		// Words that follow on one another are read as one change and not as many.
		const joins = /^[^\S\n]+$/.test(part.text) && index > 0 && index < all.length - 1;
		if (part.kind !== 'new' && (part.kind === 'gone' || joins)) gone += part.text;
		if (part.kind !== 'gone' && (part.kind === 'new' || joins)) added += part.text;
		if (part.kind !== 'same' || joins) return;
		close();
		made.push(part);
	});
	close();
	return made.filter(({text}) => text !== '');
}

function words(text: string): string[] {
	return text.match(/\s+|\S+/g) ?? [];
}

function sentences(text: string): string[] {
	return text
		.split(/(?<=[.!?])\s+|\n+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');
}
