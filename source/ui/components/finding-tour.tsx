/** The Review's way through all findings, one by one, each with its wordings. */
import {useContext, useState} from 'react';
import type {RetroFinding} from '../../lint/retro.ts';
import {changeText} from '../../retro/change-text.ts';
import {stepTitles} from '../../retro/steps.ts';
import {AllowContext} from '../hooks/use-allow.ts';
import {keepFinding} from '../hooks/use-finding-dialog.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {ReviewContext} from '../hooks/use-review.ts';
import {useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {keyOfFinding} from '../open-issues.ts';
import {useTheme} from '../theme.ts';
import {type FindingAnswer, FindingDialog} from './finding-dialog.tsx';
import {Paint} from './paint.tsx';

export function FindingTour({onClose}: {onClose: () => void}) {
	const sitting = useSitting();
	const walk = useWalk();
	const allow = useContext(AllowContext);
	const {findings} = useContext(ReviewContext);
	const {glyphs} = useTheme();
	const [skipped, setSkipped] = useState(0);
	/** What was answered stays among the findings until the retro has been linted again. */
	const [answered, setAnswered] = useState<readonly RetroFinding[]>();
	useKeys('dialog', (command) => {
		if (command !== 'cancel') return false;
		onClose();
		return true;
	});

	if (answered === findings) return <Paint look="quiet">{`Reading it again ${glyphs.ellipsis}`}</Paint>;
	const open = findings[skipped];
	if (open === undefined) {
		return <Paint look="done">{skipped === 0 ? 'Nothing found any more.' : 'That was the last one.'}</Paint>;
	}
	const {finding, path, text, step} = open;
	const take = (wording: string): void => {
		const {start, end} = finding.span;
		const edit = changeText(sitting.snapshot().retro, path, text.slice(0, start) + wording + text.slice(end));
		if (edit !== undefined) sitting.send(edit);
	};
	const answer = (given: FindingAnswer): void => {
		if (given.type === 'take') take(given.wording);
		else if (given.type === 'keep')
			sitting.send(keepFinding(sitting.snapshot().retro, path, finding, text, given.reason));
		else if (given.type === 'allow') void allow(given.words);

		if (given.type === 'skip') setSkipped(skipped + 1);
		else if (given.type === 'back' || given.type === 'edit') onClose();
		else setAnswered(findings);
		if (given.type === 'edit') walk.goTo(path);
	};
	return (
		<FindingDialog
			key={keyOfFinding(open)}
			finding={finding}
			text={text}
			canKeep
			canSkip
			aside={`${stepTitles[step]} ${glyphs.separator} ${skipped + 1} of ${findings.length}`}
			onAnswer={answer}
		/>
	);
}
