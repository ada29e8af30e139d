/** Documents leave the app by the terminal's own clipboard. */

/** The sequence that asks a terminal to take text into its clipboard (OSC 52, xterm's control sequences). */
export function clipboardSequence(text: string): string {
	return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
