/** Whether reading a text of JSON and writing it again would change anything in it without a word. */

/**
 * Why a value is not all that its text says, to go on after "it cannot be read: "; undefined when it is. JSON.parse
 * rounds numbers that have more digits than it can hold and forgets all but the last of several fields of one name.
 *
 * @param text valid JSON
 * @param value what JSON.parse made of it
 */
export function inexactness(text: string, value: unknown): string | undefined {
	let names = 0;
	for (const [token, name] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*/g)) {
		if (name !== undefined) names++;
		else if (!token.startsWith('"') && !isExact(token))
			return `it holds a number that cannot be kept exactly: ${shortened(token)}`;
	}
	try {
		return names === countNames(value, 0) ? undefined : 'it holds two fields of the same name';
	} catch (error) {
		if (error instanceof RangeError) return 'it is nested too deeply';
		throw error;
	}
}

/** Whether a number that is written so is the one that JavaScript makes of it. */
export function isExact(number: string): boolean {
	// Up to 15 digits come through unchanged, and that is what nearly all are.
	if (/^-?\d{1,15}$/.test(number)) return true;
	return decimal(number) === decimal(String(Number(number)));
}

/** A number as its digits and the power of ten that they are multiplied with, the same for every way of writing it. */
function decimal(number: string): string {
	const [, sign = '', whole = '', fraction = '', exponent = '0'] =
		/^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
	if (whole === '') return number;
	const digits = (whole + fraction).replace(/^0+/, '');
	const short = digits.replace(/0+$/, '');
	return short === ''
		? `${sign}0`
		: `${sign}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}

/** As deep as a value may be nested: what goes through it level by level has an end of its stack. */
export const deepest = 500;

/** Throws a `RangeError` where the value is nested too deeply. */
function countNames(value: unknown, depth: number): number {
	if (typeof value !== 'object' || value === null) return 0;
	if (depth > deepest) throw new RangeError('nested too deeply');
	if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + countNames(part, depth + 1), 0);
	return Object.values(value).reduce((sum: number, part) => sum + 1 + countNames(part, depth + 1), 0);
}

function shortened(number: string): string {
	return number.length > 24 ? `${number.slice(0, 24)}…` : number;
}
