/** English inflection, applied once when a lexicon is read: every form of a verb, the plural of a noun. */

/** `past` is the simple past, `done` the past participle, `ing` the present participle. */
export type VerbForm = 'base' | 's' | 'past' | 'done' | 'ing';

/** Past and participle of the verbs that do not take -ed, for example `{break: 'broke broken'}`. */
export type IrregularVerbs = Readonly<Record<string, string>>;

const doubled = new Set(
	'admit commit omit permit submit transmit refer prefer defer transfer occur incur recur forget regret rebut quit unplug debug'.split(
		' ',
	),
);

/** The forms of a verb, each with what it is; a form that stands for two things is listed twice. */
export function verbForms(lemma: string, irregular: IrregularVerbs): [form: string, kind: VerbForm][] {
	const [past, done] = pastForms(lemma, irregular);
	return [
		[lemma, 'base'],
		[plural(lemma).replace(/([^aeiou]o)s$/, '$1es'), 's'],
		[past, 'past'],
		[done, 'done'],
		[presentParticiple(lemma), 'ing'],
	];
}

/** The past participle, for sentences that say what was done: `delete` gives `deleted`. */
export function pastParticiple(lemma: string, irregular: IrregularVerbs): string {
	return pastForms(lemma, irregular)[1];
}

/** The simple past: `fill` gives `filled`. */
export function simplePast(lemma: string, irregular: IrregularVerbs): string {
	return pastForms(lemma, irregular)[0];
}

/** The plural of a noun. */
export function plural(noun: string): string {
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function pastForms(lemma: string, irregular: IrregularVerbs): [past: string, done: string] {
	const [past, done] = irregular[lemma]?.split(' ') ?? [];
	if (past !== undefined) return [past, done ?? past];
	const prefixed = /^(?:mis|over|un|re|under|out)(?=[a-z]{3})/.exec(lemma)?.[0];
	const stem = prefixed === undefined ? undefined : irregular[lemma.slice(prefixed.length)];
	if (prefixed !== undefined && stem !== undefined) {
		const [stemPast = '', stemDone = stemPast] = stem.split(' ');
		return [`${prefixed}${stemPast}`, `${prefixed}${stemDone}`];
	}
	const regular = regularPast(lemma);
	return [regular, regular];
}

function regularPast(lemma: string): string {
	if (lemma.endsWith('e')) return `${lemma}d`;
	if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
	return `${doubling(lemma)}ed`;
}

/** The present participle: `run` gives `running`. */
function presentParticiple(lemma: string): string {
	if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
	if (/[^eoy]e$/.test(lemma) && lemma !== 'be') return `${lemma.slice(0, -1)}ing`;
	return `${doubling(lemma)}ing`;
}

/** One-syllable verbs that end in a vowel and a consonant double it: stop, stopped. */
function doubling(lemma: string): string {
	return doubled.has(lemma) || /^(?:qu|[^aeiou])*[aeiou][bdgklmnprtv]$/.test(lemma) ? `${lemma}${lemma.at(-1)}` : lemma;
}
