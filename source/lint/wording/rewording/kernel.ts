/** The part of a sentence that says what happened, without a disclaimer or an admission before it. */
import {parseSentence, type Sentence} from '../../language/clauses.ts';

const disclaimer =
	/^(?:[^.?!]{0,20}\b(?:blam\w*|fault|accus\w*|fingers|names?|personal\w*|criticism|offen[cs]e|guilt\w*|judg\w*|objectively)\b[^.?!;:]{0,60}?)(?:, (?:but|however|yet|just|only)(?:,| it is a fact that)? (?:(?:just )?(?:saying|observing|stating|say|state|note|observe)(?: that|,) )?|[;:] |, | that )(?=\S)/iu;
const apology =
	/^(?:i feel [a-z]+(?: about this)?|my (?:mistake|fault|bad)|(?:i am |i'm )?(?:very |really |so )?sorry(?: everybody| all| everyone)?|shame on [a-z]+|apologies(?: from [^,:;]{1,30})?|mea culpa|(?:it|this) was my fault|it's on me|well done|surprise, surprise|i admit it|i confess)[,:;] /iu;
const admission =
	/^(?:[\p{L}', -]{1,60}? (?:admit(?:s|ted)?|confirm(?:s|ed)?|acknowledge[sd]?|conced(?:es|ed)|turn(?:s|ed) out|follows|(?:is|was) (?:clear|a fact|true)|pointed out|points out|found out|found)) that /iu;

/** The sentence from behind such a beginning on; itself where there is none. */
export function kernelOf(sentence: Sentence, from: number): Sentence {
	const {tokens, text, lexicon} = sentence;
	const front = tokens[from]?.start ?? 0;
	const said = text.slice(front);
	const cut = apology.exec(said)?.[0] ?? disclaimer.exec(said)?.[0] ?? admission.exec(said)?.[0];
	if (cut === undefined || said.length - cut.length < 12 || /\d|`/.test(cut)) return sentence;
	const at = tokens.findIndex(({start}) => start >= front + cut.length);
	return at <= 0 ? sentence : parseSentence(text, {tokens: tokens.slice(at), lexicon});
}
