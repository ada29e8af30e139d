/** Tells an export that is piped into `retro log -` from the lines that belong there. */
import {looksLikeJson} from '../../importers/json-values.ts';
import type {Input} from '../context.ts';
import {piped} from '../input.ts';

export type PeekedInput = {
	/** All of it, its beginning too. */
	readonly stdin: Input;
	/** Whether it begins as an export does, and so is none of lines of the timeline. */
	readonly isForeign: boolean;
};

/** Looks at what arrives first; lines that come later still come as they arrive. */
export async function peekAtInput(input: Input): Promise<PeekedInput> {
	const rest = piped(input)[Symbol.asyncIterator]();
	const first = await rest.next();
	const head = first.done === true ? '' : new TextDecoder().decode(first.value.subarray(0, 16_384));
	const stdin = Object.assign(goOn(first, rest), {isTTY: false});
	return {stdin, isForeign: looksLikeJson(head) || timeUnderName.test(head)};
}

/** As text is that was copied out of the Slack client. */
const timeUnderName = /^\S.{0,79}\r?\n(?:\s{1,4}|(?::[^\s:]{1,80}:)+\s{1,4})\d{1,2}:\d\d\s?[AP]M\s*$/m;

async function* goOn(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	if (first.done === true) return;
	yield first.value;
	yield* {[Symbol.asyncIterator]: () => rest};
}
