/** The eight steps: for each its screen, where its focus can stand, and the keys its footer tells of. */
import type {ComponentType} from 'react';
import type {Step} from '../../retro/steps.ts';
import {ImportOver} from '../components/import-over.tsx';
import {listFocus} from '../focus.ts';
import type {KeyHint} from '../keymap.ts';
import type {StopMap} from '../navigation.ts';
import {ActionsScreen, actionStops} from './actions.tsx';
import {DetailsScreen, detailStops} from './details.tsx';
import {ImpactScreen, impactStops} from './impact.tsx';
import {LessonsScreen, lessonStops} from './lessons.tsx';
import {ReviewScreen, reviewStops} from './review.tsx';
import {RootCauseScreen, rootCauseStops} from './root-cause.tsx';
import {SummaryScreen, summaryStops} from './summary.tsx';
import {TimelineScreen, timelineStops} from './timeline.tsx';

export const stopMap: StopMap = {
	details: {stops: detailStops, first: 'title'},
	summary: {stops: summaryStops, first: 'summary'},
	impact: {stops: impactStops, first: 'impact.start'},
	timeline: {stops: timelineStops, first: 'timeline'},
	'root-cause': {stops: rootCauseStops, first: 'whys'},
	lessons: {stops: lessonStops, first: 'lessons.wentWell'},
	actions: {stops: actionStops, first: 'actions'},
	review: {stops: reviewStops, first: 'review'},
};

export const stepScreens: Readonly<Record<Step, ComponentType>> = {
	details: DetailsScreen,
	summary: SummaryScreen,
	impact: ImpactScreen,
	timeline: () => (
		<ImportOver>
			<TimelineScreen />
		</ImportOver>
	),
	'root-cause': RootCauseScreen,
	lessons: LessonsScreen,
	actions: ActionsScreen,
	review: ReviewScreen,
};

const everywhere = (isSaved: boolean): readonly KeyHint[] => [
	'next-step',
	isSaved ? ['leave', 'leave, saved'] : 'leave',
	'keys',
];

const entering: Readonly<Record<Step, readonly KeyHint[]>> = {
	details: ['accept'],
	summary: ['break-line', 'editor', ['accept', 'next step']],
	impact: ['accept'],
	timeline: [['accept', 'add'], ['up', 'entries'], 'phase', 'live'],
	'root-cause': [['accept', 'answer'], 'branch', 'root-cause'],
	lessons: [['accept', 'add'], ['up', 'entries'], 'next-field'],
	actions: [
		['accept', 'add'],
		['up', 'entries'],
	],
	review: ['jump', 'reword', 'export', 'copy', 'template', 'final', 'keep'],
};

const special: Readonly<Partial<Record<Step, readonly KeyHint[]>>> = {
	timeline: ['phase', 'mark'],
	actions: ['done'],
	lessons: ['move-up'],
};

/** What the footer tells for a step and a focus; `isSaved` is false while saving fails. */
export function keyHints(step: Step, focus: string, isSaved: boolean): readonly KeyHint[] {
	const at = listFocus(focus);
	if (at === undefined || at.id === null || step === 'review') return [...entering[step], ...everywhere(isSaved)];
	if (at.part !== null) return [['accept', 'done'], ['back', 'back to the list'], ...everywhere(isSaved)];
	return ['edit-entry', 'delete-entry', ...(special[step] ?? []), ['back', 'to line'], ...everywhere(isSaved)];
}
