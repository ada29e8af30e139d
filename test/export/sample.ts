/** Retros to render: the worked example, and ones whose every text is somebody's attempt to break out. */
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import {newRetro} from '../../source/retro/new-retro.ts';
import {type Retro, retroSchema} from '../../source/retro/record.ts';
import {cleanLine} from '../../source/text/clean.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';
import {hostileText} from './hostile.ts';

export const example: Retro = v.parse(retroSchema, JSON.parse(readFileSync('data/example.json', 'utf8')));

export const emptyRetro: Retro = newRetro({id: '2026-11-20-x', now: '2026-11-20T10:00:00Z' as Instant});

export const guide = readFileSync('templates/guide.md', 'utf8');
export const detailed = readFileSync('templates/detailed.md', 'utf8');
export const brief = readFileSync('templates/brief.md', 'utf8');

/** None of them blank. */
const someText = hostileText.map((text) => (/[\p{L}\p{N}]/u.test(cleanLine(text)) ? text : `${text}w`));

/** With as many entries as the example has. */
export const hostileRetro: fc.Arbitrary<Retro> = fc.array(someText, {minLength: 40, maxLength: 40}).map((texts) => {
	let index = 0;
	const next = (): string => texts[index++ % texts.length] ?? '';
	const renew = <Item extends {text: string}>(items: readonly Item[]): Item[] =>
		items.map((item) => ({...item, text: next()}));
	return {
		...example,
		title: next(),
		facilitator: next(),
		participants: [next(), next()],
		services: [next()],
		summary: `${next()}\n${next()}\n\n${next()}`,
		impact: {...example.impact, users: next(), revenue: next(), data: next()},
		timeline: renew(example.timeline),
		whys: example.whys.map((why) => ({...why, question: next(), answer: next()})),
		contributingFactors: renew(example.contributingFactors),
		lessons: {
			wentWell: renew(example.lessons.wentWell),
			wentWrong: renew(example.lessons.wentWrong),
			gotLucky: renew(example.lessons.gotLucky),
		},
		actions: renew(example.actions).map((action) => ({...action, owner: next()})),
	};
});

export function instant(text: string): Instant {
	return text as Instant;
}

export function day(text: string): CalendarDate {
	return text as CalendarDate;
}
