import {expect, test} from 'vitest';
import {renderJson} from '../../source/export/json.ts';
import {example} from './sample.ts';

test('the record comes back as it was, without what is being typed', () => {
	const json = renderJson({...example, drafts: {'timeline:new': '10:0'}});
	expect(JSON.parse(json)).toEqual(example);
	expect(json.endsWith('}\n')).toBe(true);
});

test('the parts are in the order of the record, unknown ones after them', () => {
	const {id, title, ...rest} = example;
	const json = renderJson({mood: 'calm', title, ...rest, id});
	expect(Object.keys(JSON.parse(json))).toEqual([...Object.keys(example), 'mood']);
});

test('no control character reaches the terminal', () => {
	const json = renderJson({...example, title: 'a\u001b[31m\u009b2J\u007f'});
	expect(json).not.toMatch(/[^\P{Cc}\n]/u);
	expect(JSON.parse(json).title).toBe('a\u001b[31m\u009b2J\u007f');
});
