/** The files of a zip archive, one after the other as they stand in it. */
import {Unzip, type UnzipFile, UnzipInflate} from 'fflate';

/** More than the export of a day holds; a file that unpacks to more is left out. */
const longestFile = 64 * 1024 * 1024;

export type ZippedFile = {readonly name: string; readonly bytes: Uint8Array};

/** Whether bytes begin as a zip archive does. */
export function looksLikeZip(head: Uint8Array): boolean {
	return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && (head[3] === 4 || head[3] === 6);
}

/**
 * The files that are wanted, unpacked. What is broken ends the archive there; a file that is too long is given
 * to `tooLong` by its name.
 */
export async function* zippedFiles(
	bytes: AsyncIterable<Uint8Array>,
	wants: (name: string) => boolean,
	tooLong: (name: string) => void,
): AsyncGenerator<ZippedFile> {
	let ready: ZippedFile[] = [];
	const unzip = new Unzip((file) => {
		if (file.name.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX)/.test(file.name) || !wants(file.name)) return;
		gather(file, (found) => ready.push(found), tooLong);
	});
	unzip.register(UnzipInflate);
	const push = (chunk: Uint8Array, last: boolean): boolean => {
		try {
			unzip.push(chunk, last);
			return true;
		} catch {
			return false;
		}
	};
	for await (const chunk of bytes) {
		const goesOn = push(chunk, false);
		yield* ready;
		ready = [];
		if (!goesOn) return;
	}
	push(new Uint8Array(0), true);
	yield* ready;
}

function gather(file: UnzipFile, done: (found: ZippedFile) => void, tooLong: (name: string) => void): void {
	let chunks: Uint8Array[] = [];
	let length = 0;
	file.ondata = (error, data, final) => {
		if (error !== null || length > longestFile) return;
		chunks.push(data);
		length += data.byteLength;
		if (length > longestFile) {
			chunks = [];
			file.terminate();
			tooLong(file.name);
		} else if (final) done({name: file.name, bytes: Buffer.concat(chunks)});
	};
	file.start();
}
