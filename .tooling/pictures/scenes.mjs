/** What each picture shows, and the keys that lead there. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** The moment at which all pictures are taken. */
export const time = '2026-11-20T15:04:00Z';

/** @typedef {Record<string, any>} Retro a record as `retro import` takes it */

/**
 * @typedef {object} Scene
 * @property {string} name of the picture's file, without its ending
 * @property {string} title what is to be seen, for those who do not see it
 * @property {string} step to open the retro at
 * @property {Retro} retro
 * @property {(terminal: import('../../test/end-to-end/terminal.ts').Terminal) => Promise<unknown>} play
 */

/** The worked example that comes with the app, as it was while it was being written. */
const example = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'example.json'), 'utf8'));
const draft = {...example, status: 'draft', updatedAt: time};

/** Texts that 80 columns have room for. */
const shortTimeline = [
	['09:56', 'started', 'Release 4.18 goes live for all users.'],
	['10:00', 'detected', 'Monitoring alert fires for high latency.'],
	['10:05', 'acknowledged', 'On-call engineer acknowledges alert.'],
	['10:15', 'declared', 'Incident declared. SEV 2.'],
	['10:36', 'mitigated', 'Feature flag turned off; errors fall.'],
	['10:43', 'resolved', 'Latency back under 200 ms.'],
].map(([clock, phase, text], index) => ({id: `t${index}`, at: `2026-11-20T${clock}:00Z`, phase, text}));

/** @type {Scene[]} */
export const scenes = [
	{
		name: 'timeline',
		title:
			'The Timeline: entries in UTC with the phases of the incident, and one being typed with a time in PST, which is shown converted to UTC underneath',
		step: 'timeline',
		retro: {...draft, timeline: shortTimeline},
		async play(terminal) {
			await terminal.type('2:22am pst database CPU at 100%');
			await terminal.waitFor('10:22 UTC');
		},
	},
	{
		name: 'finding',
		title:
			'The Summary with a sentence that makes a person the cause: the dialog says why, offers wordings and lets the sentence be kept with a reason',
		step: 'summary',
		retro: {...draft, summary: ''},
		async play(terminal) {
			await terminal.type('The site was slow for 47 minutes. Marcus dropped the wrong index. ');
			await terminal.waitForQuiet(400);
			await terminal.press('ctrl+r');
			await terminal.waitFor('Keep it');
		},
	},
	{
		name: 'review',
		title: 'The Review: what is still open, each with its step, and the document as it will be',
		step: 'review',
		retro: {
			...draft,
			actions: example.actions.map((/** @type {Retro} */ action, /** @type {number} */ index) =>
				index === 0 ? {...action, owner: '', due: null} : action,
			),
			lessons: {...example.lessons, gotLucky: []},
		},
		async play(terminal) {
			await terminal.waitFor('Post-Mortem');
		},
	},
];
