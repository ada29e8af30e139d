/** The why that is asked next: its question out of the last answer, free to reword, and the line for its answer. */
import {Box} from 'ink';
import {append} from '../../retro/edit.ts';
import type {Retro, Why} from '../../retro/record.ts';
import {bareAnswer, firstQuestion, longestChain, nextQuestion, whysToAsk} from '../../retro/whys.ts';
import {wrap} from '../../text/wrapping.ts';
import {useDraft} from '../hooks/use-draft.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useIsFocused, useWalk} from '../hooks/use-walk.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';
import {TextField} from './text-field.tsx';
import {marginColumns} from './text-view.tsx';
import {becauseColumns} from './why-block.tsx';

/** Where the question is typed: a focus, and the place of its draft. */
export const questionPlace = 'whys.question';

/** Rows that the question which is open takes: question, answer and hint, the first two as they are wrapped. */
export function nextRowsOf(retro: Retro, parent: Why | undefined, columns: number): number {
	const question = retro.drafts?.[questionPlace] ?? suggestedQuestion(retro, parent);
	const answer = retro.drafts?.whys ?? '';
	const rowsOf = (text: string, width: number, most: number): number => Math.min(most, wrap(text, width).length);
	const width = columns - numberColumns - marginColumns;
	return rowsOf(question, width, 2) + rowsOf(answer, width - becauseColumns, 3) + 1;
}

function suggestedQuestion(retro: Retro, parent: Why | undefined): string {
	return parent === undefined ? firstQuestion(retro.title) : nextQuestion(parent.answer);
}

/** Columns of the number before a why. */
const numberColumns = 5;

export function NextWhy({
	parent,
	isBranch,
	asked,
	rows,
	onAsked,
}: {
	parent: Why | undefined;
	isBranch: boolean;
	asked: number;
	/** What it may take at most; where that is little, the one of question and answer that is typed in wins. */
	rows: number;
	onAsked: () => void;
}) {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const {columns} = useLayout().body;
	const isQuestion = useIsFocused(questionPlace);
	const isAnswer = useIsFocused('whys');
	const suggested = suggestedQuestion(retro, parent);
	const question = useDraft(questionPlace, suggested);
	const answer = useDraft('whys');

	useKeys(
		'list',
		(command) => {
			if (command !== 'edit-entry') return false;
			if (isQuestion) {
				walk.setFocus('whys');
				return true;
			}
			if (bareAnswer(answer.text) === '') {
				walk.next();
				return true;
			}
			const id = environment.newId();
			const why = {
				id,
				question: question.text.trim() || suggested,
				answer: bareAnswer(answer.text),
				parent: parent?.id ?? null,
				rootCause: false,
			};
			sitting.send(append(sitting.snapshot().retro, 'whys', why));
			answer.forget();
			question.forget();
			onAsked();
			return true;
		},
		isQuestion || isAnswer,
	);

	const width = columns - numberColumns;
	const questionRows = rows >= 5 ? 2 : isQuestion ? Math.min(2, rows) : rows > 2 ? 1 : 0;
	const answerRows = isQuestion ? Math.min(3, rows - questionRows) : Math.min(3, rows);
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Box display={questionRows > 0 ? 'flex' : 'none'}>
				<Paint look="quiet">{(isBranch ? 'branch' : String(asked + 1)).padStart(4).padEnd(5)}</Paint>
				<TextField
					id={questionPlace}
					kind="line"
					value={isQuestion ? question.text : question.text || suggested}
					focused={isQuestion}
					columns={width}
					height={Math.max(1, questionRows)}
					onChange={question.change}
				/>
			</Box>
			<Box paddingLeft={5} display={answerRows > 0 ? 'flex' : 'none'}>
				<Paint look="quiet">Because </Paint>
				<TextField
					id="whys"
					kind="line"
					value={answer.text}
					focused={isAnswer}
					columns={width - becauseColumns}
					height={Math.max(1, answerRows)}
					placeholder="what made that possible?"
					onChange={answer.change}
				/>
			</Box>
			<Box paddingLeft={5}>
				<Paint look="quiet" columns={width}>
					{hint(retro)}
				</Paint>
			</Box>
		</Box>
	);
}

function hint(retro: Retro): string {
	const left = whysToAsk - longestChain(retro.whys);
	if (left > 0)
		return left === whysToAsk
			? ''
			: `${['No', 'One', 'Two', 'Three', 'Four'][left]} more to go. Alt+N branches, Alt+C marks the root cause.`;
	return retro.whys.some(({rootCause}) => rootCause)
		? 'Root cause marked. Enter on the empty line goes on.'
		: 'Is the last answer about the system? Alt+C marks it as the root cause.';
}
