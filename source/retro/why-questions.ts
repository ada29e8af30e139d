/** The questions of the Whys: made out of a title or an answer, and read from a line that holds both. */

/** The first question, made from the title of the incident. */
export function firstQuestion(title: string): string {
	const subject = title.trim().replace(/[.?!…\s]+$/, '');
	return subject === '' ? 'Why did this happen?' : `Why did this happen: ${subject}?`;
}

/**
 * The next question, asked out of the first sentence of an answer: `the CPU spiked to 100 %.` becomes
 * `Why is it that the CPU spiked to 100 %?`, `of a heavy query` becomes `Why was there a heavy query?`
 * and `of the deploy` becomes `Why did the deploy lead to this?`
 */
export function nextQuestion(answer: string): string {
	const cause = withoutEnd(firstSentence(bareAnswer(answer)));
	const noun = /^(?:of(?! course)|due to|owing to|as a result of)\b\s*(.*)$/i.exec(cause)?.[1];
	if (!hasWord(noun ?? cause) || (noun !== undefined && startsClause.test(noun))) return 'Why is that?';
	if (noun === undefined) return `Why is it that ${inMidSentence(cause)}?`;
	return /^an?\s/i.test(noun)
		? `Why was there ${inMidSentence(noun)}?`
		: `Why did ${inMidSentence(noun)} lead to this?`;
}

/** An answer without the `Because` that every answer begins with. */
export function bareAnswer(answer: string): string {
	return answer.trim().replace(/^because(?:[\s,:…]+|$)/i, '');
}

/**
 * Reads `Why did it crash? Because the CPU spiked`. Without a question that ends in a question mark, and
 * when it begins with `Because`, all of it is the answer; the answer comes back without its `Because`.
 */
export function parseWhy(text: string): {question: string; answer: string} {
	const mark = /^\s*because\b/i.test(text) ? -1 : text.search(/\?(?=\s|$)/);
	return mark < 0
		? {question: '', answer: bareAnswer(text)}
		: {question: text.slice(0, mark + 1).trim(), answer: bareAnswer(text.slice(mark + 1))};
}

/** `of how the lock is taken`: nothing that a question can be wrapped around. */
const startsClause = /^(?:how|what|why|when|where|who)\b/i;

/** A line break, or a final stop with the start of a sentence behind it; not the stop of an abbreviation. */
const sentenceEnd =
	/\n|(?<=[.!?]["')\]]?)(?<!\b(?:[Vv]s|[Cc]f|ca|[Aa]pprox|incl|resp|[Nn]os?|[Ff]ig|Dr|Mrs?|Ms|St|Inc|Ltd)\.|\.\p{L}\.)\s+(?=["'(`*_@]*[\p{Lu}\p{N}]|`)/gu;

function firstSentence(text: string): string {
	for (const {index} of text.matchAll(sentenceEnd)) {
		const sentence = text.slice(0, index);
		// Inside a code span a stop ends nothing.
		if ((sentence.match(/`/g)?.length ?? 0) % 2 === 0) return sentence;
	}
	return text;
}

function withoutEnd(sentence: string): string {
	return sentence.replace(/[.!?;:,…。！？\s]+$/, '');
}

function hasWord(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text);
}

/** Words that begin a sentence and no name. Everything else keeps its capital: it may be a name. */
const commonFirstWords = new Set(
	`a an the of this that these those there it it's its they they're their we we're we've our he she his her you your
	no not nobody nothing some someone something many most more few several both all any each every everyone either
	neither another other only one two three four five in on at for from by with without within when while where if
	as since until after before during once then under over between what how customers users engineers people
	requests`.split(/\s+/),
);

function inMidSentence(clause: string): string {
	const [first = ''] = /^(?:A|\p{Lu}[\p{Ll}'’]+)(?=[\s,])/u.exec(clause) ?? [];
	const plain = first.toLowerCase();
	return commonFirstWords.has(plain.replace('’', "'")) ? plain + clause.slice(first.length) : clause;
}
