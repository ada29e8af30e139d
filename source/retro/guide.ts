/**
 * What the post-mortem guide says, in its own words where they fit a line: for each step what it is
 * for and a good example, for each severity when a post-mortem is written.
 */
import type {Severity} from './record.ts';
import type {Step} from './steps.ts';

export type Guidance = {
	/** One line, at most 78 columns. */
	readonly line: string;
	/** A good example of what is asked for, in lines of at most 78 columns. */
	readonly example: readonly string[];
};

/** The principle behind all of it; shown in the help. */
export const principle =
	'The goal is learning, not punishment. Everyone involved had good intentions and made the best decisions they could with the information they had at the time.';

export const guidance: Readonly<Record<Step, Guidance>> = {
	details: {
		line: 'What was it, how severe, and who is in the room?',
		example: ['Checkout latency after cache deploy · SEV 2 · checkout-api, cache'],
	},
	summary: {
		line: 'A brief overview of the incident.',
		example: [
			'Checkout answered slowly for 47 minutes after a cache deploy. About 12 % of',
			'sessions in the EU saw errors. The deployment pipeline did not catch the',
			'regression because the test suite was missing coverage for this edge case.',
		],
	},
	impact: {
		line: 'Quantify the impact: how long, how many, how much.',
		example: ['Users affected: 12 % of EU sessions, about 4,100 people', 'Data impact: none lost, none corrupted'],
	},
	timeline: {
		line: 'What happened, in UTC, from detection to resolution.',
		example: [
			'1000 Monitoring alert fires for high latency.',
			'1005 On-call engineer acknowledges alert.',
			'1015 Incident declared. SEV 2.',
		],
	},
	'root-cause': {
		line: 'Ask why, five times or more, until the answer is something about the system.',
		example: [
			'Why did the site crash? Because the database CPU spiked to 100%.',
			"Why didn't the load test simulate realistic traffic? Because we lack a tool",
			'to mirror production traffic to staging. -> Root Cause',
		],
	},
	lessons: {
		line: 'What to keep, what to change, and where we got lucky.',
		example: [
			'Went well: "Alerts fired immediately", "Rollback was fast"',
			'Went wrong: "Logs were missing", "Playbook was outdated"',
		],
	},
	actions: {
		line: 'Concrete tasks to prevent recurrence, each with an owner and a due date.',
		example: [
			'prevent: Implement traffic mirroring in staging @infra-team 2026-12-01',
			'detect: Add alert for high database query time @backend-team +2w',
			'mitigate: Update rollback playbook @oncall fri',
		],
	},
	review: {
		line: 'What is still open, and the document as it will be.',
		example: ['Enter goes to what is open, Escape comes back here.'],
	},
};

export const severityNames: Readonly<Record<Severity, string>> = {
	SEV1: 'SEV 1',
	SEV2: 'SEV 2',
	SEV3: 'SEV 3',
	'near-miss': 'Near miss',
};

/** When a post-mortem is written, by severity. */
export const severityNotes: Readonly<Record<Severity, string>> = {
	SEV1: 'A post-mortem is mandatory',
	SEV2: 'A post-mortem is mandatory',
	SEV3: 'Optional, recommended if there are valuable lessons',
	'near-miss': 'Recommended for high-risk situations narrowly avoided',
};
