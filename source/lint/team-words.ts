/** A team's own words, with the wordings it would rather read. */
import type {TeamRule} from './configuration.ts';
import type {Judgement} from './wording/judgement.ts';

const letter = /[\p{L}\p{N}_]/u;

/** Every place in a sentence where one of a team's words stands as a word of its own. */
export function findTeamWords(sentence: string, rules: readonly TeamRule[]): Judgement[] {
	if (rules.length === 0) return [];
	const lowered = sentence.toLowerCase();
	return rules.flatMap((rule) =>
		rule.words.flatMap((word) =>
			placesOf(lowered, word.toLowerCase()).map((start): Judgement => {
				const span = {start, end: start + word.length};
				return {
					evidence: span,
					finding: {
						rule: `team.${word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
						category: rule.category ?? 'judgement',
						severity: rule.severity ?? 'nudge',
						span,
						message: rule.message,
						...(rule.reframing !== undefined && {reframing: rule.reframing}),
						suggestions: rule.suggestions ?? [],
					},
				};
			}),
		),
	);
}

function placesOf(text: string, word: string): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length)) {
		if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + word.length))) places.push(at);
	}
	return places;
}
