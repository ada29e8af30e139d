/**
 * Changes one place in the text of a package while it is bundled.
 *
 * @param {string} path for the message
 * @param {string} text
 * @param {string | RegExp} what
 * @param {(match: string) => string} by
 * @returns {string}
 * @throws {Error} when the text does not hold it, so that a new version of the package cannot slip through unchanged
 */
export function replaceOnce(path, text, what, by) {
	const changed = text.replace(what, by);
	if (changed === text) {
		throw new Error(`${path} does not hold ${what}, which the build replaces: look at what its new version does.`);
	}
	return changed;
}
