/**
 * What is being imported into the timeline of a sitting: it lies beside the screens, so that a paste outlives leaving
 * the step, and can be opened again.
 */
import {anyTime, type TimeWindow, type Turned, windowOfImpact} from '../importers/pick-list.ts';
import {type Answers, noAnswers} from '../importers/questions.ts';
import type {PasteReading} from '../importers/read-pasted.ts';
import type {Gathered} from '../importers/summary.ts';
import type {Retro} from '../retro/record.ts';
import type {Sitting} from './sitting.ts';

/** Where rows come from. */
export type Material = {
	/** As it is called in a sentence: `the paste`, `“export.zip”`. */
	readonly name: string;
	/** What was pasted; undefined for a file. */
	readonly text: string | undefined;
	/** What was answered before it was shown. */
	readonly answers?: Answers;
	/** Reads it by what has been answered, beside what the retro says. Rejects with a `Problem`. */
	read(answers: Answers, retro: Retro): Promise<PasteReading>;
};

export type Desk = {
	/** The newest, open or not; undefined before the first. */
	readonly material: Material | undefined;
	readonly isOpen: boolean;
	readonly isReading: boolean;
	/** Undefined until it has been read. */
	readonly gathered: Gathered | undefined;
	/** Whether they are plain lines without any times. */
	readonly areLines: boolean;
	readonly answers: Answers;
	readonly turned: Turned;
	readonly window: TimeWindow;
	readonly filter: string;
	/** The place of the pointer in the rows that are shown; at the first that is in, until it is moved. */
	readonly at: number | undefined;
	/** What the keys go to: a question about times, the filter, the window, whether guesses may stand, or the rows. */
	readonly mode: 'ask' | 'filter' | 'window' | 'sure' | 'rows';
};

export type ImportDesk = {
	/** The same object until something changes. */
	snapshot(): Desk;
	subscribe(listener: () => void): () => void;
	change(parts: Partial<Desk>): void;
};

const emptyDesk: Desk = {
	material: undefined,
	isOpen: false,
	isReading: false,
	gathered: undefined,
	areLines: false,
	answers: noAnswers,
	turned: new Map(),
	window: anyTime,
	filter: '',
	at: undefined,
	mode: 'ask',
};

const desks = new WeakMap<Sitting, ImportDesk>();

/** The desk of a sitting, the same one as long as it lasts. */
export function importDeskOf(sitting: Sitting): ImportDesk {
	const desk = desks.get(sitting) ?? createDesk();
	desks.set(sitting, desk);
	return desk;
}

/** Puts something new on the desk, to be read; the window begins around the impact. */
export function layOut(desk: ImportDesk, material: Material, retro: Retro): void {
	const answers = material.answers ?? noAnswers;
	desk.change({...emptyDesk, material, isOpen: true, isReading: true, answers, window: windowOfImpact(retro)});
}

function createDesk(): ImportDesk {
	let desk = emptyDesk;
	const listeners = new Set<() => void>();
	return {
		snapshot: () => desk,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		change(parts) {
			desk = {...desk, ...parts};
			for (const listener of listeners) listener();
		},
	};
}
