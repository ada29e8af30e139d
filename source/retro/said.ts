/** Whether a text says something, and whether it says how much: what the guide's demands are held against. */

/** Words that stand for a text which is still to come. */
const placeholder =
	/^[\p{P}\s]*(?:t\.?b\.?[dca]|to ?do|fixme|wip|xxx+|to be (?:determined|defined|done|confirmed|written))[\p{P}\s]*$/iu;

/** Whether the text says anything: more than blanks, punctuation, or a `TBD` that stands for what is to come. */
export function isSaid(text: string): boolean {
	return /[^\p{P}\s]/u.test(text) && !(text.length < 40 && placeholder.test(text));
}

/**
 * Whether the text gives a quantity: a number, a share or a number word, or says that it is all, none or
 * unknown. Digits in names, versions, times of day, dates and status codes are none: `v2`, `us-east-1`,
 * `HTTP 500`, `5xx`, `10:05`.
 */
export function isQuantified(text: string): boolean {
	if (quantityWords.test(text)) return true;
	const tokens = text.split(/[\s()[\]]+/);
	return tokens.some((token, index) => numberShape.test(token) && !numbered.test(tokens[index - 1] ?? ''));
}

const quantityWords =
	/\b(?:none|nobody|nothing|zero|nil|every|every(?:one|body)|entire|whole|half|halved|a single|both|all|n\/?a|not (?:applicable|affected|impacted|known|measured)|unknown|unaffected|unmeasured|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?|tenths?))\b|\b(?:no|one)\b(?!(?:[ -](?:idea|longer|numbers?|figures?|estimates?|information|way|yet)\b))/i;

/** What a number behind it is the name of and not a count: `HTTP 500`, `version 2`, `SEV 2`. */
const numbered =
	/^(?:https?|status|codes?|errors?|sev|severity|versions?|releases?|regions?|zones?|tiers?|phases?|steps?|shards?|clusters?|nodes?|ports?|issues?|tickets?|python|node|ruby|java|postgres|mysql|kubernetes)$/i;

/** A number with its sign, its currency, its range and its unit: `~4,100`, `$12k`, `10-15%`, `3/7`, `40min`. */
const numberShape =
	/^[~≈<>≤≥±+\-–"']*(?:[A-Z]{0,3}\p{Sc}|USD|EUR|GBP|CHF|JPY|INR|AUD|CAD|SEK|NOK|DKK)?\p{Nd}[\p{Nd},'’_]*(?:\.\p{Nd}+)?(?:[-–—/]\p{Sc}?\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?)?(?:%|‰|k|m|mn|mio|bn|b|[kmgt]i?b|ms|s|sec|min|mins|h|hrs?|d|x|\p{Sc})?\+?["'.,;:!?]*$/iu;
