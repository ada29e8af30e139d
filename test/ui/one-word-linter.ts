import type {Linter} from '../../source/lint/linter.ts';

/** Finds the word `careless` wherever it stands, with two wordings to take. */
export const oneWordLinter: Linter = {
	lint: (text) =>
		[...text.matchAll(/\bcareless\b/g)].map(({index}) => ({
			rule: 'judgement.careless',
			category: 'judgement',
			severity: 'warning',
			span: {start: index, end: index + 'careless'.length},
			evidence: {start: index, end: index + 'careless'.length},
			message: 'Judges a person. What made it easy to miss?',
			suggestions: ['unguarded', 'without a second check'],
		})),
};
