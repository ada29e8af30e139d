import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bareAnswer, firstQuestion, nextQuestion, parseWhy} from '../../source/retro/whys.ts';
import {texts} from './arbitrary.ts';

describe('the first question', () => {
	test.each([
		['Checkout latency after cache deploy', 'Why did this happen: Checkout latency after cache deploy?'],
		['What broke checkout?', 'Why did this happen: What broke checkout?'],
		['', 'Why did this happen?'],
		[' … ', 'Why did this happen?'],
	])('from %j is %j', (title, question) => {
		expect(firstQuestion(title)).toBe(question);
	});
});

describe('the next question', () => {
	test.each([
		['the CPU spiked to 100 %.', 'Why is it that the CPU spiked to 100 %?'],
		['Because the database CPU spiked to 100%', 'Why is it that the database CPU spiked to 100%?'],
		['A new feature was released without caching', 'Why is it that a new feature was released without caching?'],
		["It's slow", "Why is it that it's slow?"],
		['It’s slow', 'Why is it that it’s slow?'],
		['数据库宕机了。', 'Why is it that 数据库宕机了?'],
	])('after %j is %j', (answer, question) => {
		expect(nextQuestion(answer)).toBe(question);
	});

	test.each([
		['Redis ran out of memory', 'Why is it that Redis ran out of memory?'],
		['IT blocked the port', 'Why is it that IT blocked the port?'],
		['A/B testing was on', 'Why is it that A/B testing was on?'],
		['I restarted the node', 'Why is it that I restarted the node?'],
		['In-Memory Store 3 was full', 'Why is it that In-Memory Store 3 was full?'],
	])('leaves the name at the beginning of %j as it is', (answer, question) => {
		expect(nextQuestion(answer)).toBe(question);
	});

	test.each([
		['Because of a heavy query', 'Why was there a heavy query?'],
		['Because of An outage at our provider.', 'Why was there an outage at our provider?'],
		['because of the deploy', 'Why did the deploy lead to this?'],
		['Because of DNS', 'Why did DNS lead to this?'],
		['Because of low resources', 'Why did low resources lead to this?'],
		['due to two nodes failing', 'Why did two nodes failing lead to this?'],
		['Because of how the lock is taken', 'Why is that?'],
		['Of course it broke', 'Why is it that of course it broke?'],
	])('after a noun, %j, is %j', (answer, question) => {
		expect(nextQuestion(answer)).toBe(question);
	});

	test.each([
		['The node failed. It then restarted.', 'Why is it that the node failed?'],
		['It failed. `kubectl` hung.', 'Why is it that it failed?'],
		['The node failed\nthe lock stayed', 'Why is it that the node failed?'],
		['a cache, e.g. Redis, was full. It was old', 'Why is it that a cache, e.g. Redis, was full?'],
		['the U.S. East region was down. Then it came back', 'Why is it that the U.S. East region was down?'],
		['it was retried approx. 5 times', 'Why is it that it was retried approx. 5 times?'],
		['version 1.2 was out! Nobody saw', 'Why is it that version 1.2 was out?'],
	])('asks about the first sentence of %j', (answer, question) => {
		expect(nextQuestion(answer)).toBe(question);
	});

	test.each([
		['`ec2` is undefined', 'Why is it that `ec2` is undefined?'],
		['the flag was `--retry=3.`', 'Why is it that the flag was `--retry=3.`?'],
		['the pattern `a. B` matched', 'Why is it that the pattern `a. B` matched?'],
	])('keeps the code in %j whole', (answer, question) => {
		expect(nextQuestion(answer)).toBe(question);
	});

	test.each(['', '  ', 'Because', 'because:', 'Because…', 'Because of', '...', '?'])('after %j asks on', (answer) => {
		expect(nextQuestion(answer)).toBe('Why is that?');
	});

	test('is one line that ends in one question mark, whatever was answered', () => {
		fc.assert(
			fc.property(fc.oneof(texts, fc.string({unit: 'grapheme-composite'})), (answer) => {
				expect(nextQuestion(answer)).toMatch(/^Why [^\n]*[^.!?\s]\?$/);
			}),
		);
	});
});

test('an answer is kept without its Because', () => {
	expect(bareAnswer(' Because, of DNS ')).toBe('of DNS');
	expect(bareAnswer('Because')).toBe('');
	expect(bareAnswer('becausewise nothing')).toBe('becausewise nothing');
});

describe('a line with a Why', () => {
	test.each([
		['Why did it crash? Because the CPU spiked', 'Why did it crash?', 'the CPU spiked'],
		['Why did it crash?', 'Why did it crash?', ''],
		['the CPU spiked', '', 'the CPU spiked'],
		['Because nobody asked: why?', '', 'nobody asked: why?'],
		['`curl host?retry=1` failed', '', '`curl host?retry=1` failed'],
		['Why did `a?b` fail? Because of c', 'Why did `a?b` fail?', 'of c'],
	])('%j is read as the question %j and the answer %j', (text, question, answer) => {
		expect(parseWhy(text)).toEqual({question, answer});
	});
});
