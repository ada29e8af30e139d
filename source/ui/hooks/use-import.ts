/** A paste or a file on its way into the timeline: reading it, answering what it leaves open, opening it again. */
import {useCallback, useEffect, useSyncExternalStore} from 'react';
import {isSeveralLines} from '../../importers/paste-shape.ts';
import {carriedOver} from '../../importers/pick-list.ts';
import {type Answers, noAnswers} from '../../importers/questions.ts';
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
	/** Opens the rows of a paste. */
	paste(text: string): void;
	/** Puts the rest of the paste that is open behind it, where a terminal hands it over in pieces. */
	pasteRest(text: string): void;
	/** Puts one more paste behind the one that is open, where both are of one kind; else it says what to do first. */
	pasteMore(text: string): void;
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
		(text: string) => layOut(desk, pasteMaterial(text, environment), sitting.snapshot().retro),
		[desk, environment, sitting],
	);
	const pasteRest = useCallback(
		(text: string) => paste(`${desk.snapshot().material?.text ?? ''}${text}`),
		[desk, paste],
	);
	const pasteMore = useCallback(
		(text: string) => {
			const whole = pasteMaterial(`${desk.snapshot().material?.text ?? ''}\n${text}`, environment);
			void goOnWith(desk, {whole, more: pasteMaterial(text, environment)}, sitting, say);
		},
		[desk, environment, sitting, say],
	);
	const intoLine = useCallback(() => putIntoLine(desk, sitting), [desk, sitting]);
	return {desk: state, change: desk.change, paste, pasteRest, pasteMore, read, intoLine};
}

function pasteMaterial(pasted: string, environment: AppEnvironment): Material {
	// Terminals make an Enter of each line break in a paste.
	const text = pasted.replace(/\r\n?/g, '\n');
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

/** Lays the whole of two pastes out with what was put in and out so far; what cannot be read together is left. */
async function goOnWith(
	desk: ImportDesk,
	{whole, more}: {whole: Material; more: Material},
	sitting: Sitting,
	say: (notice: string) => void,
): Promise<void> {
	const {material, answers, gathered, areLines} = desk.snapshot();
	const isRefused = gathered !== undefined && !areLines && !(await isOfOneKind(gathered, {whole, more}, sitting));
	if (desk.snapshot().material !== material) return;
	if (isRefused) say('That is of another kind. Add these rows or leave them with Esc, then paste it.');
	else desk.change({material: whole, answers: areLines ? noAnswers : answers, areLines: false, isReading: true});
}

async function isOfOneKind(
	before: NonNullable<Desk['gathered']>,
	{whole, more}: {whole: Material; more: Material},
	sitting: Sitting,
): Promise<boolean> {
	const {retro} = sitting.snapshot();
	const kinds = (read: PasteReading): string =>
		read.kind === 'gathered' ? read.gathered.sources.map(({name}) => name).join(' ') : read.kind;
	const was = kinds({kind: 'gathered', gathered: before});
	try {
		const alone = await more.read(noAnswers, retro);
		// A piece that says nothing of itself, such as a line without its day, may still go on from what is there.
		if (alone.kind === 'gathered' && kinds(alone) !== was) return false;
		const together = await whole.read(noAnswers, retro);
		return together.kind === 'too-long' || kinds(together) === was;
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return false;
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
