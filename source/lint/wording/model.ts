/**
 * The small linear model beside the rules: how likely a sentence reads as blame, and of which kind. Its weights are
 * data, made by `npm run train` out of labelled sentences. It confirms what the rules find and proposes what they miss.
 */
import data from '../../../data/lint/model.json' with {type: 'json'};
import type {Category} from '../finding.ts';
import type {Features} from './feature-hash.ts';
import {type PackedModel, readLinearModel} from './linear-model.ts';

export type Model = {
	/** Between 0 and 1. */
	readonly probability: (features: Features) => number;
	/** The category that blame of these features most likely falls into. */
	readonly category: (features: Features) => Category;
	/** Below this probability a rule is taken to have misread the sentence. */
	readonly confirm: number;
	/** Above this probability a sentence is told of without a rule. */
	readonly propose: number;
	/** The same of an action item: lists of work are short of words, and so of what speaks for them. */
	readonly proposeAction: number;
	/** Above this probability what is told without a rule is a warning, else a nudge. */
	readonly warn: number;
};

let shared: Model | undefined;

/** The model, read once. */
export function wordingModel(): Model {
	shared ??= readModel();
	return shared;
}

function readModel(): Model {
	const blame = readLinearModel(data.blame);
	const categories = Object.entries<PackedModel>(data.categories).map(([category, packed]) => ({
		category: category as Category,
		oddsOf: readLinearModel(packed),
	}));
	return {
		confirm: data.confirm,
		propose: data.propose,
		proposeAction: data.proposeAction,
		warn: data.warn,
		probability: (features) => 1 / (1 + Math.exp(-blame(features))),
		category(features) {
			const ranked = categories.map(({category, oddsOf}) => ({category, odds: oddsOf(features)}));
			return ranked.toSorted((a, b) => b.odds - a.odds)[0]?.category ?? 'blame';
		},
	};
}
