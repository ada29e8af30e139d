import type {Category} from '../../finding.ts';
import type {Sentence} from '../../language/clauses.ts';
import type {Outline} from './units.ts';

export type Maker = () => string | undefined;

export function framedQuestions(_sentence: Sentence, _outline: Outline, _category: Category): Maker[] {
	return [];
}
