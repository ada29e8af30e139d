/** A command: what it takes, as data, and the function that does the work. */
import type {CommandShape, FlagDefinitions, FlagValues} from './command-shape.ts';
import type {Context} from './context.ts';

export type Command = CommandShape & {
	/** Does the work. Resolves to the exit status. Rejects with a `Problem` for people. */
	readonly run: (context: Context) => Promise<number>;
};

/** Declares a command, so that `run` sees the types of its own flags. */
export function defineCommand<const Flags extends FlagDefinitions>(
	command: CommandShape<Flags> & {readonly run: (context: Context<FlagValues<Flags>>) => Promise<number>},
): Command {
	return {...command, run: (context) => command.run(context as Context<FlagValues<Flags>>)};
}
