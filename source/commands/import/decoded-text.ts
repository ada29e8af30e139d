/** The text of bytes from anywhere: UTF-8, or UTF-16 with its mark. */
import {StringDecoder} from 'node:string_decoder';
import {Problem} from '../../problem.ts';

/**
 * Text in chunks, without a byte order mark. Bytes that are no UTF-8 become U+FFFD: a log with a few of them is a
 * log all the same. Throws a `Problem` for what is no text at all.
 * @param name as it stands in a message
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
	let decoder: Decoder | undefined;
	for await (const chunk of bytes) {
		if (chunk.byteLength === 0) continue;
		decoder ??= decoderFor(chunk, name);
		const text = decoder.decode(chunk);
		if (text !== '') yield text;
	}
	const rest = decoder?.end() ?? '';
	if (rest !== '') yield rest;
}

type Decoder = {
	decode(chunk: Uint8Array): string;
	/** What the last chunk began and did not end. */
	end(): string;
};

function decoderFor(head: Uint8Array, name: string): Decoder {
	if (head[0] === 0xff && head[1] === 0xfe) return utf16('utf-16le');
	if (head[0] === 0xfe && head[1] === 0xff) return utf16('utf-16be');
	if (head.subarray(0, 4096).includes(0)) throw new Problem(`What is in ${name} is no text`, 'Nothing was changed.');
	return utf8();
}

function utf16(encoding: string): Decoder {
	const decoder = new TextDecoder(encoding);
	return {decode: (chunk) => decoder.decode(chunk, {stream: true}), end: () => decoder.decode()};
}

/** The same text as TextDecoder gives of a stream, which in Node 20 takes it more than twice as long. */
function utf8(): Decoder {
	const decoder = new StringDecoder('utf8');
	let isBegun = false;
	const begun = (text: string): string => {
		if (isBegun || text === '') return text;
		isBegun = true;
		return text.startsWith('\ufeff') ? text.slice(1) : text;
	};
	return {decode: (chunk) => begun(decoder.write(chunk as Buffer)), end: () => begun(decoder.end())};
}
