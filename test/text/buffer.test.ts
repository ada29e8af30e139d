import {describe, expect, test} from 'vitest';
import {type BufferAction, createBuffer, edit, type TextBuffer} from '../../source/text/buffer.ts';

/** `a|b`: the text with its caret. */
function shown({text, caret}: TextBuffer): string {
	return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

/** The buffer of a text with a bar where the caret is. */
function at(text: string): TextBuffer {
	return createBuffer(text.replace('|', ''), text.indexOf('|'));
}

function edited(buffer: TextBuffer, ...actions: (BufferAction | BufferAction['type'])[]): TextBuffer {
	return actions.reduce<TextBuffer>(
		(last, action) => edit(last, typeof action === 'string' ? ({type: action} as BufferAction) : action, 10),
		buffer,
	);
}

/** The text typed key by key. */
function typing(text: string): BufferAction[] {
	return Array.from(text, (key) => ({type: 'insert', text: key}));
}

function paste(text: string): BufferAction {
	return {type: 'insert', text};
}

describe('a key', () => {
	test.each<[string, BufferAction['type'], string, string]>([
		['Backspace deletes a grapheme', 'delete-backward', 'a👨‍👩‍👧‍👦|b', 'a|b'],
		['Backspace deletes a letter with its marks', 'delete-backward', 'ae\u0301|', 'a|'],
		['Backspace joins lines', 'delete-backward', 'a\n|b', 'a|b'],
		['Delete deletes a grapheme', 'delete-forward', '|🇫🇷a', '|a'],
		['Left goes over a grapheme', 'move-left', 'a👍🏽|b', 'a|👍🏽b'],
		['Left goes to the line before', 'move-left', 'a\n|b', 'a|\nb'],
		['Right goes over a grapheme', 'move-right', '|e\u0301b', 'e\u0301|b'],
		['word left goes to the start of the word', 'move-word-left', 'one, two-three|', 'one, two-|three'],
		['word left skips what is between words', 'move-word-left', 'one, |two', '|one, two'],
		['word right goes to the end of the word', 'move-word-right', 'on|e, two', 'one|, two'],
		['word right goes over lines', 'move-word-right', 'one|.\n\ntwo', 'one.\n\ntwo|'],
		['word right takes an apostrophe along', 'move-word-right', '|didn’t work', 'didn’t| work'],
		['word right leaves a quotation mark', 'move-word-right', "'|slow' it was", "'slow|' it was"],
		['word right knows accents', 'move-word-right', '|naïve e\u0301te\u0301', 'naïve| e\u0301te\u0301'],
		['word left finds words where no spaces are written', 'move-word-left', '支付服务|', '支付|服务'],
		['word right finds words where no spaces are written', 'move-word-right', '|支付服务', '支付|服务'],
		['word left does not stop inside a grapheme', 'move-word-left', '\u0301ำ|', '|\u0301ำ'],
		['word left goes over emoji to the word', 'move-word-left', 'done ❤️🎉 |', '|done ❤️🎉 '],
		['line start is that of the hard line', 'move-line-start', 'a\nb c d e f g h i|', 'a\n|b c d e f g h i'],
		['line end is that of the hard line', 'move-line-end', '|a b c d e f g h\ni', 'a b c d e f g h|\ni'],
		['text start', 'move-text-start', 'a\nb|', '|a\nb'],
		['text end', 'move-text-end', '|a\nb', 'a\nb|'],
		['Alt+Backspace deletes to the start of the word', 'delete-word-backward', 'to @infra-team|', 'to @infra-|'],
		['Alt+Backspace at a line’s start joins the lines and no more', 'delete-word-backward', 'one.\n|two', 'one.|two'],
		['Alt+Backspace stays in the line', 'delete-word-backward', 'one\n  |two', 'one\n|two'],
		['Ctrl+W deletes to the white space', 'rub-out-word', 'to @infra-team|', 'to |'],
		['Ctrl+W takes the white space behind the word', 'rub-out-word', 'to @infra  |', 'to |'],
		['Ctrl+W stays in the line', 'rub-out-word', 'one\n  |', 'one\n|'],
		['Alt+D deletes to the end of the word', 'delete-word-forward', 'a| big-red', 'a|-red'],
		['Alt+D at a line’s end joins the lines and no more', 'delete-word-forward', 'a|\nb', 'a|b'],
		['Ctrl+U deletes to the start of the line', 'kill-to-start', 'a\nb c| d', 'a\n| d'],
		['Ctrl+U at a line’s start joins the lines', 'kill-to-start', 'a\n|b', 'a|b'],
		['Ctrl+K deletes to the end of the line', 'kill-to-end', 'a |b c\nd', 'a |\nd'],
		['Ctrl+K at a line’s end joins the lines', 'kill-to-end', 'a|\nb', 'a|b'],
		['a line break', 'break-line', 'a|b', 'a\n|b'],
	])('%s', (_what, key, before, expected) => {
		expect(shown(edited(at(before), key))).toBe(expected);
	});

	test.each<[BufferAction['type'], string]>([
		['delete-backward', '|a'],
		['delete-forward', 'a|'],
		['delete-word-backward', '|a'],
		['rub-out-word', '|a'],
		['delete-word-forward', 'a|'],
		['kill-to-start', '|a'],
		['kill-to-end', 'a|'],
		['yank', 'a|'],
		['move-left', '|a'],
		['move-right', 'a|'],
		['move-word-left', '|a'],
		['move-word-right', 'a|'],
		['move-line-start', '|a'],
		['move-line-end', 'a|'],
		['move-text-start', '|a'],
		['move-text-end', 'a|'],
		['move-up', 'a|\nb'],
		['move-down', 'a\nb|'],
		['undo', 'a|'],
		['redo', 'a|'],
	])('%s where it has nothing to do gives the same buffer back', (key, text) => {
		const buffer = at(text);
		expect(edited(buffer, key)).toBe(buffer);
	});

	test('that inserts nothing, sets the same text or replaces by the same gives the same buffer back', () => {
		const buffer = at('ab|');
		expect(edited(buffer, paste(''))).toBe(buffer);
		expect(edited(buffer, {type: 'set', text: 'ab'})).toBe(buffer);
		expect(edited(buffer, {type: 'replace', start: 0, end: 1, text: 'a'})).toBe(buffer);
	});
});

describe('the caret', () => {
	test('goes behind a grapheme that what was typed completes', () => {
		expect(shown(edited(at('👩|👧'), paste('\u200d')))).toBe('👩\u200d👧|');
	});

	test('put inside a grapheme goes to its end', () => {
		expect(shown(createBuffer('a🎉b', 2))).toBe('a🎉|b');
		expect(shown(createBuffer('ab', 9))).toBe('ab|');
	});

	test('goes up and down by rows as they are drawn', () => {
		expect(shown(edited(at('on|e two three four'), 'move-down'))).toBe('one two th|ree four');
		expect(shown(edited(at('one two th|ree four'), 'move-up'))).toBe('on|e two three four');
	});

	test('stays on the row it goes to where that one is shorter', () => {
		expect(shown(edited(at('one two| three four'), 'move-down'))).toBe('one two three| four');
	});

	test('keeps its column over a shorter row', () => {
		const text = 'abcdef\nab\nabcd|ef';
		expect(shown(edited(at(text), 'move-up'))).toBe('abcdef\nab|\nabcdef');
		expect(shown(edited(at(text), 'move-up', 'move-up'))).toBe('abcd|ef\nab\nabcdef');
	});

	test('keeps its column in cells beside wide characters', () => {
		expect(shown(edited(at('漢字漢\nabcd|'), 'move-up'))).toBe('漢字|漢\nabcd');
		expect(shown(edited(at('漢字漢\nabc|'), 'move-up'))).toBe('漢|字漢\nabc');
	});

	test('forgets the column when it is moved sideways', () => {
		const text = 'abcdef\nab\nabcd|ef';
		expect(shown(edited(at(text), 'move-up', 'move-left', 'move-up'))).toBe('a|bcdef\nab\nabcdef');
	});

	test('goes by hard lines where no width is given', () => {
		const buffer = at('a long line\nanother lo|ng one');
		expect(shown(edit(buffer, {type: 'move-up'}))).toBe('a long lin|e\nanother long one');
	});
});

describe('yank', () => {
	test('puts back what was killed', () => {
		expect(shown(edited(at('one two|'), 'delete-word-backward', 'move-line-start', 'yank'))).toBe('two|one ');
	});

	test('puts back kills in a row together, in their order', () => {
		expect(shown(edited(at('|one\ntwo'), 'kill-to-end', 'kill-to-end', 'kill-to-end', 'yank'))).toBe('one\ntwo|');
		expect(shown(edited(at('one two|'), 'rub-out-word', 'rub-out-word', 'yank'))).toBe('one two|');
	});

	test('puts back the last kill alone when the caret was moved between', () => {
		expect(shown(edited(at('one two|'), 'rub-out-word', 'move-left', 'rub-out-word', 'yank'))).toBe('one| ');
	});
});

describe('undo', () => {
	test('takes back a word, then the word before', () => {
		const typed = edited(at('|'), ...typing('one two'));
		expect(shown(edited(typed, 'undo'))).toBe('one |');
		expect(shown(edited(typed, 'undo', 'undo'))).toBe('|');
	});

	test('takes back a paste as one step, apart from what was typed around it', () => {
		const typed = edited(at('|'), ...typing('a'), paste('one two\nthree'), ...typing('b'));
		expect(shown(edited(typed, 'undo'))).toBe('aone two\nthree|');
		expect(shown(edited(typed, 'undo', 'undo'))).toBe('a|');
	});

	test.each<[BufferAction['type'], string]>([
		['delete-backward', 'abc|d'],
		['delete-forward', 'a|bcd'],
	])('takes back a run of %s as one step', (key, text) => {
		expect(shown(edited(at(text), key, key, key, 'undo'))).toBe(text);
	});

	test('takes back kills one by one', () => {
		expect(shown(edited(at('one two|'), 'rub-out-word', 'rub-out-word', 'undo'))).toBe('one |');
	});

	test('begins a new step where the caret was moved', () => {
		const typed = edited(at('|'), ...typing('ab'), 'move-left', 'move-right', ...typing('c'));
		expect(shown(edited(typed, 'undo'))).toBe('ab|');
	});

	test('takes back a suggestion that was taken, and the caret with it', () => {
		const taken = edited(at('he forgot it|'), {type: 'replace', start: 3, end: 9, text: 'was not told of'});
		expect(shown(taken)).toBe('he was not told of| it');
		expect(shown(edited(taken, 'undo'))).toBe('he forgot it|');
		expect(shown(edited(taken, 'undo', 'redo'))).toBe('he was not told of| it');
	});

	test('leaves nothing to redo once something else is typed', () => {
		const typed = edited(at('|'), ...typing('a'), 'undo', ...typing('b'));
		expect(edited(typed, 'redo')).toBe(typed);
	});
});

describe('a text set from outside', () => {
	test.each([
		['before the caret moves it along', 'one two|', 'zero one two', 'zero one two|'],
		['behind the caret leaves it', 'one| two', 'one two three', 'one| two three'],
		['at the caret leaves it', 'one|', 'one two', 'one| two'],
		['around the caret keeps it near', 'one tw|o', 'one o', 'one |o'],
		[
			'before and behind the caret keeps it between the same words',
			'one |two three',
			'zero one two four',
			'zero one |two four',
		],
		['in many places keeps it within its word', 'a b c tw|o d e f', 'x a b y c two d z f', 'x a b y c tw|o d z f'],
		['where there was none puts the caret behind it', '|', 'Decision: ', 'Decision: |'],
		['by another altogether keeps it inside', 'one two|', 'x', 'x|'],
	])('%s', (_what, before, text, expected) => {
		expect(shown(edited(at(before), {type: 'set', text}))).toBe(expected);
	});

	test('puts the caret where it is told', () => {
		expect(shown(edited(at('one|'), {type: 'set', text: 'two', caret: 1}))).toBe('t|wo');
		expect(shown(edited(at('one|'), {type: 'set', text: 'one', caret: 1}))).toBe('o|ne');
	});

	test('is one step of undo', () => {
		expect(shown(edited(at('one|'), ...typing('x'), {type: 'set', text: 'two'}, 'undo'))).toBe('onex|');
	});
});
