/** What the app is given from outside, injected so that tests decide what time it is. */
import {createContext, useContext} from 'react';
import type {Linter} from '../../lint/linter.ts';
import type {ZoneSettlement} from '../../time/context.ts';
import {type CalendarDate, dateOf, type Instant} from '../../time/instant.ts';

export type AppEnvironment = {
	now(): Instant;
	/** A new id for an item, letters and digits. */
	newId(): string;
	/** Abbreviations of zones that the team has settled, to IANA names. */
	readonly zones: Readonly<Record<string, string>>;
	/** Whether people in imports are named by their roles, as far as the participants say them. */
	readonly mentions?: 'names' | 'roles' | undefined;
	/**
	 * Hands a text to $VISUAL or $EDITOR, and what was saved to `take`, at once, since it may be the last that the app
	 * does. Resolves to false where there is nothing to take: none could be started, or it failed.
	 */
	editText(text: string, take: (edited: string) => void): Promise<boolean>;
	/** Puts text into the clipboard of the person's own terminal (OSC 52). */
	copy(text: string): void;
	/** Writes a document. Throws a `Problem` where it cannot, and where a file is there that `replace` does not allow to lose. */
	writeDocument(path: string, text: string, replace: boolean): Promise<void>;
	/**
	 * Allows words for the whole team, from now on. Resolves to a linter that knows it and to the file it was written to;
	 * rejects with a `Problem` where it cannot be written.
	 */
	allowWords(words: string): Promise<{readonly linter: Linter; readonly file: string}>;
	/**
	 * Settles an abbreviation for the whole team, in this sitting too. Resolves to the file it was written to; rejects
	 * with a `Problem` where it cannot be written.
	 */
	settleZone(settlement: ZoneSettlement): Promise<string>;
	/** A template's text, by name or path. Throws a `Problem` where there is none. */
	loadTemplate(name: string): Promise<string>;
	/** The template that is used where a retro names none, by name or path. */
	readonly template: string;
	readonly templates: readonly {readonly name: string; readonly about: string}[];
};

export const EnvironmentContext = createContext<AppEnvironment | undefined>(undefined);

/** The environment; throws outside an app, which is a bug. */
export function useEnvironment(): AppEnvironment {
	const environment = useContext(EnvironmentContext);
	if (environment === undefined) throw new Error('useEnvironment needs an EnvironmentContext around it');
	return environment;
}

/** Today's date in UTC, when it is asked. */
export function today(environment: Pick<AppEnvironment, 'now'>): CalendarDate {
	return dateOf(environment.now());
}
