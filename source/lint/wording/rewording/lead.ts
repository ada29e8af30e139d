/** What stands before the first clause: a label, a time or a place stays; a sigh or a verdict goes. */
import type {Sentence} from '../../language/clauses.ts';
import {speaksOfPeople} from './things.ts';

/** What people have or lack: a sentence about it is a verdict, whatever it says. */
export const traits = new Set(
	'care diligence discipline professionalism vigilance attention thoroughness oversight leadership initiative commitment culture accountability curiosity willingness interest urgency awareness competence skill skills knowledge experience ownership responsibility sense caution effort thought concentration respect motivation quality judgement judgment rigour rigor seriousness superficially hastily unprofessionally'.split(
		' ',
	),
);

export type Lead = {readonly words: string; readonly isLabel: boolean};

const sighs =
	/^(?:unfortunately|sadly|regrettably|again|once again|yet again|clearly|obviously|naturally|predictably|apparently|surely|of course|needless to say|as usual|as always|as expected|as could be expected|sure enough|looking back|in hindsight|with hindsight|in retrospect|honestly|frankly|simply put|not surprisingly|unsurprisingly|evidently|oh good|and|but|then|so|also|perhaps|maybe|to be honest|surprise, surprise|in fact|actually|just|no offence, but)?[,\s]*(?:and |but |then |again )?$/i;
const label = /^[\p{L}\p{N}][\p{L}\p{N} /'’-]{1,40}: $/u;

/** The lead as it may stay, or undefined where nothing tells what it is. */
export function leadOf(sentence: Sentence, from: number, to: number): Lead | undefined {
	const {tokens, text, lexicon} = sentence;
	const first = tokens[from];
	const next = tokens[to];
	if (first === undefined || next === undefined || to <= from) return {words: '', isLabel: false};
	const words = text.slice(first.start, next.start);
	if (sighs.test(words)) return {words: '', isLabel: false};
	const isExcuse =
		/^(?:due|out|despite|because|by|with)$/.test(first.norm) &&
		tokens.slice(from, to - 1).every(({type}) => type === 'word') &&
		tokens
			.slice(from, to)
			.some(
				({norm}) =>
					traits.has(norm) ||
					/^(?:his|her|their|habit|laziness|convenience|boredom|lack|impatience|routine)$/.test(norm),
			);
	if (isExcuse) return {words: '', isLabel: false};
	if (/^(?:because|since|when|after|before|while) $/i.test(words)) {
		return {words: tokens.slice(to).some(({norm}) => norm === ',') ? words : '', isLabel: false};
	}
	if (speaksOfPeople(sentence, from, to)) return undefined;
	if (label.test(words)) return {words, isLabel: true};
	const isTied =
		lexicon.has(first.norm, 'preposition') &&
		!/^(?:due|because|out|despite|according|like|with|without)$/.test(first.norm);
	const hasTime = lexicon.has(first.norm, 'time-noun') || /^(?:yesterday|last|later|then)$/.test(first.norm);
	const isShort =
		to - from <= 9 && tokens.slice(from, to - 1).every(({type, text: mark}) => type !== 'mark' || mark === ',');
	return (isTied || hasTime) && isShort && /, $|[\p{L}\d] $/u.test(words) ? {words, isLabel: false} : undefined;
}
