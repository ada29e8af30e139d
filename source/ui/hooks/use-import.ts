/** A paste or a file on its way into the timeline: reading it, answering what it leaves open, opening it again. */
import {useCallback, useEffect, useSyncExternalStore} from 'react';
import {isSeveralLines} from '../../importers/paste-shape.ts';
import {carriedOver} from '../../importers/pick-list.ts';
import type {Answers} from '../../importers/questions.ts';
import type {PasteReading} from '../../importers/read-pasted.ts';
import {Problem} from '../../problem.ts';
import type {Retro} from '../../retro/record.ts';
import {cleanLine} from '../../text/clean.ts';
import {dateOf} from '../../time/instant.ts';
import {type Desk, type ImportDesk, importDeskOf, layOut, type Material} from '../import-desk.ts';
import type {Sitting} from '../sitting.ts';
import {type AppEnvironment, useEnvironment} from './use-environment.ts';
import {useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

export type Import = {
	readonly desk: Desk;
	change(parts: Partial<Desk>): void;
	/** Opens the rows of a paste; with `more` it goes on behind the one that is open. */
	paste(text: string, more?: 'at once' | 'later'): void;
	/** Reads what lies on the desk by these answers. */
	read(answers: Answers): void;
	/** Puts what was pasted into the entry line, as one text, and closes. */
	intoLine(): void;
};

/** The import of this sitting as its screens show it, whether it is open or not. */
export function useImport(): Import {
	const sitting = useSitting();
	const environment = useEnvironment();
	const {say} = useWalk();
	const desk = importDeskOf(sitting);
	const state = useSyncExternalStore(desk.subscribe, desk.snapshot);
	const {material, answers, isOpen, isReading} = state;
	useEffect(() => {
		if (isOpen && isReading && material !== undefined) void readDesk(desk, material, answers, sitting, say);
	}, [desk, material, answers, isOpen, isReading, sitting, say]);
	const read = useCallback((next: Answers) => desk.change({answers: next, isReading: true}), [desk]);
	const paste = useCallback(
		(pasted: string, more?: 'at once' | 'later') => {
			const before = more === undefined ? undefined : desk.snapshot().material?.text;
			const whole = before === undefined ? pasted : `${before}${more === 'later' ? '\n' : ''}${pasted}`;
			// Terminals make an Enter of each line break in a paste.
			const text = whole.replace(/\r\n?/g, '\n');
			layOut(desk, pasteMaterial(text, environment), sitting.snapshot().retro);
		},
		[desk, environment, sitting],
	);
	const intoLine = useCallback(() => putIntoLine(desk, sitting), [desk, sitting]);
	return {desk: state, change: desk.change, paste, read, intoLine};
}

function pasteMaterial(text: string, environment: AppEnvironment): Material {
	return {
		name: 'the paste',
		text,
		async read(answers, retro): Promise<PasteReading> {
			const {readPasted, plainLines} = await import('../../importers/read-pasted.ts');
			if (answers.at !== undefined) return {kind: 'gathered', gathered: plainLines(text, answers.at)};
			const {start} = retro.impact;
			return readPasted(text, {
				now: environment.now(),
				date: answers.date,
				zone: answers.zone,
				incidentDate: start === null ? (retro.date ?? undefined) : dateOf(start),
				zones: {...environment.zones, ...answers.zones},
			});
		},
	};
}

/** Reads what lies there, and leaves it alone where something else does by the time that it is read. */
async function readDesk(
	desk: ImportDesk,
	material: Material,
	answers: Answers,
	sitting: Sitting,
	say: (notice: string) => void,
): Promise<void> {
	const isCurrent = (): boolean => desk.snapshot().material === material && desk.snapshot().answers === answers;
	try {
		const read = await material.read(answers, sitting.snapshot().retro);
		if (!isCurrent()) return;
		if (read.kind === 'gathered') settle(desk, read.gathered);
		else if (material.text === undefined) desk.change({isOpen: false, isReading: false});
		else if (read.kind === 'too-long') {
			desk.change({isOpen: false, isReading: false});
			say('More than 10 MB: paste only the part that matters, or use retro import.');
		} else if (isSeveralLines(material.text)) {
			const {plainLines} = await import('../../importers/read-pasted.ts');
			desk.change({gathered: plainLines(material.text, undefined), areLines: true, isReading: false});
		} else putIntoLine(desk, sitting);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		if (!isCurrent()) return;
		desk.change({isOpen: desk.snapshot().gathered !== undefined, isReading: false});
		say(error.message);
	}
}

function settle(desk: ImportDesk, gathered: NonNullable<Desk['gathered']>): void {
	const {gathered: before, turned} = desk.snapshot();
	const carried = before === undefined ? turned : carriedOver(turned, before.rows, gathered.rows);
	desk.change({gathered, turned: carried, isReading: false});
}

function putIntoLine(desk: ImportDesk, sitting: Sitting): void {
	const {material} = desk.snapshot();
	desk.change({isOpen: false, isReading: false});
	const was = draftOf(sitting.snapshot().retro);
	const text = `${was}${cleanLine(material?.text ?? '').trim()}`;
	sitting.send({type: 'draft', place: 'timeline', text, was});
}

function draftOf(retro: Retro): string {
	return retro.drafts?.timeline ?? '';
}
