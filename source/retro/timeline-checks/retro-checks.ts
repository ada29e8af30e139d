/** The checks that hold what is said elsewhere in a retro against its timeline. */
import type {Gap} from '../gap.ts';
import {impactTimeGaps} from './impact-times.ts';
import {missingAlertGaps} from './missing-alert.ts';
import {otherDayGaps} from './other-day.ts';
import {severityGaps} from './severity-impact.ts';
import {statedTimeGaps} from './stated-times.ts';
import type {TimelineView} from './timeline-view.ts';

const checks = [otherDayGaps, severityGaps, impactTimeGaps, statedTimeGaps, missingAlertGaps];

/** What they find, in no order of steps. */
export function comparisonGaps(view: TimelineView): Gap[] {
	return checks.flatMap((check) => check(view));
}
