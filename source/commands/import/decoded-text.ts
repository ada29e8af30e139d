/** The text of bytes from anywhere: UTF-8, or UTF-16 with its mark. */
import {Problem} from '../../problem.ts';

/**
 * Text in chunks, without a byte order mark. Bytes that are no UTF-8 become U+FFFD: a log with a few of them is a
 * log all the same. Throws a `Problem` for what is no text at all.
 * @param name as it stands in a message
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	for await (const chunk of bytes) {
		if (chunk.byteLength === 0) continue;
		decoder ??= decoderFor(chunk, name);
		const text = decoder.decode(chunk, {stream: true});
		if (text !== '') yield text;
	}
	const rest = decoder?.decode() ?? '';
	if (rest !== '') yield rest;
}

function decoderFor(head: Uint8Array, name: string): InstanceType<typeof TextDecoder> {
	if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
	if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
	if (head.subarray(0, 4096).includes(0)) throw new Problem(`What is in ${name} is no text`, 'Nothing was changed.');
	return new TextDecoder('utf-8');
}
