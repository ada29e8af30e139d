/** Values on lines of their own, each with a checksum, so that one that was cut short is known for what it is. */
import {crc32} from 'node:zlib';

/** A line of JSON with its checksum before it and a newline behind it. */
export function sealed(value: unknown): string {
	const json = JSON.stringify(value);
	return `${checksum(json)} ${json}\n`;
}

/** What a line without its newline holds; undefined when it is not whole. */
export function unsealed(line: string): unknown {
	const json = line.slice(9);
	return line[8] === ' ' && json !== '' && checksum(json) === line.slice(0, 8) ? JSON.parse(json) : undefined;
}

function checksum(text: string): string {
	return crc32(text).toString(16).padStart(8, '0');
}
