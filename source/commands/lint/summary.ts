/** What a run came to, in a line or two for people. */
import {counted} from '../../text/counted.ts';
import type {Totals} from './file-report.ts';

/** `3 warnings and 1 nudge in 20 files: blame 2, hindsight 1, non-utc 1.` and what can be done about it. */
export function summaryLines(totals: Totals): string[] {
	const {files, warning, nudge, categories, fixable, unused} = totals;
	if (files === 0) return [];
	const inFiles = files === 1 ? 'in one file' : `in ${files} files`;
	const byCategory = [...categories].sort(([, a], [, b]) => b - a).map(([category, count]) => `${category} ${count}`);
	const canBeFixed = fixable.warning + fixable.nudge;
	return [
		warning + nudge === 0
			? `Nothing found ${inFiles}.`
			: `${counted(warning, 'warning')} and ${counted(nudge, 'nudge')} ${inFiles}: ${byCategory.join(', ')}.`,
		...(canBeFixed > 0 ? [`--fix can mend ${canBeFixed} of them; --diff shows how.`] : []),
		...(unused > 0 ? [`${counted(unused, 'comment')} for the lint ${unused === 1 ? 'does' : 'do'} nothing.`] : []),
	];
}
