/** Takes tokens and mail addresses out of texts, by `data/import-masks.json`. */
import data from '../../data/import-masks.json' with {type: 'json'};

export type Masked = {readonly text: string; readonly tokens: number; readonly addresses: number};

const masks = data.masks.map(({kind, pattern, flags}) => ({kind, expression: new RegExp(pattern, flags)}));

/** Texts without any of these hold nothing to mask, which most do. */
const suspicious =
	/[@=]|bearer|basic|xox|gh[a-z]_|github_pat|glpat|AKIA|ASIA|k_(?:live|test)_|eyJ|slack\.com|pass|secret|key|token/i;

/** The text with `***` where a secret or an address stood. Masking twice changes nothing more. */
export function masked(text: string): Masked {
	if (!suspicious.test(text)) return {text, tokens: 0, addresses: 0};
	let [tokens, addresses] = [0, 0];
	let safe = text;
	for (const {kind, expression} of masks) {
		safe = safe.replace(expression, (_found, before: string) => {
			if (kind === 'token') tokens += 1;
			else addresses += 1;
			return `${before}***`;
		});
	}
	return {text: safe, tokens, addresses};
}

/** The part of a mail address before the @, as a name; any other text as it is. */
export function nameOf(person: string): string {
	return /^([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)*$/.exec(person.trim())?.[1] ?? person;
}
