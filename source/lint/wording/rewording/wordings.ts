/** Wordings that can take the place of a sentence, made of the sentence itself where that is safe. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import {openingOf} from '../../language/tokens.ts';
import {keepsFacts} from './facts.ts';
import {framedQuestions} from './framed.ts';
import {kernelOf} from './kernel.ts';
import {mended} from './mended.ts';
import {askedOf, statementOf} from './statement.ts';
import {outlineOf} from './units.ts';

const most = 2;
const longest = 60;

/** At most two wordings, the best first, none of which loses a fact or would itself be found. */
export function wordingsOf(sentence: Sentence, category: Category, isFine: (text: string) => boolean): string[] {
	const {tokens} = sentence;
	if (tokens.length > longest || tokens.length < 2) return [];
	const from = tokens[openingOf(tokens)]?.start ?? 0;
	const kernel = mended(kernelOf(sentence, openingOf(tokens)));
	const outline = outlineOf(kernel);
	if (/^\d+ $/.test(sentence.text.slice(0, from))) return [];
	const makers = [
		() => (tokens.at(-1)?.text === '?' || category === 'punishment' ? undefined : statementOf(kernel, outline)),
		() => (category === 'omission' ? askedOf(kernel, outline) : undefined),
		...framedQuestions(kernel, outline, category),
	];
	const made: string[] = [];
	for (const make of makers) {
		const wording = make();
		if (wording === undefined || made.includes(wording)) continue;
		if (keepsFacts(wording, sentence, from) && isFine(wording)) made.push(wording);
		if (made.length === most) break;
	}
	return made;
}
