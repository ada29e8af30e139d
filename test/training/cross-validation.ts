/** How likely the model takes each text for blame when it has learnt from the others only. */
import {examplesOf, isBlameful, type SeenText} from './examples.ts';
import {probabilityOf, type Settings, train} from './logistic.ts';

export type ReadText = {
	readonly isBlameful: boolean;
	readonly isFound: boolean;
	/** Of its sentence that reads most like blame. */
	readonly probability: number;
	readonly kind: string;
};

const folds = 5;

export function crossRead(texts: readonly SeenText[], settings: Settings): ReadText[] {
	return Array.from({length: folds}, (_, fold) => fold).flatMap((fold) => {
		const others = texts.filter((_, index) => index % folds !== fold);
		const weights = train(others.flatMap(examplesOf), settings);
		return texts
			.filter((_, index) => index % folds === fold)
			.map(
				({text, sentences}): ReadText => ({
					isBlameful: isBlameful(text),
					isFound: sentences.some(({isFound}) => isFound),
					probability: Math.max(0, ...sentences.map(({features}) => probabilityOf(weights, features))),
					kind: text.kind,
				}),
			);
	});
}

/** What comes of a threshold, of one kind of texts: shares between 0 and 1. */
export type Outcome = {readonly propose: number; readonly recall: number; readonly falseAlarms: number};

/** The rules with the model beside them, at each threshold above which it speaks by itself. */
export function outcomesOf(texts: readonly ReadText[], confirm: number, thresholds: readonly number[]): Outcome[] {
	return thresholds.map((propose) => {
		const isTold = ({isFound, probability}: ReadText): boolean => probability > (isFound ? confirm : propose);
		const shareTold = (some: readonly ReadText[]): number => some.filter(isTold).length / some.length;
		return {
			propose,
			recall: shareTold(texts.filter(({isBlameful}) => isBlameful)),
			falseAlarms: shareTold(texts.filter(({isBlameful}) => !isBlameful)),
		};
	});
}
