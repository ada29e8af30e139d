/** Asking which reading of a time is meant, from wherever one is typed. */
import {createContext, useContext, useState} from 'react';
import {Problem} from '../../problem.ts';
import type {TimeChoice, ZoneSettlement} from '../../time/context.ts';
import type {EntryReading} from '../../time/entry.ts';
import type {Instant} from '../../time/instant.ts';
import type {MomentReading} from '../../time/moment.ts';
import {useEnvironment} from './use-environment.ts';

export type TimeQuestion = {
	/** The time as it was typed. */
	readonly typed: string;
	/** Why it has to be asked; empty where one reading was taken already. */
	readonly message: string;
	readonly readings: readonly TimeChoice[];
	readonly onTake: (at: Instant) => void;
};

export type TimeAnswer =
	/** `always`: the letters are to be read so from now on. */
	{readonly type: 'take'; readonly choice: TimeChoice; readonly always: boolean} | {readonly type: 'back'};

/** Opens the choice over the step; nothing is asked outside a walk. */
export const TimeChoiceContext = createContext<(question: TimeQuestion) => void>(() => undefined);

/** Asks for one of the readings of a time that was typed; false where it has no more than one. */
export type AskForReading = (
	reading: EntryReading | MomentReading,
	typed: string,
	onTake: (at: Instant) => void,
) => boolean;

export function useAskForReading(): AskForReading {
	const ask = useContext(TimeChoiceContext);
	return (reading, typed, onTake) => {
		if (!('readings' in reading) || reading.readings.length === 0) return false;
		const message = reading.kind === 'refused' ? reading.message : '';
		ask({typed, message, readings: reading.readings, onTake});
		return true;
	};
}

/** The question that is open, and what its answer does. */
export function useTimeQuestion(): {
	readonly open: TimeQuestion | undefined;
	readonly ask: (question: TimeQuestion) => void;
	/** `say` is told what was settled, or why it could not be. */
	answer(answer: TimeAnswer, say: (notice: string) => void): void;
} {
	const {settleZone} = useEnvironment();
	const [open, ask] = useState<TimeQuestion>();
	const settle = async (settlement: ZoneSettlement, say: (notice: string) => void): Promise<void> => {
		try {
			const file = await settleZone(settlement);
			say(`${settlement.abbreviation} is ${settlement.zone} from now on: it stands in ${file}`);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			say(error.message);
		}
	};
	return {
		open,
		ask,
		answer(answer, say) {
			ask(undefined);
			if (answer.type === 'back') return;
			const {at, settles} = answer.choice;
			open?.onTake(at);
			if (answer.always && settles !== undefined) void settle(settles, say);
		},
	};
}
