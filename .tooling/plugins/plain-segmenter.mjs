/**
 * Stands in for `Intl.Segmenter` in the bundle: it cuts plain text by itself and asks the real one, built then, for
 * everything else.
 */

/**
 * Text in which each UTF-16 unit is a grapheme: letters up to U+02FF, punctuation, arrows, box drawing, symbols. None of
 * these joins its neighbour by the rules of UAX #29, except CR before LF, and so CR is not among them.
 */
const plainText = /^[\0-\x0c\x0e-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*$/;

// Taken apart, since the build writes this class in place of the two words together.
const {Segmenter: FullSegmenter} = Intl;

export class PlainSegmenter {
	/** @type {Intl.Segmenter | undefined} */
	#full;
	#locales;
	#options;

	/**
	 * @param {Intl.LocalesArgument} [locales]
	 * @param {Intl.SegmenterOptions} [options]
	 */
	constructor(locales, options) {
		this.#locales = locales;
		this.#options = options;
	}

	/**
	 * @param {string} input
	 * @returns {Intl.Segments}
	 */
	segment(input) {
		if ((this.#options?.granularity ?? 'grapheme') === 'grapheme' && plainText.test(input)) {
			return plainSegments(input);
		}
		this.#full ??= new FullSegmenter(this.#locales, this.#options);
		return this.#full.segment(input);
	}

	/** @returns {Intl.ResolvedSegmenterOptions} */
	resolvedOptions() {
		this.#full ??= new FullSegmenter(this.#locales, this.#options);
		return this.#full.resolvedOptions();
	}
}

/**
 * @param {string} input
 * @returns {Intl.Segments}
 */
function plainSegments(input) {
	/** @param {number} index */
	const at = (index) => ({segment: input.charAt(index), index, input});
	return /** @type {Intl.Segments} */ ({
		containing: (index = 0) => (index >= 0 && index < input.length ? at(index) : undefined),
		*[Symbol.iterator]() {
			for (let index = 0; index < input.length; index++) {
				yield at(index);
			}
		},
	});
}
