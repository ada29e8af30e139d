/**
 * When documents are judged: as soon as a burst of changes is over, and once more when nobody has typed for a while,
 * since the word that is being typed is not judged before.
 */
import type {Finding} from '../lint/finding.ts';
import type {Linter} from '../lint/linter.ts';
import type {OpenDocument} from './open-document.ts';

export type Judged = {
	/** Of the document. */
	readonly version: number;
	readonly findings: readonly Finding[];
	/** Another one for each other answer. */
	readonly id: string;
};

/** What is new since the document was judged before. */
export type News = {readonly version: boolean; readonly findings: boolean};

export type Judging = {
	/** The document was opened or changed, and is judged soon. */
	changed(uri: string): void;
	/** Nobody is typing in the document: every word is judged, at once. */
	rested(uri: string): Promise<void>;
	/** The document was closed. */
	closed(uri: string): void;
	/** The findings in the document as it is now and by the linter that holds now; undefined where it is not open. */
	now(uri: string): Promise<Judged | undefined>;
	/** The same, when the burst of changes is over. */
	settled(uri: string): Promise<Judged | undefined>;
	/** Lets go of everything that would still happen. */
	stop(): void;
};

type State = {
	judged: Judged | undefined;
	/** What it was judged by. */
	linter: Linter | undefined;
	/** Whether something has changed since. */
	due: boolean;
	/** When the first change came that is not judged yet, in ms. */
	dueSince: number;
	/** What the last judging took, in ms. */
	cost: number;
	/** Whether the typing has ceased, so that every word counts. */
	atRest: boolean;
	/** The next judging. */
	soon: NodeJS.Timeout | undefined;
	/** The end of typing. */
	rest: NodeJS.Timeout | undefined;
	/** Those who asked for the next judgement. */
	waiting: ((judged: Judged | undefined) => void)[];
};

/** How long nobody has typed when every word is judged, in ms. */
const restAfter = 1500;

/**
 * @param find the document as it is now, or undefined where it is not open
 * @param linterFor the linter that holds for it now
 * @param onJudged is called whenever a document has been judged
 */
export function createJudging(
	find: (uri: string) => OpenDocument | undefined,
	linterFor: (document: OpenDocument) => Promise<Linter>,
	onJudged: (document: OpenDocument, judged: Judged, news: News) => void,
): Judging {
	const states = new Map<string, State>();
	let count = 0;

	const judge = async (uri: string): Promise<Judged | undefined> => {
		const asked = find(uri);
		const linter = asked === undefined ? undefined : await linterFor(asked);
		// It may have been changed, judged or closed meanwhile.
		const document = find(uri);
		const state = states.get(uri);
		if (linter === undefined || document === undefined || state === undefined) return undefined;
		const {judged: before} = state;
		if (!state.due && state.linter === linter) return before;
		const judged = lintInto(state, document, linter);
		onJudged(document, judged, {
			version: judged.version !== before?.version,
			findings: judged.findings !== before?.findings,
		});
		for (const resolve of state.waiting.splice(0)) resolve(judged);
		return judged;
	};

	const lintInto = (state: State, {text, typingAt}: OpenDocument, linter: Linter): Judged => {
		const {judged: before, atRest} = state;
		const startedAt = performance.now();
		const caret = atRest || typingAt === undefined ? {} : {typingAt};
		const found = linter.lint(text.getText(), {format: 'document', ...caret});
		const findings = before !== undefined && isSame(before.findings, found) ? before.findings : found;
		const isAsBefore = before?.version === text.version && before.findings === findings;
		const judged = isAsBefore ? before : {version: text.version, findings, id: String(++count)};
		clearTimeout(state.soon);
		clearTimeout(state.rest);
		if ('typingAt' in caret) state.rest = setTimeout(() => void rested(text.uri), restAfter);
		Object.assign(state, {judged, linter, due: false, cost: performance.now() - startedAt});
		return judged;
	};

	const rested = async (uri: string): Promise<void> => {
		const state = states.get(uri);
		if (state === undefined || state.atRest) return;
		state.atRest = true;
		state.due = true;
		await judge(uri);
	};

	return {
		changed(uri) {
			const state = states.get(uri) ?? newState();
			states.set(uri, state);
			if (!state.due) state.dueSince = performance.now();
			state.due = true;
			state.atRest = false;
			clearTimeout(state.rest);
			clearTimeout(state.soon);
			state.soon = setTimeout(() => void judge(uri), delayOf(state));
		},
		rested,
		closed(uri) {
			const state = states.get(uri);
			states.delete(uri);
			if (state !== undefined) forget(state);
		},
		now: judge,
		async settled(uri) {
			const state = states.get(uri);
			if (state === undefined || !state.due) return state?.judged;
			return new Promise((resolve) => state.waiting.push(resolve));
		},
		stop() {
			for (const state of states.values()) forget(state);
			states.clear();
		},
	};
}

function newState(): State {
	return {
		judged: undefined,
		linter: undefined,
		due: false,
		dueSince: 0,
		cost: 0,
		atRest: false,
		soon: undefined,
		rest: undefined,
		waiting: [],
	};
}

function forget({soon, rest, waiting}: State): void {
	clearTimeout(soon);
	clearTimeout(rest);
	for (const resolve of waiting) resolve(undefined);
}

function isSame(one: readonly Finding[], other: readonly Finding[]): boolean {
	return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}

/**
 * How many ms to wait for the next change before judging: less than anybody notices, more where judging takes its
 * time. Whoever types without a pause sees something too, and a document that was just opened is judged at once.
 */
function delayOf({judged, dueSince, cost}: State): number {
	if (judged === undefined) return 0;
	const quiet = Math.max(120, cost);
	const longest = Math.max(600, 4 * cost);
	return Math.max(0, Math.min(quiet, longest - (performance.now() - dueSince)));
}
