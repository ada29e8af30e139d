/** What `retro add` adds to a retro, as edits, with the words that tell what was understood. */
import {wrongUse} from '../problem.ts';
import {describeAction, readActionLine} from '../retro/action-line.ts';
import {append, type Edit} from '../retro/edit.ts';
import type {NoteListName} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {chainEnds, firstQuestion, nextQuestion, parseWhy} from '../retro/whys.ts';
import {dateOf, type Instant} from '../time/instant.ts';
import {quoted} from './quote.ts';

export type Addition = {readonly edit: Edit; readonly said: string};

export function noteAddition(retro: Retro, list: NoteListName, id: string, text: string): Addition {
	return {edit: append(retro, list, {id, text}), said: quoted(text)};
}

/**
 * A why, asked out of `under`: the id of another why, `none` for the first of a chain, and the end of the
 * last chain when it is undefined. Throws a `Problem` where there is no such why, or no answer.
 */
export function whyAddition(
	retro: Retro,
	id: string,
	text: string,
	{rootCause, under}: {readonly rootCause: boolean; readonly under: string | undefined},
): Addition {
	const parent = parentOf(retro, under);
	const {question: asked, answer} = parseWhy(text);
	if (answer === '') {
		throw wrongUse(
			`There is no answer in ${quoted(text)}`,
			'Write the question and the answer: "Why did it crash? Because the CPU spiked"',
		);
	}
	const question =
		asked !== '' ? asked : parent === undefined ? firstQuestion(retro.title) : nextQuestion(parent.answer);
	const why = {id, question, answer, parent: parent?.id ?? null, rootCause};
	return {edit: append(retro, 'whys', why), said: `${question} Because ${answer}${rootCause ? ' -> root cause' : ''}`};
}

function parentOf(retro: Retro, under: string | undefined): Retro['whys'][number] | undefined {
	if (under === undefined) return chainEnds(retro.whys).at(-1);
	if (under === 'none') return undefined;
	const parent = retro.whys.find(({id}) => id === under);
	if (parent !== undefined) return parent;
	const all = retro.whys.map(({id, question}) => `  ${id}  ${question}`);
	throw wrongUse(
		`There is no why ${quoted(under)} in this retro`,
		all.length === 0 ? 'It has none yet: leave out --under.' : ['The whys are:', ...all].join('\n'),
	);
}

/** An action item out of `prevent: Add a canary @infra 2026-12-01`. Throws a `Problem` where it is not whole. */
export function actionAddition(retro: Retro, id: string, text: string, now: Instant): Addition {
	const owners = retro.actions.map(({owner}) => owner);
	const reading = readActionLine(text, {today: dateOf(now), owners});
	const {kind, owner, due, problem} = reading;
	if (problem !== null) throw wrongUse(`${quoted(text)}: ${problem}`, 'Write the due date as 2026-12-01, +2w or fri.');
	if (kind === null) {
		throw wrongUse(
			`${quoted(text)} does not say what kind of action it is`,
			'Begin with prevent:, detect: or mitigate: (p, d, m).',
		);
	}
	if (reading.text === '') throw wrongUse(`${quoted(text)} does not say what to do`, actionExample);
	const item = {id, kind, text: reading.text, owner, due, status: 'open'} as const;
	return {edit: append(retro, 'actions', item), said: `${describeAction(reading)}: ${reading.text}`};
}

const actionExample = 'For example: "prevent: Add a canary @infra 2026-12-01"';
