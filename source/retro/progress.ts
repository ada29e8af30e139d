/** How far each step has come: what the step bar shows. */
import type {Gap} from './gaps.ts';
import type {Retro} from './record.ts';
import {type Step, steps} from './steps.ts';

export type StepState = 'empty' | 'begun' | 'complete';

export type StepProgress = {
	readonly state: StepState;
	/** How many findings of the lint stand on it. */
	readonly findings: number;
};

/**
 * The state of each step: empty while nothing was said there, complete when the guide demands nothing
 * more. Review is complete when nothing blocks *final* any more.
 */
export function progressOf(
	retro: Retro,
	gaps: readonly Gap[],
	findings: readonly {readonly step: Step}[],
): Readonly<Record<Step, StepProgress>> {
	const open = new Set(gaps.filter(({blocks}) => blocks).map(({step}) => step));
	const state = (step: Step): StepState => {
		if (step === 'review') return open.size > 0 ? 'empty' : 'complete';
		return !hasContent[step](retro) ? 'empty' : open.has(step) ? 'begun' : 'complete';
	};
	const progress = steps.map((step): [Step, StepProgress] => [
		step,
		{state: state(step), findings: findings.filter((finding) => finding.step === step).length},
	]);
	return Object.fromEntries(progress) as Record<Step, StepProgress>;
}

const hasContent: Readonly<Record<Exclude<Step, 'review'>, (retro: Retro) => boolean>> = {
	details: ({title, severity}) => title.trim() !== '' || severity !== null,
	summary: ({summary}) => summary.trim() !== '',
	impact: ({impact}) => Object.values(impact).some((value) => value !== null && value !== ''),
	timeline: ({timeline}) => timeline.length > 0,
	'root-cause': ({whys, contributingFactors}) => whys.length + contributingFactors.length > 0,
	lessons: ({lessons}) => lessons.wentWell.length + lessons.wentWrong.length + lessons.gotLucky.length > 0,
	actions: ({actions}) => actions.length > 0,
};
