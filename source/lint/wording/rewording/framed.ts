/** Questions made of a part of the sentence: of a deed, a belief, an effect or a thing. */
import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import {askedBelief, askedChoice, askedPity} from './asked-clause.ts';
import {askedDeed, askedWhy} from './asked-deed.ts';
import {askedHeed} from './asked-heed.ts';
import {askedThing, keptLabel} from './asked-thing.ts';
import {askedWay} from './asked-way.ts';
import {bareThing} from './bare-thing.ts';
import {deedAlone} from './deed-alone.ts';
import {keptEffect, withoutAgent} from './effect.ts';
import {withoutOwner} from './owner.ts';
import {bareSlip, openCause} from './slips.ts';
import type {Outline} from './units.ts';

export type Maker = () => string | undefined;

/** The ways to ask that suit a category, the best first. */
export function framedQuestions(sentence: Sentence, outline: Outline, category: Category): Maker[] {
	if (category === 'punishment') {
		return [() => deedAlone(sentence, outline, true), () => askedThing(sentence, outline, category)];
	}
	return [
		() => askedBelief(sentence, outline),
		() => askedChoice(sentence, outline, category),
		() => askedHeed(sentence, outline),
		() => askedWay(sentence, outline),
		() => askedPity(sentence, outline),
		() => bareSlip(sentence, outline),
		() => openCause(sentence, outline),
		() => deedAlone(sentence, outline, false),
		() => withoutOwner(sentence, outline),
		() => bareThing(sentence, outline),
		() => withoutAgent(sentence, outline),
		() => keptEffect(sentence, outline),
		() => askedDeed(sentence, outline),
		() => askedWhy(sentence),
		() => askedThing(sentence, outline, category),
		() => keptLabel(sentence, outline),
	];
}
