/** A finding while it is being made. */
import {type Finding, movedFinding, type Span} from '../finding.ts';

/** A finding, and the words that made it one: they are not judged while they are being typed. */
export type Judgement = {
	readonly finding: Omit<Finding, 'evidence'>;
	readonly evidence: Span;
	/** Whether it is about a sentence as a whole, and so cannot be said before the sentence has ended. */
	readonly isOfWhole?: boolean;
};

/** The same, so many offsets further on. */
export function moved({finding, evidence, ...rest}: Judgement, by: number): Judgement {
	const {evidence: shifted, ...found} = movedFinding({...finding, evidence}, by);
	return {...rest, finding: found, evidence: shifted};
}
