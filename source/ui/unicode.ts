/** Whether a terminal can show more than plain characters; for screens and commands alike. */

/** Not where TERM or the locale says that it cannot: the Linux console, a dumb terminal, the C locale. */
export function hasUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
	if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
	return !/^(?:C|POSIX)$/.test(locale);
}
