/** Step 8: what is open, each with a jump there and back, and the document as it will be. */
import {Box} from 'ink';
import {useContext, useMemo, useState} from 'react';
import {ownTemplate} from '../../export/templates.ts';
import {setField} from '../../retro/edit.ts';
import {evidenceLine} from '../../retro/evidence.ts';
import {columnsOf} from '../../text/columns.ts';
import {DocumentPreview} from '../components/document-preview.tsx';
import {FindingTour} from '../components/finding-tour.tsx';
import {useLayout} from '../components/frame.tsx';
import {OpenIssueRow} from '../components/open-issue-row.tsx';
import {Paint} from '../components/paint.tsx';
import {ReviewDialog, type ReviewDialogKind} from '../components/review-dialog.tsx';
import {RowList} from '../components/row-list.tsx';
import {useDocument} from '../hooks/use-document.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useDialogHints} from '../hooks/use-key-hints.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {ReviewContext, things} from '../hooks/use-review.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {countsByCategory, type OpenIssue, openIssues, type ReviewInput} from '../open-issues.ts';
import {useTheme} from '../theme.ts';

/** Where the focus can stand: the review moves within its own list. */
export function reviewStops(): string[] {
	return ['review'];
}

/** With fewer rows than this, how many entries carry evidence has none of its own. */
const fewestRows = 10;

/** The focus of the review carries the row that is selected, so that coming back finds it again. */
const rowOf = (focus: string): number => Number(/^review:(\d+)$/.exec(focus)?.[1] ?? 0);

export function ReviewScreen() {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const {glyphs} = useTheme();
	const {columns, rows: height} = useLayout().body;
	const [template, setTemplate] = useState(ownTemplate(retro) ?? environment.template);
	const [dialog, setDialog] = useState<ReviewDialogKind>();
	const [scroll, setScroll] = useState(0);
	const [isTouring, setTouring] = useState(false);

	const review = useContext(ReviewContext);
	const {findings} = review;
	const issues = openIssues(review);
	const blockers = issues.filter(({blocks}) => blocks).length;
	const document = useDocument(template, columns);
	const at = Math.min(rowOf(walk.focus), Math.max(0, issues.length - 1));
	const selected = issues[at];

	const listRows = Math.min(issues.length, Math.max(1, Math.floor((height - 3) / 2)));
	const title = headline(issues.length, blockers, retro.status === 'final');
	const room = Math.max(1, columns - columnsOf(title) - 2);
	const counts = countsIn(findings, room, glyphs.separator);
	const {timeline} = retro;
	const evidence = useMemo(() => evidenceLine({timeline}), [timeline]);
	const both = [counts, evidence].filter((part) => part !== '').join(` ${glyphs.separator} `);
	const isBeside = columnsOf(both) <= room;
	const hasRow = !isBeside && height >= fewestRows;
	const previewRows = Math.max(0, height - 2 - Math.max(1, listRows) - (hasRow ? 2 : 1));
	const lastScroll = Math.max(0, document.lines.length - previewRows);
	const scrollBy = (rows: number): void => setScroll(Math.min(lastScroll, Math.max(0, scroll + rows)));
	const select = (index: number): void => walk.setFocus(`review:${Math.min(issues.length - 1, Math.max(0, index))}`);

	const toggleFinal = (): void => {
		if (retro.status === 'final') {
			sitting.send(setField(retro, 'status', 'draft'));
			walk.say('A draft again.');
		} else if (blockers > 0) {
			walk.say(`${things(blockers)} to settle first.`);
		} else {
			sitting.send(setField(retro, 'status', 'final'));
			walk.say('Final. Export it with e, or copy it with c.');
		}
	};
	const copy = (): void => {
		if (document.markdown === undefined) return;
		environment.copy(document.markdown);
		walk.say('Copied, where the terminal allows it (OSC 52).');
	};
	const keep = (issue: OpenIssue | undefined): void => {
		if (issue === undefined || issue.blocks) walk.say(issue ? 'This one the guide demands.' : 'Nothing is open.');
		else setDialog({kind: 'keep', issue});
	};

	const run: Readonly<Record<string, () => void>> = {
		jump: () => selected && walk.goTo(selected.path),
		export: () => setDialog({kind: 'export'}),
		copy,
		template: () => setDialog({kind: 'template'}),
		final: toggleFinal,
		keep: () => keep(selected),
		reword: () => {
			if (findings.length > 0) setTouring(true);
			else walk.say('Nothing was found in the wording or the times.');
		},
		'scroll-down': () => scrollBy(previewRows),
		'scroll-up': () => scrollBy(-previewRows),
	};
	useKeys(
		'review',
		(command, press) => {
			if (press.kind === 'chord' && (press.chord === 'up' || press.chord === 'down')) {
				select(at + (press.chord === 'up' ? -1 : 1));
				return true;
			}
			if (command === undefined) return false;
			run[command]?.();
			return true;
		},
		walk.active && dialog === undefined && !isTouring,
	);

	useDialogHints(isTouring || dialog !== undefined);
	if (isTouring) return <FindingTour onClose={() => setTouring(false)} />;
	return (
		<Box flexDirection="column">
			<Box height={1} justifyContent="space-between" width={columns}>
				<Paint look="title" columns={columns}>
					{title}
				</Paint>
				<Paint look="quiet" columns={room}>
					{isBeside ? both : counts}
				</Paint>
			</Box>
			{dialog === undefined && issues.length === 0 && (
				<Paint look="done">{`  ${glyphs.complete} Nothing open on any step`}</Paint>
			)}
			{dialog === undefined ? (
				<RowList
					columns={columns}
					height={listRows}
					at={at}
					rows={issues}
					draw={(issue, index) => ({
						key: issue.key,
						content: <OpenIssueRow issue={issue} columns={columns} isSelected={index === at} />,
					})}
				/>
			) : (
				<ReviewDialog
					dialog={dialog}
					rows={listRows + previewRows}
					markdown={document.markdown}
					template={template}
					onTemplate={setTemplate}
					onClose={() => setDialog(undefined)}
				/>
			)}
			{dialog === undefined && hasRow && <Paint look="quiet" columns={columns}>{`  ${evidence}`}</Paint>}
			{dialog === undefined && previewRows > 0 && (
				<DocumentPreview
					lines={document.lines}
					problem={document.problem}
					top={Math.min(scroll, lastScroll)}
					rows={previewRows}
				/>
			)}
		</Box>
	);
}

function headline(open: number, blockers: number, isFinal: boolean): string {
	if (blockers > 0) return `${things(blockers)} to settle before this can be final`;
	if (isFinal) return open === 0 ? 'Final' : `Final, with ${things(open)} to look at`;
	return open === 0 ? 'Ready: f calls it final' : `Nothing blocks final; ${things(open)} to look at`;
}

/** The findings by category where that fits, else how many there are. */
function countsIn(findings: ReviewInput['findings'], columns: number, separator: string): string {
	if (findings.length === 0) return '';
	const counts = countsByCategory(findings).join(` ${separator} `);
	return columnsOf(counts) <= columns ? counts : `${findings.length} findings`;
}
