import {describe, expect, test} from 'vitest';
import {openConflicts} from '../../../source/retro/conflicts.ts';
import {append, apply, changeItem, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import {hasConflictMarkers, readConflicted} from '../../../source/store/record/conflict-markers.ts';
import {parseRetro, printRetro} from '../../../source/store/record/layout.ts';
import {entry, later, sample, temporaryDirectory} from '../fixture.ts';
import {mergeFile} from '../git/git.ts';

const base = sample({
	summary: 'The db failed.',
	timeline: [entry('a', 'Deploy finished'), entry('b', 'Rollback done')],
});
const ours = [
	setField(base, 'impact.users', '12 %'),
	append(base, 'timeline', entry('x', 'All clear')),
	setField(base, 'severity', 'SEV1'),
].reduce(apply, {...base, updatedAt: later});
const theirs = [
	append(base, 'timeline', entry('y', 'Error budget spent')),
	changeItem(base, 'timeline', 'a', {text: 'Deploy 42 finished'}),
	setField(base, 'severity', 'SEV3'),
].reduce(apply, {...base, updatedAt: '2026-11-20T12:00:00Z' as never});

describe('the sides of a text with conflicts', () => {
	test('are read out of several of them', () => {
		const text = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\nd\n<<<<<<< HEAD\n=======\ne\n>>>>>>> topic\nf\n';
		expect(readConflicted(text)).toEqual({ours: 'a\nb\nd\nf\n', theirs: 'a\nc\nd\ne\nf\n'});
	});

	test('come with what both were made of, where git noted it', () => {
		const text = 'a\r\n<<<<<<<\r\nb\r\n||||||| 1234567\r\n0\r\n=======\r\nc\r\n>>>>>>>\r\n';
		expect(readConflicted(text)).toEqual({ours: 'a\r\nb\r\n', base: 'a\r\n0\r\n', theirs: 'a\r\nc\r\n'});
	});

	test('are found where what both were made of had a conflict itself', () => {
		const old = '<<<<<<<<< one\n1\n=========\n2\n>>>>>>>>> two';
		const text = `<<<<<<< HEAD\nb\n||||||| merged common ancestors\n${old}\n=======\nc\n>>>>>>> topic\n`;
		expect(readConflicted(text)).toEqual({ours: 'b\n', base: `${old}\n`, theirs: 'c\n'});
	});

	test.each([
		['an end is missing', '<<<<<<< HEAD\nb\n=======\nc\n'],
		['the middle is missing', '<<<<<<< HEAD\nb\n>>>>>>> topic\n'],
		['one lies in another', '<<<<<<< HEAD\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\n=======\nd\n>>>>>>> x\n'],
		['there is none', 'a\n'],
	])('are not guessed where %s', (_name, text) => {
		expect(readConflicted(text)).toBeUndefined();
	});
});

describe('a record that git left conflicts in', () => {
	test.each(['merge', 'diff3', 'zdiff3'] as const)('is both sides merged, in the style %s', async (style) => {
		const text = await mergeFile(await temporaryDirectory(), {base, ours, theirs}, style);
		expect(hasConflictMarkers(text)).toBe(true);
		const {retro} = read(text);
		expect(retro.timeline.map((one) => one.text).sort()).toEqual([
			'All clear',
			'Deploy 42 finished',
			'Error budget spent',
			'Rollback done',
		]);
		expect(retro).toMatchObject({impact: {users: '12 %'}, severity: 'SEV1', updatedAt: '2026-11-20T12:00:00Z'});
		expect(openConflicts(retro)).toEqual([{path: 'severity', here: 'SEV1', elsewhere: ['SEV3']}]);
	});

	test('that both sides added without a word of each other has all of both', () => {
		const text = `<<<<<<< HEAD\n${printRetro(ours)}=======\n${printRetro(theirs)}>>>>>>> topic\n`;
		const {retro} = read(text);
		expect(retro.timeline.map((one) => one.text).sort()).toEqual([
			'All clear',
			'Deploy 42 finished / Deploy finished',
			'Error budget spent',
			'Rollback done',
		]);
		expect(retro.impact.users).toBe('12 %');
	});

	test('of which one side cannot be read is left alone', () => {
		const text = `<<<<<<< HEAD\n${printRetro(ours)}=======\n{"schemaVersion": 1}\n>>>>>>> topic\n`;
		expect(parseRetro(text)).toEqual({
			kind: 'broken',
			why: 'it has conflict markers of a git merge in it, and one side of it cannot be read (id is missing)',
		});
	});

	test('of which one side was written by a newer version is left to that', () => {
		const text = `<<<<<<< HEAD\n${printRetro(ours)}=======\n{"schemaVersion": 9}\n>>>>>>> topic\n`;
		expect(parseRetro(text)).toEqual({kind: 'newer', version: 9});
	});

	test('that is two retros is left alone', () => {
		const other = printRetro({...theirs, id: '2026-11-21-other-x'});
		expect(parseRetro(`<<<<<<< HEAD\n${printRetro(ours)}=======\n${other}>>>>>>> topic\n`)).toMatchObject({
			kind: 'broken',
			why: 'it has conflict markers of a git merge in it, and its sides are two retros',
		});
	});
});

/** The retro in a text, which must say that it was healed. */
function read(text: string): {retro: Retro} {
	const parsed = parseRetro(text);
	if (parsed.kind !== 'retro' || parsed.healed !== 'conflict-markers') throw new Error(JSON.stringify(parsed));
	return parsed;
}
