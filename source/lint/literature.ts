/** What the rules rest on: the literature on failure in complex systems, on judgement, and on writing times. */
import literature from '../../data/lint/literature.json' with {type: 'json'};
import type {Category} from './finding.ts';

type Source = {
	readonly authors: string;
	/** Absent where the text is kept up to date. */
	readonly year?: number;
	readonly title: string;
	/** Journal, volume and pages, or edition and publisher. */
	readonly in: string;
	readonly url?: string;
};

export type Citation = Source & {
	/** What of it matters here, in our words. */
	readonly says: string;
};

const sources: Readonly<Record<string, Source>> = literature.sources;

/** One to three sources that the rules of a category rest on. Throws where the data names a source that it lacks. */
export function literatureOf(category: Category): Citation[] {
	return literature.categories[category].map(({source: key, says}) => {
		const source = sources[key];
		if (source === undefined) throw new Error(`the literature has no source ${key}`);
		return {...source, says};
	});
}
