import {expect, test} from 'vitest';
import {differenceWords, fewWords} from '../../source/retro/difference-words.ts';
import {append, apply} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {aroundChanges, type WordPart} from '../../source/retro/word-changes.ts';
import {completeRetro} from './complete-retro.ts';

const was = completeRetro;

/** Each difference as a line, words in the marks of git. */
function lines(now: Retro, before = was): string[] {
	return differenceWords(before, now).map(({part, kind, words, note}) =>
		[`${part} ${kind}:`, words.map(marked).join(''), note === undefined ? '' : `(${note})`]
			.filter((text) => text !== '')
			.join(' '),
	);
}

function marked({kind, text}: WordPart): string {
	return kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`;
}

test('an entry that was added is named with its time, on the day of the incident without the date', () => {
	const at = `${was.date}T10:05:00Z` as Retro['timeline'][number]['at'];
	const day = apply(was, append(was, 'timeline', {id: 'new', at, text: 'on-call acked'}));
	expect(lines(day)).toEqual(['Timeline added: {+10:05 on-call acked+}']);
	const next = '2027-01-01T10:05:00Z' as typeof at;
	expect(lines(apply(was, append(was, 'timeline', {id: 'new', at: next, text: 'acked'})))).toEqual([
		'Timeline added: {+2027-01-01 10:05 acked+}',
	]);
});

test('a text that changed shows its words, and how many sentences', () => {
	const before = {...was, summary: 'Checkout was down for 40 minutes. Nobody noticed. It came back.'};
	const now = {...was, summary: 'Checkout was slow for 47 minutes. Nobody noticed. Then it came back.'};
	expect(lines(now, before)).toEqual([
		'Summary changed: Checkout was [-down-]{+slow+} for [-40-]{+47+} minutes. Nobody noticed. [-It-]{+Then it+} came back. (2 sentences changed)',
	]);
});

test('a text that was cleared or written for the first time is removed or added', () => {
	const empty = {...was, summary: '', title: 'Old'};
	expect(lines({...empty, title: '', summary: 'Slow.'}, empty)).toEqual([
		'Title removed: [-Old-]',
		'Summary added: {+Slow.+}',
	]);
});

test('single values show both, as people read them', () => {
	const before: Retro = {...was, severity: 'SEV2', status: 'draft'};
	expect(lines({...before, severity: 'SEV1', status: 'final'}, before)).toEqual([
		'Severity changed: SEV [-2-]{+1+}',
		'Status changed: [-draft-]{+final+}',
	]);
});

test('two values that a merge kept are told by the field that they are of', () => {
	const kept: Retro = {...was, conflicts: {severity: {here: 'SEV1', elsewhere: ['SEV3']}}};
	expect(lines(kept)).toEqual(['Two values added: {+Severity+}']);
	expect(lines(was, kept)).toEqual(['Two values removed: [-Severity-]']);
	expect(fewWords(was, kept)).toBe('Two values');
});

test('names come and go one by one', () => {
	const before = {...was, participants: ['Ada', 'Linus']};
	expect(lines({...before, participants: ['Ada', 'Grace']}, before)).toEqual([
		'Participants added: {+Grace+}',
		'Participants removed: [-Linus-]',
	]);
});

test('of an entry that changed both wordings are shown', () => {
	const [first, ...others] = was.actions;
	if (first === undefined) throw new Error('the complete retro has actions');
	const now: Retro = {...was, actions: [{...first, owner: '@new-team', status: 'done'}, ...others]};
	const [line] = lines(now);
	expect(line).toMatch(/^Actions changed: .*\{\+@new-team\+\}.*\{\+.*done\+\}$/);
});

test('few words say how much of each part changed', () => {
	const now: Retro = {
		...was,
		title: 'Another',
		summary: `${was.summary} More.`,
		timeline: [...was.timeline.slice(1), {...(was.timeline[0] as Retro['timeline'][number]), id: 'x', text: 'new'}],
	};
	expect(fewWords(was, now)).toBe('Title, Summary, Timeline +1 -1');
	expect(fewWords(was, was)).toBe('');
});

test('lines that are being typed are no difference, a template is', () => {
	const drafts: Retro = {...was, drafts: {timeline: '1005 ac'}};
	expect(differenceWords(was, drafts)).toEqual([]);
	expect(lines({...was, template: 'brief'}, {...was, template: 'guide'})).toEqual([
		'Template changed: [-guide-]{+brief+}',
	]);
});

test('of a long text what is far from a change is left out', () => {
	const same = {kind: 'same', text: 'one two three four five six seven eight nine ten '} as const;
	const all: WordPart[] = [same, {kind: 'new', text: 'eleven'}, same];
	expect(aroundChanges(all, 10).map(({text}) => text)).toEqual(['… nine ten ', 'eleven', 'one two …']);
});
