/** What the rules make of a sentence by themselves, before the model has a say. */
import {describe, expect, test} from 'vitest';
import {parseSentence} from '../../source/lint/language/clauses.ts';
import {createLexicon} from '../../source/lint/language/lexicon.ts';
import {tokenize} from '../../source/lint/language/tokens.ts';
import {readRuleBook} from '../../source/lint/wording/rule-book.ts';
import {type RuleReading, rulesIn} from '../../source/lint/wording/rule-matches.ts';

const lexicon = createLexicon();
const book = readRuleBook(lexicon);

function reading(text: string, role?: 'action'): RuleReading {
	return rulesIn(parseSentence(text, {tokens: tokenize(text), lexicon}), book, role);
}

function categories(text: string, role?: 'action'): string[] {
	return [...new Set(reading(text, role).found.map(({read}) => read.rule.category))];
}

describe('a sentence that speaks about blame', () => {
	test.each([
		'Nobody is to blame for this.',
		'We do not ask who forgot the backup.',
		'The review is blameless, and the lock was missing.',
	])('lays none: %s', (text) => {
		expect(categories(text)).toEqual([]);
	});

	test.each([
		'We are blameless, but the engineer forgot the backup.',
		'I know this review is blameless, although Ops ignored three pages.',
		'Without blaming anybody, the support team reacted too late.',
	])('may lay it after a turn: %s', (text) => {
		expect(categories(text)).not.toEqual([]);
		expect(reading(text).isAboutBlame).toBe(false);
	});

	test('what stands before the turn does not count', () => {
		expect(categories('The engineer forgot the backup, we thought, but this is about learning, not blame.')).toEqual(
			[],
		);
	});
});

describe('people', () => {
	test.each([
		'The helpdesk forgot the ticket.',
		'First-level support did not escalate in time.',
		'The service desk ignored the alert.',
		'IT forgot to renew the licence.',
		'DevOps messed up the ingress.',
		'The team lacks Kubernetes knowledge.',
		'Support always escalates too late.',
	])('are known as such: %s', (text) => {
		expect(categories(text)).not.toEqual([]);
	});

	test.each([
		'A shift in traffic caused an outage.',
		'The memory management ignored the limit.',
		'The front page ignored the header.',
		'Support the new cipher in the proxy.',
	])('are not read into things: %s', (text) => {
		expect(categories(text)).toEqual([]);
	});
});

test('a particle does not part a verb from its object', () => {
	expect(categories('The clerk gave out the wrong drawing.')).toContain('blame');
	expect(categories('The proxy gave out the wrong certificate.')).toEqual([]);
});

test('an action item begins behind its label', () => {
	expect(categories('Action: avoid such mistakes in the future.', 'action')).toContain('vague-action');
	expect(categories('Next steps: improve monitoring', 'action')).toContain('vague-action');
	expect(categories('Action: page the on-call when the queue holds 500 jobs', 'action')).toEqual([]);
});

test('an inquiry has an end where it names what is measured', () => {
	expect(categories('Investigate grafana-agent memory usage', 'action')).toEqual([]);
	expect(categories('Investigate further', 'action')).toContain('vague-action');
});
