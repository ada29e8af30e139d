/** Links to chat messages that carry the instant at which the message was sent. */

export type PermalinkPart = {
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly url: string;
	/** The offset behind it. */
	readonly end: number;
};

type Shape = {readonly expression: RegExp; readonly instantOf: (id: string) => number};

/** Discord's ids count from here, in milliseconds; their lower 22 bits tell messages of one instant apart. */
const discordEpoch = 1_420_070_400_000;

const rest = String.raw`(?:[?#][^\s>\])]*)?`;
const shapes: readonly Shape[] = [
	{
		expression: new RegExp(
			String.raw`^https:\/\/(?:[\w-]+\.)+slack(?:-gov)?\.com\/archives\/\w+\/p([1-9]\d{15})(?!\d)${rest}`,
		),
		instantOf: (id) => Math.trunc(Number(id) / 1000),
	},
	{
		expression: new RegExp(
			String.raw`^https:\/\/teams\.(?:microsoft\.com|live\.com|cloud\.microsoft)\/l\/message\/[^\s\/]+\/([1-9]\d{12})(?!\d)${rest}`,
		),
		instantOf: Number,
	},
	{
		expression: new RegExp(
			String.raw`^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(?:@me|\d+)\/\d+\/(\d{16,19})(?!\d)${rest}`,
		),
		instantOf: (id) => Number(BigInt(id) >> 22n) + discordEpoch,
	},
];

/** The link that begins at `start`, in angle brackets or without; null where none does, other links included. */
export function readPermalink(line: string, start: number): PermalinkPart | null {
	const opening = line[start] === '<' ? 1 : 0;
	const text = line.slice(start + opening);
	for (const {expression, instantOf} of shapes) {
		const [url, id = ''] = expression.exec(text) ?? [];
		if (url === undefined) continue;
		const end = start + opening + url.length;
		if (opening === 0) return {at: instantOf(id), url, end};
		return line[end] === '>' ? {at: instantOf(id), url, end: end + 1} : null;
	}
	return null;
}
