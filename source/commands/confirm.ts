/** Asks a person at a terminal before something is done. */
import type {Context} from './context.ts';

/** Whether it can be asked: somebody sits at both ends. */
export function canAsk({stdin, stderr}: Pick<Context, 'stdin' | 'stderr'>): boolean {
	return stdin.isTTY === true && stderr.isTTY === true;
}

/** Writes the question to standard error; whether the answer begins a yes. Everything else is a no. */
export async function confirmed(
	question: string,
	{stdin, stderr}: Pick<Context, 'stdin' | 'stderr'>,
): Promise<boolean> {
	stderr.write(question);
	const decoder = new TextDecoder();
	let answer = '';
	for await (const chunk of stdin) {
		answer += decoder.decode(chunk, {stream: true});
		if (answer.includes('\n')) break;
	}
	return /^\s*y(?:es)?\s*$/i.test(answer.split('\n')[0] ?? '');
}
