/** When documents are judged; the clock is ours. */
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {createLinter, type Linter} from '../../source/lint/linter.ts';
import {createJudging, type Judged, type News} from '../../source/lsp/judging.ts';
import {changed, type OpenDocument, opened} from '../../source/lsp/open-document.ts';

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
});
afterEach(() => {
	vi.useRealTimers();
});

const uri = 'untitled:a';
const plain = createLinter();

/** A desk with one document, and a note of each judgement. */
function desk(text: string, cost = 0) {
	let document: OpenDocument | undefined = opened(uri, 'markdown', 1, text);
	let calls = 0;
	const slow = (of: Linter): Linter => ({
		lint(...of_) {
			calls++;
			vi.advanceTimersByTime(cost);
			return of.lint(...of_);
		},
	});
	let linter = slow(plain);
	const reports: {version: number; found: number; news: News}[] = [];
	const judging = createJudging(
		() => document,
		async () => linter,
		(_document, {version, findings}: Judged, news) => reports.push({version, found: findings.length, news}),
	);
	judging.changed(uri);
	return {
		judging,
		reports,
		calls: () => calls,
		/** Puts the words in the place of others. */
		type(what: string, by: string) {
			if (document === undefined) return;
			const start = document.text.getText().indexOf(what);
			const range = {start: document.text.positionAt(start), end: document.text.positionAt(start + what.length)};
			document = changed(document, [{range, text: by}], document.text.version + 1);
			judging.changed(uri);
		},
		close() {
			document = undefined;
			judging.closed(uri);
		},
		settle(by: Linter) {
			linter = slow(by);
		},
	};
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a document that was opened is judged at once', async () => {
	const {reports} = desk('It was obviously empty.');
	await pass(0);
	expect(reports).toEqual([{version: 1, found: 1, news: {version: true, findings: true}}]);
});

test('a burst of changes is judged once, when it is over', async () => {
	const {type, reports, calls} = desk('It was  empty.');
	await pass(0);
	for (const letter of 'obviously ') {
		type(' empty', `${letter} empty`);
		await pass(40);
	}
	await pass(200);
	expect(calls()).toBe(2);
	expect(reports.at(-1)).toMatchObject({version: 11, found: 1});
});

test('who types without a pause sees something too', async () => {
	const {type, calls} = desk('It was empty. ');
	await pass(0);
	for (let count = 0; count < 100; count++) {
		type('empty. ', 'empty. x ');
		await pass(50);
	}
	expect(calls()).toBeGreaterThanOrEqual(5);
	expect(calls()).toBeLessThanOrEqual(12);
});

test('where judging takes its time, it is left more time', async () => {
	const {type, calls} = desk('It was empty. ', 1000);
	await pass(0);
	for (let count = 0; count < 20; count++) {
		type('empty. ', 'empty. x ');
		await pass(200);
	}
	expect(calls()).toBeLessThanOrEqual(3);
});

describe('the word that is being typed', () => {
	test('is judged after a pause, once', async () => {
		const {type, reports, calls} = desk('It was * empty.');
		await pass(0);
		type('*', 'obviously');
		await pass(200);
		expect(reports.at(-1)).toEqual({version: 2, found: 0, news: {version: true, findings: false}});
		await pass(1500);
		expect(reports.at(-1)).toEqual({version: 2, found: 1, news: {version: false, findings: true}});
		await pass(10_000);
		expect(calls()).toBe(3);
	});

	test('is left alone for as long as the typing goes on', async () => {
		const {type, reports} = desk('It was * empty.');
		await pass(0);
		type('*', 'o');
		await pass(1600);
		type('o empty', 'obviously empty');
		await pass(100);
		expect(reports.at(-1)).toMatchObject({version: 2});
		await pass(100);
		expect(reports.at(-1)).toMatchObject({version: 3, found: 1});
	});

	test('is judged at once when the document is saved', async () => {
		const {type, reports, judging} = desk('It was * empty.');
		await pass(0);
		type('*', 'obviously');
		await pass(200);
		await judging.rested(uri);
		expect(reports.at(-1)).toMatchObject({version: 2, found: 1});
	});

	test('is a word again as soon as it is typed in', async () => {
		const {type, reports, judging} = desk('It was * empty.');
		await pass(0);
		type('*', 'obviously');
		await judging.rested(uri);
		type('obviously', 'blatantly');
		await pass(200);
		expect(reports.at(-1)).toMatchObject({version: 3, found: 0});
	});
});

test('with other settings it is judged again, with the same ones not', async () => {
	const {judging, settle, reports, calls} = desk('It was obviously empty.');
	await judging.now(uri);
	await judging.now(uri);
	expect(calls()).toBe(1);
	settle(createLinter({severities: {hindsight: 'off'}}));
	await judging.now(uri);
	expect(reports.at(-1)).toEqual({version: 1, found: 0, news: {version: false, findings: true}});
});

test('who asks for the settled judgement gets that of the last change', async () => {
	const {judging, type} = desk('It was empty.');
	await pass(0);
	type('was', 'was obviously');
	const asked = judging.settled(uri);
	type('It', 'Then it');
	const [judged] = await Promise.all([asked, pass(200)]);
	expect(judged).toMatchObject({version: 3, findings: [{rule: 'hindsight.adverb'}]});
	expect(await judging.settled(uri)).toBe(judged);
});

test('a document that was closed is not judged any more, and who asked is told so', async () => {
	const {judging, type, close, calls} = desk('It was * empty.');
	await pass(0);
	type('*', 'obviously');
	const asked = judging.settled(uri);
	close();
	expect(await asked).toBeUndefined();
	await pass(10_000);
	expect(calls()).toBe(1);
	expect(await judging.now(uri)).toBeUndefined();
});

test('after the stop nothing happens', async () => {
	const {judging, type, calls} = desk('It was * empty.');
	await pass(0);
	type('*', 'obviously');
	judging.stop();
	await pass(10_000);
	expect(calls()).toBe(1);
});
