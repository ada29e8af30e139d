/** `<!-- retro-lint-disable RULE … -->` up to `<!-- retro-lint-enable RULE … -->`: where a rule is silent. */
import type {Span} from '../finding.ts';

export type Silence = Span & {
	/** Ids of rules or categories; empty for all. */
	readonly rules: readonly string[];
};

const comment = /<!--[ \t\n]{0,20}retro-lint-(disable|enable)((?:[ \t\n,]{1,20}[\w.-]{1,60}){0,30})[ \t\n]{0,20}-->/g;

/** The stretches of a document in which rules are silent; one that is never enabled again lasts to the end. */
export function silencesOf(text: string): Silence[] {
	if (!text.includes('retro-lint-')) return [];
	const silences: Silence[] = [];
	let open: {start: number; rules: readonly string[]}[] = [];
	for (const {0: whole, 1: verb, 2: list = '', index} of text.matchAll(comment)) {
		const rules = list.split(/[\s,]+/).filter((rule) => rule !== '');
		if (verb === 'disable') {
			open.push({start: index, rules});
			continue;
		}
		const ended = open.filter((silence) => rules.length === 0 || silence.rules.some((rule) => rules.includes(rule)));
		silences.push(...ended.map((silence) => ({...silence, end: index + whole.length})));
		open = open.filter((silence) => !ended.includes(silence));
	}
	return [...silences, ...open.map((silence) => ({...silence, end: text.length}))];
}
