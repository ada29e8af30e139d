/** The terminal lent to an editor, while the app goes on behind it and can be told to end. */

import {editExternally} from './external-editor.ts';
import type {AppEnvironment} from './hooks/use-environment.ts';

export type EditorSessions = {
	/** Runs the editor; see `AppEnvironment`. The screen must have been given up before. */
	readonly run: AppEnvironment['editText'];
	isRunning(): boolean;
	/** Tells an editor that runs to end, and resolves when what it saved is taken, or when it does not listen. */
	end(): Promise<void>;
};

/** @param stdin the terminal's keys, which are not read meanwhile */
export function editorSessions(
	env: Readonly<Record<string, string | undefined>>,
	stdin: Pick<NodeJS.ReadStream, 'pause'>,
): EditorSessions {
	let session: {readonly end: AbortController; readonly done: Promise<boolean>} | undefined;

	async function edit(text: string, take: (edited: string) => void, end: AbortSignal): Promise<boolean> {
		// Until the screen has let go of the keys, a pause is not heard.
		await new Promise(setImmediate);
		stdin.pause();
		const edited = await editExternally(text, {env, end});
		if (edited !== undefined) take(edited);
		return edited !== undefined;
	}

	return {
		isRunning: () => session !== undefined,
		async run(text, take) {
			const end = new AbortController();
			const done = edit(text, take, end.signal);
			session = {end, done};
			try {
				return await done;
			} finally {
				session = undefined;
			}
		},
		async end() {
			if (session === undefined) return;
			session.end.abort();
			await session.done.catch(() => undefined);
			// The screen comes back before anything else.
			await new Promise(setImmediate);
		},
	};
}
