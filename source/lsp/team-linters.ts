/** The linter of each directory, with the settings that hold there. */
import type {LintConfiguration} from '../lint/configuration.ts';
import {createLinter, type Linter} from '../lint/linter.ts';
import {Problem} from '../problem.ts';
import {cleanLine} from '../text/clean.ts';

export type TeamLinters = {
	/** The linter for documents of a directory, with its settings as they were last read. */
	of(directory: string): Promise<Linter>;
	/** Reads the settings again: those of a directory, or of all that are known. */
	reread(directory?: string): Promise<void>;
};

type Entry = {readonly key: string; readonly linter: Linter};

/**
 * @param settingsFor the settings that hold in a directory; rejects where they cannot be read, and then the lint goes
 * on without any
 * @param tell says what is wrong with the settings: once, and again only when they were right in between
 */
export function createTeamLinters(
	settingsFor: (directory: string) => Promise<LintConfiguration>,
	tell: (message: string) => void,
): TeamLinters {
	const known = new Map<string, Entry>();
	const told = new Map<string, string>();

	const settingsOrNone = async (directory: string): Promise<LintConfiguration> => {
		try {
			const settings = await settingsFor(directory);
			told.delete(directory);
			return settings;
		} catch (error) {
			const message = messageOf(error);
			const isNews = ![...told.values()].includes(message);
			told.set(directory, message);
			if (isNews) tell(message);
			return {};
		}
	};

	/** Directories with the same settings share a linter, and one whose settings did not change keeps its own. */
	const read = async (directory: string): Promise<Linter> => {
		const settings = await settingsOrNone(directory);
		const key = JSON.stringify(settings);
		const same = [...known.values()].find((entry) => entry.key === key);
		const entry = same ?? {key, linter: createLinter(settings)};
		known.set(directory, entry);
		return entry.linter;
	};

	let reading = Promise.resolve();
	return {
		of: async (directory) => known.get(directory)?.linter ?? read(directory),
		reread(directory) {
			// One after another, so that what was read last is what holds.
			reading = reading.then(async () => {
				for (const each of directory === undefined ? [...known.keys()] : [directory]) await read(each);
			});
			return reading;
		},
	};
}

function messageOf(error: unknown): string {
	const {message, hint = ''} =
		error instanceof Problem ? error : new Problem(`The configuration cannot be read: ${String(error)}`);
	return cleanLine(`${message}. ${hint} Until then, retro goes by its own settings.`.replaceAll(/ {2,}/g, ' '));
}
