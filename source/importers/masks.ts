/** Takes tokens and mail addresses out of texts, by `data/import-masks.json`. */
import data from '../../data/import-masks.json' with {type: 'json'};

export type Masked = {readonly text: string; readonly tokens: number; readonly addresses: number};

type Mask = {
	readonly kind: string;
	readonly needs?: readonly string[];
	readonly pattern: string;
	readonly flags: string;
};

const masks = (data.masks as readonly Mask[]).map(({kind, needs = [''], pattern, flags}) => ({
	isToken: kind === 'token',
	needs,
	expression: new RegExp(pattern, flags),
}));

/** The text with `***` where a secret or an address stood. Masking twice changes nothing more. */
export function masked(text: string): Masked {
	let [tokens, addresses] = [0, 0];
	let safe = text;
	for (const {isToken, needs, expression} of masks) {
		if (!holds(safe, needs)) continue;
		safe = safe.replace(expression, (_found, before: string) => {
			if (isToken) tokens += 1;
			else addresses += 1;
			return `${before}***`;
		});
	}
	return {text: safe, tokens, addresses};
}

function holds(text: string, needs: readonly string[]): boolean {
	for (const part of needs) if (text.includes(part)) return true;
	return false;
}

/** The part of a mail address before the @, as a name; any other text as it is. */
export function nameOf(person: string): string {
	return /^([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)*$/.exec(person.trim())?.[1] ?? person;
}
