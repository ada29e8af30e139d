/** The questions that a wording ends in. Each looks for what the system did or lacked. */
import type {Lexicon} from '../../language/lexicon.ts';

export const asks = {
	done: 'what made that possible?',
	sensible: 'what made that the sensible step?',
	followed: 'what made that hard to follow?',
	prompted: 'what would have prompted it?',
	stood: 'what stood in the way?',
	led: 'what led to that?',
	through: 'what let it through?',
	easy: 'what made that easy to do?',
	happen: 'what let that happen?',
	clear: 'what would have made that clear?',
	sight: 'what was in sight at the time?',
	stopped: 'what would have stopped it?',
} as const;

const seeing = new Set(
	'catch notice spot see find detect recognise recognize realise realize discover identify foresee anticipate miss overlook'.split(
		' ',
	),
);
const knowing = new Set('know understand comprehend grasp'.split(' '));
const preventing = new Set('prevent avoid block'.split(' '));
const agreeing = new Set(
	'follow use respect obey observe keep meet finish complete pay order install master cover do read open consult'.split(
		' ',
	),
);

/** What to ask of something that was not done. */
export function askOfOmission(lemma: string, plural: boolean, present: boolean): string {
	const have = present ? 'would' : 'would have';
	const form = (base: string, done: string): string => (present ? base : done);
	if (seeing.has(lemma)) return `what ${have} ${form('show', 'shown')} ${plural ? 'them' : 'it'}?`;
	if (knowing.has(lemma)) return `what ${have} ${form('make', 'made')} ${plural ? 'them' : 'it'} clear?`;
	if (preventing.has(lemma)) return `what ${have} ${form('stop', 'stopped')} ${plural ? 'them' : 'it'}?`;
	if (agreeing.has(lemma)) return present ? 'what stands in the way?' : asks.stood;
	return `what ${have} ${form('prompt', 'prompted')} it?`;
}

const choosing = new Set(
	'approve skip accept decide postpone cancel restart reboot cut disable remove start stop keep leave wait roll_back fail_over'.split(
		' ',
	),
);

/** What to ask of something that was done. */
export function askOfDeed(lemma: string, lexicon: Lexicon): string {
	if (lexicon.isVerb(lemma, [], 'blunder')) return 'what made that easy to do?';
	return choosing.has(lemma) && lemma === 'approve' ? asks.sensible : asks.done;
}
