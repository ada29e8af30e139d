/** How many rows of an import are right, against the times that are truly in its file. */
import type {Candidate} from '../../source/importers/candidate.ts';
import type {TrueTime} from './true-times.ts';

export type RowsScore = {
	/** Times that are truly there. */
	readonly times: number;
	readonly rows: number;
	/** At the right instant, what the file does not tell being shown as assumed. */
	readonly right: number;
	readonly wrong: number;
	/** Times without a row. */
	readonly missed: number;
	readonly leftOut: number;
	/** Noise that would go into the timeline. */
	readonly noiseKept: number;
	/** What is no noise, has a text and is left out all the same. */
	readonly usefulLeftOut: number;
	/** Rows that say that something of their time is assumed. */
	readonly assumed: number;
	/** Kept at a wrong instant, or with something assumed, without saying so. */
	readonly silentlyWrong: number;
	readonly faults: readonly string[];
};

/** Each time is looked for among the rows at its instant that say its words, then among all that say them. */
export function scoreOfRows(rows: readonly Candidate[], truth: readonly TrueTime[]): RowsScore {
	const free = new Set(rows.filter(({at}) => at !== undefined));
	const faults: string[] = [];
	let [right, wrong, noiseKept, usefulLeftOut, silentlyWrong] = [0, 0, 0, 0, 0];
	const judge = (time: TrueTime, row: Candidate): void => {
		free.delete(row);
		const hits = isAt(row, time);
		const isSaid = time.lacks.every((one) => row.assumed.includes(one));
		if (hits && isSaid) right += 1;
		else {
			wrong += 1;
			faults.push(`wrong: ${row.at} (assumed: ${row.assumed.join(', ')}) for ${time.at}: ${row.text.slice(0, 60)}`);
		}
		if (row.keep && (hits ? !isSaid : row.assumed.length === 0)) silentlyWrong += 1;
		if (row.keep && time.isNoise) noiseKept += 1;
		if (!row.keep && !time.isNoise && row.text !== '' && row.reason !== 'there twice') {
			usefulLeftOut += 1;
			faults.push(`left out: ${row.reason}: ${row.text.slice(0, 60)}`);
		}
	};
	const matches: readonly ((row: Candidate, time: TrueTime) => boolean)[] = [
		(row, time) => isAt(row, time) && says(row, time),
		says,
		// A row without a text says nothing that could be compared.
		(row, time) => isAt(row, time) && row.text === '',
	];
	let open = truth;
	for (const isMatch of matches) {
		open = open.filter((time) => {
			const row = [...free].find((one) => isMatch(one, time));
			if (row !== undefined) judge(time, row);
			return row === undefined;
		});
	}
	for (const {at, words} of open) faults.push(`missed: ${at} ${words.slice(0, 60)}`);
	for (const row of free) {
		if (!row.keep) continue;
		wrong += 1;
		if (row.assumed.length === 0) silentlyWrong += 1;
		faults.push(`of no time in the file: ${row.at} ${row.text.slice(0, 60)}`);
	}
	const leftOut = rows.filter(({keep}) => !keep).length;
	const assumed = rows.filter(({keep, assumed: parts}) => keep && parts.length > 0).length;
	return {
		times: truth.length,
		rows: rows.length,
		right,
		wrong,
		missed: open.length,
		leftOut,
		noiseKept,
		usefulLeftOut,
		assumed,
		silentlyWrong,
		faults,
	};
}

function isAt({at}: Candidate, time: TrueTime): boolean {
	return at !== undefined && [...time.at].every((letter, index) => letter === '*' || letter === at[index]);
}

/** By the longest stretch of plain words. */
function says({text, who}: Candidate, {words}: TrueTime): boolean {
	const [longest = ''] = words
		.split(/[^\w ,.'-]+/)
		.map(lettersOf)
		.sort((a, b) => b.length - a.length);
	const said = lettersOf(`${who} ${text}`);
	return text !== '' && said.includes(longest.slice(0, 40));
}

function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
