/** Every colour and glyph by what it means, with its form without colour and without Unicode. */
import {createContext, useContext} from 'react';
import {hasUnicode} from './unicode.ts';

/** Text attributes as Ink's `Text` takes them. */
export type Look = {
	readonly color?: string;
	readonly backgroundColor?: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly dimColor?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
};

/**
 * Colours that can be read on dark and light backgrounds alike: no grey of its own, and yellow only
 * behind black.
 */
export const looks = {
	title: {bold: true},
	/** Where the eye should go: the focused field's mark, the current step. */
	focus: {color: 'magenta', bold: true},
	/** What is done. */
	done: {color: 'green'},
	/** What can be passed over: hints, numbers, rules. */
	quiet: {dimColor: true},
	/** The badge before a warning. */
	warning: {color: 'black', backgroundColor: 'yellow'},
	/** The line behind the badge. */
	warningText: {bold: true},
	/** Words that a finding is about. */
	found: {underline: true},
	emphasis: {italic: true},
	failure: {color: 'red', bold: true},
	key: {bold: true},
	phase: {color: 'green'},
	selected: {bold: true},
	plain: {},
} as const satisfies Readonly<Record<string, Look>>;

export type Glyphs = {
	readonly pointer: string;
	readonly complete: string;
	readonly begun: string;
	readonly empty: string;
	readonly current: string;
	readonly phase: string;
	/** Behind an entry that carries evidence. */
	readonly evidence: string;
	readonly warning: string;
	readonly blocker: string;
	readonly rule: string;
	readonly silence: string;
	readonly separator: string;
	readonly ellipsis: string;
	readonly bullet: string;
	readonly branch: string;
	readonly more: {readonly up: string; readonly down: string};
	readonly border: 'single' | 'classic';
};

const unicodeGlyphs: Glyphs = {
	pointer: '❯',
	complete: '✓',
	begun: '◐',
	empty: '○',
	current: '◉',
	phase: '◆',
	evidence: '↗',
	warning: '⚠',
	blocker: '✗',
	rule: '─',
	silence: '┄',
	separator: '·',
	ellipsis: '…',
	bullet: '•',
	branch: '└',
	more: {up: '↑', down: '↓'},
	border: 'single',
};

const asciiGlyphs: Glyphs = {
	pointer: '>',
	complete: '+',
	begun: '~',
	empty: '-',
	current: '*',
	phase: '*',
	evidence: '^',
	warning: '!',
	blocker: 'x',
	rule: '-',
	silence: '.',
	separator: '|',
	ellipsis: '...',
	bullet: '*',
	branch: '`',
	more: {up: '^', down: 'v'},
	border: 'classic',
};

const asciiSigns: Readonly<Record<string, string>> = {
	'…': '...',
	'·': '|',
	'“': '"',
	'”': '"',
	'’': "'",
	'–': '-',
	'—': '-',
};

/** A text with the signs that our own sentences use made plain where the terminal has no Unicode. */
export function drawable(text: string, glyphs: Glyphs): string {
	return glyphs === unicodeGlyphs ? text : text.replaceAll(/[…·“”’–—]/g, (sign) => asciiSigns[sign] ?? sign);
}

/** Whether more than plain characters may be drawn. */
export function hasUnicodeGlyphs({glyphs}: Pick<Theme, 'glyphs'>): boolean {
	return glyphs === unicodeGlyphs;
}

export type Theme = {
	readonly glyphs: Glyphs;
	/** False where nothing but plain characters may be drawn; findings are then marked in the margin. */
	readonly styled: boolean;
};

export type TerminalEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The theme for a terminal. Without colour by NO_COLOR, TERM=dumb or FORCE_COLOR=0, the last of which
 * wins when it asks for colour; without Unicode where TERM or the locale says that it cannot be shown.
 */
export function themeFor(env: TerminalEnvironment): Theme {
	return {glyphs: hasUnicode(env) ? unicodeGlyphs : asciiGlyphs, styled: hasStyles(env)};
}

/** Whether colour and other attributes may be written, by https://no-color.org and the usual FORCE_COLOR. */
export function hasStyles(env: TerminalEnvironment): boolean {
	const forced = env.FORCE_COLOR;
	if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
	return (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

export const ThemeContext = createContext<Theme>({glyphs: unicodeGlyphs, styled: true});

/** The theme of this terminal; it never changes while the app runs. */
export function useTheme(): Theme {
	return useContext(ThemeContext);
}
