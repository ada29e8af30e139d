/** The walk through one retro: the frame around the steps, and what lies over it. */
import {Box} from 'ink';
import {memo, useCallback, useLayoutEffect, useMemo, useState} from 'react';
import {type Finding, wordsOf} from '../../lint/finding.ts';
import type {Linter} from '../../lint/linter.ts';
import {guidance} from '../../retro/guide.ts';
import {incidentTimes} from '../../retro/incident-metrics.ts';
import {progressOf} from '../../retro/progress.ts';
import type {Retro} from '../../retro/record.ts';
import type {Step} from '../../retro/steps.ts';
import {columnsOf} from '../../text/columns.ts';
import {formatDuration} from '../../time/duration.ts';
import {createFieldHub, type FieldHub, type LiveFindings} from '../active-field.ts';
import {FindingDialog} from '../components/finding-dialog.tsx';
import {FindingLine} from '../components/finding-line.tsx';
import {Frame, useLayout} from '../components/frame.tsx';
import {Header} from '../components/header.tsx';
import {KeyBar} from '../components/key-bar.tsx';
import {KeysScreen} from '../components/keys-screen.tsx';
import {Paint} from '../components/paint.tsx';
import {StepBar} from '../components/step-bar.tsx';
import {TimeChoiceDialog} from '../components/time-choice.tsx';
import {isNewLine} from '../focus.ts';
import {
	FieldHubContext,
	LiveFindingsContext,
	lintField,
	useLiveFindings,
	useNearestFinding,
} from '../hooks/use-active-field.ts';
import {AllowContext, useAllow} from '../hooks/use-allow.ts';
import {today, useEnvironment} from '../hooks/use-environment.ts';
import {isKept, useFindingDialog} from '../hooks/use-finding-dialog.ts';
import {FoundPathsContext} from '../hooks/use-findings.ts';
import {useGaps} from '../hooks/use-gaps.ts';
import {dialogHints, KeyHintsContext, timeChoiceHints} from '../hooks/use-key-hints.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useLinter, useRetroFindings} from '../hooks/use-lint.ts';
import {useLiveNotices} from '../hooks/use-live.ts';
import {useLostRow} from '../hooks/use-lost-row.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {ReviewContext} from '../hooks/use-review.ts';
import {useSitting, useSnapshot} from '../hooks/use-sitting.ts';
import {TimeChoiceContext, useTimeQuestion} from '../hooks/use-time-choice.ts';
import {WalkContext} from '../hooks/use-walk.ts';
import {useWalkKeys} from '../hooks/use-walk-keys.ts';
import type {KeyHint} from '../keymap.ts';
import {useTheme} from '../theme.ts';
import {keyHints, stepScreens, stopMap} from './step-screens.tsx';

export type WalkProps = {
	/** The step to begin at. */
	readonly first: Step;
	readonly isExample: boolean;
	readonly loadLinter: () => Promise<Linter>;
	/** Called when Escape leads out of the walk. */
	readonly onBack: () => void;
};

export function WalkScreen({first, isExample, loadLinter, onBack}: WalkProps) {
	const sitting = useSitting();
	const {retro, save} = useSnapshot();
	const environment = useEnvironment();
	const [hub] = useState(createFieldHub);
	const [isHelp, setHelp] = useState(false);
	const [ownHints, showHints] = useState<readonly KeyHint[]>();
	const dialog = useFindingDialog(hub);
	const time = useTimeQuestion();
	const active = !isHelp && dialog.open === undefined && time.open === undefined;
	const navigation = useNavigation(first, stopMap, active);
	const {step, focus} = navigation.walk;
	useLayoutEffect(() => hub.moveTo(focus), [hub, focus]);
	useLiveNotices(navigation.say);
	useLostRow(navigation, hub);

	const [linter, setLinter] = useLinter(loadLinter);
	const allow = useAllow(setLinter, navigation.say);
	const kept = useCallback(
		(id: string, finding: Finding, text: string) => isKept(sitting.snapshot().retro, id, finding, text),
		[sitting],
	);
	const live = useLiveFindings(hub, linter, kept);
	const findings = useRetroFindings(retro, linter);
	const day = today(environment);
	const gaps = useGaps(retro, day);
	const progress = useMemo(() => progressOf(retro, gaps, findings), [retro, gaps, findings]);
	const found = useMemo(() => new Set<string>(findings.map(({path}) => path)), [findings]);
	const review = useMemo(() => ({gaps, findings}), [gaps, findings]);

	useWalkKeys({
		navigation,
		hub,
		active,
		openFinding: () => dialog.show(lintField(hub.current(), linter, kept)),
		onBack,
	});
	useKeys('app', (command) => {
		if (command !== 'keys') return false;
		setHelp(true);
		return true;
	});

	const Screen = stepScreens[step];
	return (
		<WalkContext value={navigation.walk}>
			<FieldHubContext value={hub}>
				<LiveFindingsContext value={live}>
					<FoundPathsContext value={found}>
						<ReviewContext value={review}>
							<AllowContext value={allow}>
								<KeyHintsContext value={showHints}>
									<Frame
										header={
											<Header
												title={retro.title}
												severity={retro.severity}
												status={retro.status}
												save={isExample ? 'example' : save}
											/>
										}
										steps={<StepBar current={step} progress={progress} />}
										guide={<GuideLine step={step} timeline={retro.timeline} impact={retro.impact} />}
										finding={<CurrentFinding hub={hub} live={live} notice={navigation.notice} />}
										keys={
											<KeyBar
												hints={
													isHelp
														? helpHints
														: time.open
															? timeChoiceHints
															: dialog.open
																? dialogHints
																: (ownHints ?? keyHints(step, focus, save.kind === 'saved' || save.kind === 'pending'))
												}
											/>
										}
									>
										<TimeChoiceContext value={time.ask}>
											<Box flexDirection="column" display={active ? 'flex' : 'none'}>
												<Screen key={step} />
											</Box>
										</TimeChoiceContext>
										{time.open !== undefined && (
											<TimeChoiceDialog
												question={time.open}
												onAnswer={(answer) => time.answer(answer, navigation.say)}
											/>
										)}
										{isHelp && <KeysScreen step={step} onBack={() => setHelp(false)} />}
										{dialog.open !== undefined && (
											<FindingDialog
												finding={dialog.open.finding}
												text={dialog.open.field.text}
												canKeep={!isNewLine(dialog.open.field.id)}
												onAnswer={(answer) => {
													dialog.close();
													if (answer.type === 'take') dialog.take(answer.wording);
													else if (answer.type === 'keep') dialog.keep(answer.reason);
													else if (answer.type === 'allow') void allow(answer.words);
												}}
											/>
										)}
									</Frame>
								</KeyHintsContext>
							</AllowContext>
						</ReviewContext>
					</FoundPathsContext>
				</LiveFindingsContext>
			</FieldHubContext>
		</WalkContext>
	);
}

const helpHints = [
	['up', 'scroll'],
	['down', 'scroll'],
	['cancel', 'back'],
] as const;

const GuideLine = memo(function GuideLine({step, timeline, impact}: {step: Step} & Pick<Retro, 'timeline' | 'impact'>) {
	const {columns} = useLayout().body;
	const {glyphs} = useTheme();
	const hasTimes = step === 'timeline' || step === 'impact';
	const aside = hasTimes ? timesText({timeline, impact}, glyphs.separator) : '';
	const room = columns - columnsOf(aside) - 2;
	return (
		<Box justifyContent="space-between" width={columns}>
			<Paint look="quiet" columns={room}>
				{clausesWithin(guidance[step].line, room)}
			</Paint>
			<Paint>{aside}</Paint>
		</Box>
	);
});

/** A sentence without the last of its clauses where it is too long; as it is where that does not help. */
function clausesWithin(sentence: string, room: number): string {
	if (columnsOf(sentence) <= room) return sentence;
	const comma = sentence.lastIndexOf(', ', room);
	return comma < 0 ? sentence : `${sentence.slice(0, comma)}.`;
}

/** The times that count, short: `detect 6m · fix 42m`. */
function timesText(retro: Pick<Retro, 'timeline' | 'impact'>, separator: string): string {
	const {detect, mitigate, resolve} = incidentTimes(retro);
	return [
		detect !== undefined && `detect ${formatDuration(detect)}`,
		mitigate !== undefined && `mitigate ${formatDuration(mitigate)}`,
		resolve !== undefined && `resolve ${formatDuration(resolve)}`,
	]
		.filter((part) => part !== false)
		.join(` ${separator} `);
}

function CurrentFinding({hub, live, notice}: {hub: FieldHub; live: LiveFindings | undefined; notice: string}) {
	const finding = useNearestFinding(hub, live);
	return (
		<FindingLine
			finding={finding}
			count={live?.findings.length ?? 0}
			words={finding && live ? wordsOf(finding, live.text) : ''}
			notice={notice}
		/>
	);
}
