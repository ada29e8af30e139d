/** A finding with what it rests on. */
import type {Finding, Span} from '../finding.ts';

/** A finding, and the words that made it one: they are not judged while they are being typed. */
export type Judgement = {readonly finding: Finding; readonly evidence: Span};

/** The same, so many offsets further on. */
export function moved({finding, evidence}: Judgement, by: number): Judgement {
	return {evidence: shifted(evidence, by), finding: {...finding, span: shifted(finding.span, by)}};
}

function shifted({start, end}: Span, by: number): Span {
	return {start: start + by, end: end + by};
}
