/** How well something tells labelled texts apart. */
import type {Labelled} from './labelled.ts';

export type KindScore = {readonly kind: string; readonly total: number; readonly wrong: readonly Labelled[]};

export type Score = {
	readonly total: number;
	/** The share of what it flags that is labelled so; NaN where it flags nothing. */
	readonly precision: number;
	/** The share of what is labelled that it flags; NaN where nothing is labelled. */
	readonly recall: number;
	/** What it misses, by kind, the worst first. */
	readonly missed: readonly KindScore[];
	/** The innocent that it flags, by kind, the worst first. */
	readonly falseAlarms: readonly KindScore[];
};

/** @param isFlagged asked once for each text */
export function scoreOf(texts: readonly Labelled[], isFlagged: (text: Labelled) => boolean): Score {
	const judged = texts.map((text) => ({text, flagged: isFlagged(text)}));
	const bad = judged.filter(({text}) => text.label !== 'innocent');
	const innocent = judged.filter(({text}) => text.label === 'innocent');
	const hits = bad.filter(({flagged}) => flagged).length;
	const alarms = innocent.filter(({flagged}) => flagged).length;
	return {
		total: texts.length,
		precision: hits / (hits + alarms),
		recall: hits / bad.length,
		missed: byKind(bad.map(({text, flagged}) => ({text, isWrong: !flagged}))),
		falseAlarms: byKind(innocent.map(({text, flagged}) => ({text, isWrong: flagged}))),
	};
}

function byKind(judged: readonly {text: Labelled; isWrong: boolean}[]): KindScore[] {
	const kinds = [...new Set(judged.map(({text}) => text.kind))];
	return kinds
		.map((kind) => {
			const rows = judged.filter(({text}) => text.kind === kind);
			return {kind, total: rows.length, wrong: rows.filter(({isWrong}) => isWrong).map(({text}) => text)};
		})
		.toSorted((a, b) => b.wrong.length / b.total - a.wrong.length / a.total);
}
