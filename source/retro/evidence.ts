/**
 * Evidence of a timeline entry: a link or a command that stands at the end of its text. It is read out of the text
 * and not stored apart, so that it is edited, merged and printed with the entry, and old records have it too.
 */
import {type Evidence, evidenceWithin, isLink, lastGiven, linkWithin, promptAt} from './evidence-text.ts';
import type {Retro, TimelineEntry} from './record.ts';

export {type Evidence, isLink} from './evidence-text.ts';

export type Evidenced = {
	/** What happened, without what is given behind it; empty where the text is nothing else. */
	readonly said: string;
	/** The links and the command given behind it, in their order. */
	readonly given: readonly Evidence[];
	/** The link or command that the sentence itself ends in, and that cannot be taken out of it; null where it ends in none. */
	readonly within: Evidence | null;
};

/**
 * What is evidence at the end of a text: `Rolled back https://ci.example.com/run/5`, a command in backticks or
 * behind a prompt (`Rolled back $ kubectl rollout undo deploy/web`), and what the document makes of them.
 */
export function splitEvidence(text: string): Evidenced {
	let said = text.trim();
	const given: Evidence[] = [];
	for (let last = lastGiven(said); last !== null; last = lastGiven(said)) {
		given.unshift(last.evidence);
		said = last.before;
	}
	return {said, given, within: evidenceWithin(said)};
}

/** A text with evidence behind it, as it is typed. A command is read back where it is the last of all. */
export function withEvidence(said: string, given: readonly Evidence[]): string {
	return [said, ...given.map((one) => (one.kind === 'link' ? one.url : `$ ${one.command}`))]
		.filter((part) => part !== '')
		.join(' ');
}

type Evident = Pick<TimelineEntry, 'text' | 'source'>;

/** All evidence of an entry: in its text, and the link that it was imported from. */
export function evidenceOf(entry: Evident): Evidence[] {
	const {given, within} = splitEvidence(entry.text);
	return [...given, ...(within === null ? [] : [within]), ...linkBeside(entry)];
}

/** The text with all evidence of the entry behind it that it does not hold itself. */
export function wholeText(entry: Evident): string {
	return withEvidence(entry.text, linkBeside(entry));
}

/** The link that an entry was imported from, where its text does not hold it; none where it was named otherwise. */
export function linkBeside({text, source}: Evident): Evidence[] {
	return source === undefined || !isLink(source) || text.includes(source) ? [] : [{kind: 'link', url: source}];
}

/** What a row has room for: what was said, a link that belongs to the words by its name alone. */
export function shortText(text: string): string {
	const {said, given, within} = splitEvidence(text);
	if (said === '') return given.map(nameOf).join(' ');
	const link = within?.kind === 'link' ? linkWithin(said) : null;
	return link === null || within === null ? said : `${link.before}${link.label ?? nameOf(within)}`;
}

/** What evidence is called for short: the host of a link, a command as it is. */
export function nameOf(evidence: Evidence): string {
	return evidence.kind === 'link' ? new URL(evidence.url).host : evidence.command;
}

/** How many entries there are, and how many of them carry evidence. */
export function evidenceCount({timeline}: Pick<Retro, 'timeline'>): {entries: number; carrying: number} {
	return {entries: timeline.length, carrying: timeline.filter((entry) => evidenceOf(entry).length > 0).length};
}

/** The same in words: `9 of 14 entries carry evidence`; empty where there are no entries. */
export function evidenceLine(retro: Pick<Retro, 'timeline'>): string {
	const {entries, carrying} = evidenceCount(retro);
	if (entries === 0) return '';
	if (entries === 1) return `The one entry carries ${carrying === 0 ? 'no ' : ''}evidence`;
	return `${carrying === 0 ? 'None' : carrying} of ${entries} entries ${carrying === 1 ? 'carries' : 'carry'} evidence`;
}

/** The text with a command behind a prompt blanked out, of the same length: it is nobody's wording. */
export function withoutCommand(text: string): string {
	const at = promptAt(text);
	return at === null ? text : text.slice(0, at) + ' '.repeat(text.length - at);
}
