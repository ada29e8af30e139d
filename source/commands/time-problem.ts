/** A time that was refused, as a problem for the command line. */
import {type Problem, wrongUse} from '../problem.ts';
import type {TimeRefusal} from '../time/context.ts';
import {printMoment} from '../time/format.ts';

/** The refusal with its hint and, where a time reads several ways, each of them as it can be typed, and how a team settles it. */
export function timeProblem({message, hint, readings}: TimeRefusal): Problem {
	const lines = readings.map(({label, at}) => `  ${printMoment(at)}  ${label}`);
	const [settled] = readings.flatMap(({settles}) => (settles === undefined ? [] : [settles]));
	const forGood =
		settled === undefined
			? []
			: [`A team settles it in its config.json, as in "zones": {"${settled.abbreviation}": "${settled.zone}"}.`];
	return wrongUse(message, [`${hint}${lines.length > 0 ? ':' : '.'}`, ...lines, ...forGood].join('\n'));
}
