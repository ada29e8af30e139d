/** Wordings that can take the place of a sentence, made of the sentence itself where that is safe. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import {openingOf} from '../../language/tokens.ts';
import {askedSign} from './asked-clause.ts';
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
		() => askedSign(sentence, outlineOf(sentence), category),
		() => (tokens.at(-1)?.text === '?' || category === 'punishment' ? undefined : statementOf(kernel, outline)),
		() => (category === 'omission' ? askedOf(kernel, outline) : undefined),
		...framedQuestions(kernel, outline, category),
	];
	const made: string[] = [];
	for (const make of makers) {
		const wording = make();
		if (wording === undefined || !keepsFacts(wording, sentence, from)) continue;
		const fine = [wording, ...(made.length === 0 ? asQuestion(wording, sentence) : [])].find(isFine);
		if (fine !== undefined && !made.includes(fine)) made.push(fine);
		if (made.length === most) break;
	}
	return made;
}

const unasked = ['conduct-adjective', 'weak-adjective', 'careless-adverb', 'harm'];

/** A statement that would be found itself, as one question: `What let it happen that the wrong cable was pulled?` */
function asQuestion(wording: string, {tokens, lexicon}: Sentence): string[] {
	const [, statement = ''] = /^([^:?]+): what [^?]*\?$/.exec(wording) ?? [];
	const first = /^[\p{L}'’-]+/u.exec(statement)?.[0] ?? '';
	const small = lowerable(first, lexicon);
	const isVerdict = tokens.some(
		({norm}) => unasked.some((name) => lexicon.has(norm, name)) || /^(?:corners|please|poorly|badly)$/.test(norm),
	);
	const isOpen = /[.;!]|\b(?:would|could|should|might|is|are) /.test(statement);
	if (statement === '' || small === undefined || isVerdict || isOpen) return [];
	return [`What let it happen that ${small}${statement.slice(first.length)}?`];
}

/** The word in small letters, where it is an everyday one; undefined for names. */
function lowerable(word: string, lexicon: Sentence['lexicon']): string | undefined {
	const small = word.toLowerCase();
	if (word === small) return word;
	if (!/^\p{Lu}\p{Ll}*$/u.test(word) || lexicon.has(small, 'product-name') || lexicon.has(small, 'given-name'))
		return undefined;
	return lexicon.isCommon(small) || /(?:s|ing)$/.test(small) ? small : undefined;
}
