/** The sets that are measured, and how each of them is read. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Labelled, readSet} from './labelled.ts';

export type MeasuredSet = {
	readonly name: string;
	/** What of a text is judged. */
	readonly about: 'wording' | 'times';
	/** Of a counted set nobody sees what was wrong, so that nothing is tuned to it. */
	readonly counted: boolean;
	readonly texts: readonly Labelled[];
};

/** Ours, and those of the corpus where it lies beside the project. */
export function allSets(root: string, corpus: string): MeasuredSet[] {
	const ours = (name: string): Labelled[] => readSet(join(root, 'test', 'lint', 'labelled', `${name}.jsonl`));
	const sets: MeasuredSet[] = [
		{name: 'wording, tuned to', about: 'wording', counted: false, texts: ours('wording-tuned')},
		{name: 'wording, only counted', about: 'wording', counted: true, texts: ours('wording-counted')},
		{name: 'wording, hidden blame, only counted', about: 'wording', counted: true, texts: ours('wording-counted-hard')},
		{name: 'times, tuned to', about: 'times', counted: false, texts: ours('times-tuned')},
		{name: 'times, only counted', about: 'times', counted: true, texts: ours('times-counted')},
		{name: 'corpus, wording-dev', about: 'wording', counted: false, texts: developmentSet(corpus)},
		{name: 'corpus, wording-labels', about: 'wording', counted: false, texts: handLabels(corpus)},
	];
	return sets.filter(({texts}) => texts.length > 0);
}

function developmentSet(corpus: string): Labelled[] {
	return readSet(join(corpus, 'wording-dev.jsonl')).map((text) => ({
		...text,
		kind: (text as Labelled & {category: string}).category,
	}));
}

/** The sentences of real documents that were labelled by hand; what is worth a nudge may be flagged or not. */
function handLabels(corpus: string): Labelled[] {
	const path = join(corpus, 'wording-labels.tsv');
	if (!existsSync(path)) return [];
	const [, ...rows] = readFileSync(path, 'utf8').split('\n');
	return rows.flatMap((row): Labelled[] => {
		const [label, kind = '', , , , text = ''] = row.split('\t').map(unquoted);
		if (label !== 'BLAME' && label !== 'OK') return [];
		return [{label: label === 'BLAME' ? 'blameful' : 'innocent', kind, text}];
	});
}

function unquoted(cell: string): string {
	return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
