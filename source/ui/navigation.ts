/** Where the user is in the walk, as data: which step, which focus on each, where Escape leads back to. */
import type {FieldPath} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {type Step, steps} from '../retro/steps.ts';
import {stepOf} from '../retro/texts.ts';
import {type Focus, neighbour} from './focus.ts';

export type Place = {
	readonly step: Step;
	/** The focus of each step that was visited; the others begin at their first open stop. */
	readonly focuses: Readonly<Partial<Record<Step, Focus>>>;
	/** The step that Escape comes back to after a jump. */
	readonly returnTo: Step | null;
};

export type Move =
	| {readonly type: 'focus'; readonly focus: Focus}
	| {readonly type: 'jump'; readonly path: FieldPath}
	| {readonly type: 'step'; readonly step: Step}
	| {readonly type: 'step-by'; readonly by: 1 | -1}
	| {readonly type: 'stop-by'; readonly by: 1 | -1; readonly across: boolean};

/** The stops of each step, and which of them a step begins with. */
export type StopMap = Readonly<Record<Step, {stops(retro: Retro): Focus[]; first: Focus}>>;

/** The place to begin at. */
export function startAt(step: Step): Place {
	return {step, focuses: {}, returnTo: null};
}

/** What has the focus at a place: what had it last, else the first of the step. */
export function focusOf(place: Place, map: StopMap): Focus {
	return place.focuses[place.step] ?? map[place.step].first;
}

/** The place after a move. `across` lets a move past the last stop go on to the next step. */
export function move(place: Place, action: Move, map: StopMap, retro: Retro): Place {
	switch (action.type) {
		case 'focus':
			return withFocus(place, action.focus);
		case 'jump':
			return {
				...withFocus({...place, step: stepOf(action.path)}, action.path),
				returnTo: place.returnTo ?? place.step,
			};
		case 'step':
			return {...place, step: action.step, returnTo: null};
		case 'step-by': {
			const next = steps[steps.indexOf(place.step) + action.by];
			return next === undefined ? place : {...place, step: next, returnTo: null};
		}
		case 'stop-by': {
			const focus = focusOf(place, map);
			const next = neighbour(map[place.step].stops(retro), focus, action.by);
			if (next !== focus) return withFocus(place, next);
			return action.across ? move(place, {type: 'step-by', by: action.by}, map, retro) : place;
		}
	}
}

function withFocus(place: Place, focus: Focus): Place {
	return {...place, focuses: {...place.focuses, [place.step]: focus}};
}
