/** The finding that is open in the dialog, and what taking or keeping it does. */
import {useState} from 'react';
import {type Finding, wordsOf} from '../../lint/finding.ts';
import {append} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import {type ActiveField, carryFindings, type FieldHub, type LiveFindings, nearestFinding} from '../active-field.ts';
import {useSitting} from './use-sitting.ts';

export type OpenFinding = {readonly field: ActiveField; readonly finding: Finding};

export type FindingDialogState = {
	readonly open: OpenFinding | undefined;
	/** Opens the finding nearest the caret; false where there is none. */
	show(live: LiveFindings | undefined): boolean;
	take(wording: string): void;
	keep(reason: string): void;
	close(): void;
};

export function useFindingDialog(hub: FieldHub): FindingDialogState {
	const sitting = useSitting();
	const [open, setOpen] = useState<OpenFinding>();
	return {
		open,
		show(live) {
			const field = hub.current();
			if (field === undefined || live?.id !== field.id) return false;
			const finding = nearestFinding(carryFindings(live.text, live.findings, field.text), field.caret);
			if (finding === undefined) return false;
			setOpen({field, finding});
			return true;
		},
		take(wording) {
			open?.field.replace(open.finding.span.start, open.finding.span.end, wording);
		},
		keep(reason) {
			if (open !== undefined)
				sitting.send(keepFinding(sitting.snapshot().retro, open.field.id, open.finding, open.field.text, reason));
		},
		close: () => setOpen(undefined),
	};
}

/** The edit that keeps a finding with a reason. */
export function keepFinding(retro: Retro, path: string, finding: Finding, text: string, reason: string) {
	return append(retro, 'kept', {field: path, rule: finding.rule, text: wordsOf(finding, text), reason});
}

/** Whether the finding was kept on this field. */
export function isKept(retro: Retro, path: string, finding: Finding, text: string): boolean {
	return retro.kept.some(
		(kept) => kept.field === path && kept.rule === finding.rule && kept.text === wordsOf(finding, text),
	);
}
