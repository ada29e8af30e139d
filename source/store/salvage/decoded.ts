/** The text of a record's file whose bytes are not what they should be. */

export type Decoded = {
	readonly text: string;
	/** What had to be done to read it, each to go on after "read although ": `it is UTF-16`. */
	readonly oddities: readonly string[];
};

/** Decodes what can be decoded: UTF-8 with or without a mark, UTF-16 by its mark or its zero bytes, else byte by byte. */
export function decodedRecord(bytes: Uint8Array): Decoded {
	const wide = wideEncoding(bytes);
	if (wide !== undefined) return {text: new TextDecoder(wide).decode(bytes), oddities: ['it is UTF-16']};
	const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const end = lastOf(bytes);
	const whole = bytes.subarray(0, end);
	const oddities = [
		...(marked ? ['it begins with a byte order mark'] : []),
		...(end < bytes.length ? ['it ends in zero bytes'] : []),
	];
	try {
		return {text: new TextDecoder('utf-8', {fatal: true}).decode(whole), oddities};
	} catch {
		// What older editors of the West write; it has a letter for nearly each byte, so that no word goes.
		return {text: new TextDecoder('windows-1252').decode(whole), oddities: [...oddities, 'it is not UTF-8']};
	}
}

/** By the byte order mark, or by the zero bytes that ASCII has in UTF-16. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const [first, second, third, fourth] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
	if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
	return undefined;
}

/** Where the bytes end that are not a tail of zeros, as a power failure leaves them. */
function lastOf(bytes: Uint8Array): number {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === 0) end--;
	return end;
}
