/** A finding while it is being made. */
import {type Finding, movedFinding, type Span} from '../finding.ts';

/** A finding, and the words that made it one: they are not judged while they are being typed. */
export type Judgement = {readonly finding: Omit<Finding, 'evidence'>; readonly evidence: Span};

/** The same, so many offsets further on. */
export function moved({finding, evidence}: Judgement, by: number): Judgement {
	const {evidence: shifted, ...rest} = movedFinding({...finding, evidence}, by);
	return {finding: rest, evidence: shifted};
}
