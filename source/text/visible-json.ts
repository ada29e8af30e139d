/** JSON that can be looked at in a terminal. */

/**
 * The same JSON with every character in it escaped that a terminal obeys or that turns or hides what is read: JSON
 * itself escapes the control characters below the space only. It says the same to whoever parses it.
 */
export function visibleJson(json: string): string {
	return json.replaceAll(unseen, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** DEL and C1 controls, line and paragraph separators, bidirectional marks, embeddings, overrides and isolates, the byte order mark. */
const unseen = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;
