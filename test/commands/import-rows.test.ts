import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {beforeEach, expect, test} from 'vitest';
import {noAnswers} from '../../source/importers/questions.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import type {Zone} from '../../source/time/zone-part.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
});

async function entries(): Promise<string[]> {
	return (await sh.record(id)).timeline.map(({at, text}) => `${at.slice(11, 16)} ${text}`);
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(sh.directory, name);
	await mkdir(join(path, '..'), {recursive: true});
	await writeFile(path, content);
	return path;
}

const message = (ts: number, user: string, text: string, more: object = {}) => ({
	type: 'message',
	user,
	ts: `${ts}.000100`,
	text,
	...more,
});
const day = [
	message(1767953100, 'U1', 'errors <@U2>'),
	message(1767953160, 'U2', 'looking', {thread_ts: '1767953100.000100'}),
	message(1767953161, 'U2', 'joined', {subtype: 'channel_join'}),
];
const users = [
	{id: 'U1', name: 'ann', profile: {display_name: 'Ann'}},
	{id: 'U2', name: 'bob', profile: {real_name: 'Bob B'}},
];

test('rows go into the timeline as one step, and the line says what they were', async () => {
	const {status, out, err} = await sh.run(['import', '-', '--into', 'latest'], {stdin: JSON.stringify(day)});
	expect({status, out}).toEqual({status: 0, out: ''});
	expect(err).toBe('Slack export: 2 messages, 1 left out: channel_join\n');
	expect(await entries()).toEqual(['10:05 U1: errors @U2', '10:06 U2: looking']);
	expect((await sh.record(id)).timeline[0]?.source).toBe('slack:1767953100.000100');
});

test('the page that a row is found on goes with it as evidence, and adds nothing the second time', async () => {
	const link = 'https://acme.slack.com/archives/C024/p1767953100000100';
	const issue = {
		number: 7,
		title: 'Checkout is slow',
		createdAt: '2026-01-09T10:07:00Z',
		author: {login: 'ann'},
		url: 'https://github.com/acme/shop/issues/7',
		comments: [],
	};
	for (const stdin of [JSON.stringify([{...day[0], permalink: link}]), JSON.stringify(issue), JSON.stringify(issue)]) {
		await sh.run(['import', '-', '--into', id], {stdin});
	}
	expect(await entries()).toEqual([
		`10:05 U1: errors @U2 ${link}`,
		'10:07 ann: Issue opened: #7 Checkout is slow https://github.com/acme/shop/issues/7',
	]);
	await sh.run(['import', '-', '--into', id, '--date', '2026-01-09'], {stdin: '10:05 UTC U1: errors @U2'});
	expect(await entries()).toHaveLength(2);
});

test('a link that holds a secret is left away', async () => {
	const link = 'https://files.example.com/a?t=xoxe-1234567890-abcdefghijkl';
	await sh.run(['import', '-', '--into', id], {stdin: JSON.stringify([{...day[0], permalink: link}])});
	expect(await entries()).toEqual(['10:05 U1: errors @U2']);
});

test('a second time adds nothing, whether its rows have names or not', async () => {
	await sh.run(['import', '-', '--into', id], {stdin: JSON.stringify(day)});
	const {err} = await sh.run(['import', '-', '--into', id], {stdin: JSON.stringify(day)});
	expect(err).toContain('0 messages, 3 left out: 1 channel_join, 2 in the timeline');
	await sh.run(['log', id, '2026-11-20 10:10 failover begun']);
	const paste = '10:10 UTC Failover begun!\n10:11 UTC done\n10:11 UTC done';
	await sh.run(['import', '-', '--into', id, '--date', '2026-11-20'], {stdin: paste});
	await sh.run(['import', '-', '--into', id, '--date', '2026-11-20'], {stdin: paste});
	expect(await entries()).toEqual(['10:05 U1: errors @U2', '10:06 U2: looking', '10:10 failover begun', '10:11 done']);
});

test('assumed times are not written without a word of somebody', async () => {
	const {status, err} = await sh.run(['import', '-', '--into', id], {stdin: '10:05 paged\n2026-11-20 10:06 UTC acked'});
	expect(status).toBe(2);
	expect(err).toContain('The time of 1 of 2 rows is assumed');
	expect(err).toContain('--date and --tz, or --yes');
	expect(err).toContain('2026-11-20 10:05 ?  paged  (assumed: date, zone)');
	expect(await entries()).toEqual([]);
	await sh.run(['import', '-', '--into', id, '--date', '2026-11-20', '--tz', 'PST'], {stdin: '10:05 paged'});
	expect(await entries()).toEqual(['18:05 paged']);
	await sh.run(['import', '-', '--into', id, '--yes'], {stdin: '10:05 paged'});
	expect(await entries()).toEqual(['18:05 paged', '10:05 paged']);
});

test('--dry-run prints the rows and changes nothing, also without --into', async () => {
	const {out, err} = await sh.run(['import', '-', '--dry-run'], {stdin: JSON.stringify(day)});
	expect(out).toContain('+  2026-01-09 10:06     U2   ↳ looking');
	expect(out).toContain('-  2026-01-09 10:06:01  U2   joined      channel_join');
	expect(err).toContain('Slack export: 2 messages');
	await sh.run(['import', '-', '--into', id, '--dry-run'], {stdin: JSON.stringify(day)});
	expect(await entries()).toEqual([]);
});

test('--json prints every row with its reason, and what was masked', async () => {
	const stdin = '2026-11-20T10:05:00Z login by ann@example.com\nstack trace';
	const {out} = await sh.run(['import', '-', '--into', id, '--json'], {stdin});
	expect(JSON.parse(out)).toEqual({
		schemaVersion: 1,
		source: 'log',
		retro: id,
		rows: [
			{at: '2026-11-20T10:05:00Z', text: 'login by ***', who: '', keep: true, reason: '', ref: '', assumed: []},
			{at: null, text: 'stack trace', who: '', keep: false, reason: 'no time', ref: '', assumed: []},
		],
		skipped: {'no time': 1},
		masked: {tokens: 0, addresses: 1},
	});
});

test('with standard output elsewhere, somebody at the terminal sees the rows and is asked once', async () => {
	const path = await file(
		'alerts.json',
		JSON.stringify([{labels: {alertname: 'Down'}, startsAt: '2026-11-20T10:05:00Z'}]),
	);
	const no = await sh.run(['import', path, '--into', id], {terminal: true, isPiped: true, answer: 'n\n'});
	expect(no.err).toContain('Alert fires: Down');
	expect(no.err).toContain(`Add 1 to ${id}? [y/N] Nothing was changed.`);
	expect(await entries()).toEqual([]);
	const yes = await sh.run(['import', path, '--into', id], {terminal: true, isPiped: true, answer: 'y\n'});
	expect(yes.err).toContain(`Added 1 to ${id}.`);
	expect(await entries()).toEqual(['10:05 Alert fires: Down']);
});

test('at a terminal the rows of a file are shown to pick from, and read again by what is answered', async () => {
	const path = await file('paste.txt', '10:05 paged\n10:06 acked');
	const {status, screens, err} = await sh.run(['import', path, '--into', id], {terminal: true});
	expect({status, err}).toEqual({status: 0, err: ''});
	expect(screens).toEqual([expect.objectContaining({kind: 'import', id})]);
	const [route] = screens;
	if (route?.kind !== 'import') throw new Error('no rows were shown');
	const {material} = route;
	const retro = await sh.record(id);
	const times = async (answers: typeof noAnswers): Promise<unknown> => {
		const read = await material.read(answers, retro);
		return read.kind === 'gathered' ? read.gathered.rows.map(({at, assumed}) => [at, assumed]) : read.kind;
	};
	expect(await times(material.answers ?? noAnswers)).toEqual([
		['2026-11-20T10:05:00Z', ['date', 'zone']],
		['2026-11-20T10:06:00Z', ['date', 'zone']],
	]);
	const date = '2026-11-19' as CalendarDate;
	const zone: Zone = {kind: 'offset', minutes: 60, label: 'UTC+1'};
	expect(await times({...noAnswers, date, zone})).toEqual([
		['2026-11-19T09:05:00Z', []],
		['2026-11-19T09:06:00Z', []],
	]);
	expect(await entries()).toEqual([]);
	for (const flag of ['--dry-run', '--json', '--yes'])
		expect((await sh.run(['import', path, '--into', id, flag], {terminal: true})).screens).toEqual([]);
	expect(await entries()).toEqual(['10:05 paged', '10:06 acked']);
});

test('people stand by their roles where the team settles it so, at the second time too', async () => {
	await sh.run(['set', id, 'participants', 'U1 (incident commander), U2']);
	await file('.retros/config.json', JSON.stringify({mentions: 'roles'}));
	const stdin = '2026-01-09 10:05 UTC U1: ask @U1!\n2026-01-09 10:06 UTC @U12 looks';
	for (const _time of ['first', 'second']) await sh.run(['import', '-', '--into', id], {stdin});
	expect(await entries()).toEqual(['10:05 U1: ask incident commander!', '10:06 @U12 looks']);
});

test('a directory or an archive of Slack names people and joins its days', async () => {
	await file('export/users.json', JSON.stringify(users));
	await file('export/incident/2026-01-09.json', JSON.stringify(day));
	await file('export/incident/2026-01-10.json', JSON.stringify([message(1768039500, 'U2', 'done')]));
	const {out, err} = await sh.run(['import', 'export', '--dry-run']);
	expect(out).toContain('Ann    errors @Bob B');
	expect(err).toBe('Slack export: 3 messages, 1 left out: channel_join\n');
	const encoded = (value: object) => new TextEncoder().encode(JSON.stringify(value));
	const archive = zipSync({
		'incident/2026-01-09.json': encoded(day),
		'users.json': encoded(users),
		'notes.txt': encoded({}),
	});
	const path = await file('export.zip', archive);
	expect((await sh.run(['import', path, '--dry-run'])).out).toContain('Ann    errors @Bob B');
	expect((await sh.run(['import', 'export/incident/2026-01-09.json', '--dry-run'])).out).toContain(
		'Ann    errors @Bob B',
	);
	expect((await sh.run(['import', 'export/incident', '--dry-run'])).out).toContain('Bob B  done');
});

test('what is not recognised, or is no text, changes nothing and says so', async () => {
	const {status, err} = await sh.run(['import', '-', '--into', id], {stdin: 'hello'});
	expect(status).toBe(1);
	expect(err).toContain('is not recognised');
	expect(err).toContain('Slack export');
	expect((await sh.run(['import', '-', '--into', id], {stdin: new Uint8Array([1, 0, 2])})).err).toContain('is no text');
	expect((await sh.run(['import', 'none', '--into', id])).err).toContain('There is no file “none”');
});

test('an export without --into says what to type', async () => {
	const {status, err} = await sh.run(['import', '-'], {stdin: JSON.stringify(day)});
	expect(status).toBe(2);
	expect(err).toContain('Slack export');
	expect(err).toContain('retro import - --into latest');
});

test('--from, --since, --until, --tz are read or refused with what they can be', async () => {
	const stdin = '2026-11-20T10:05:00Z a\n2026-11-21T10:05:00Z b';
	const {out} = await sh.run(['import', '-', '--dry-run', '--until', '2026-11-20'], {stdin});
	expect(out).toContain(' a');
	expect(out).not.toContain(' b');
	expect((await sh.run(['import', '-', '--dry-run', '--from', 'slak-paste'], {stdin})).err).toContain(
		'Did you mean slack-paste?',
	);
	expect((await sh.run(['import', '-', '--dry-run', '--tz', 'CST'], {stdin})).err).toContain(
		'CST stands for several zones',
	);
	expect((await sh.run(['import', '-', '--dry-run', '--since', 'soon'], {stdin})).err).toContain('soon is no time');
});

test('a clock in --since is of the day of the incident', async () => {
	const id = (await sh.run(['new', '--no-open', 'Of last week'])).out.trim();
	await sh.run(['set', id, 'date', '2026-11-13']);
	const stdin = '2026-11-13T10:05:00Z early\n2026-11-13T10:15:00Z late';
	const {out} = await sh.run(['import', '-', '--into', id, '--dry-run', '--since', '10:10'], {stdin});
	expect(out).toContain('late');
	expect(out).not.toContain('early');
});

test('an export that is piped into retro log is told from lines, and lines go on as before', async () => {
	await sh.run(['log', '-'], {stdin: JSON.stringify(day)});
	const {err} = await sh.run(['log', id, '-'], {stdin: JSON.stringify(day)});
	expect(err).toContain('Slack export: 0 messages');
	expect(await entries()).toEqual(['10:05 U1: errors @U2', '10:06 U2: looking']);
	const paste = await sh.run(['log', '-'], {stdin: 'Ann\n  3:26 PM\nfailover'});
	expect(paste.status).toBe(2);
	expect(paste.err).toContain('With retro import, give --date and --tz');
	await sh.run(['log', id, '-'], {stdin: '2026-11-20 10:20 drained\n{"odd"'});
	expect((await entries()).slice(2, 3)).toEqual(['10:20 drained']);
});

test('a post-mortem in markdown becomes a new retro', async () => {
	const stdin =
		'# 2026-01-10, Checkout down\n\n## Summary\n\nNobody could pay.\n\n## Timeline\n\nAll times in UTC.\n\n- 10:05 paged\n- 10:20 resolved\n\n## What went well\n\n- The alert\n';
	const {out, err} = await sh.run(['import', '-'], {stdin});
	expect(out).toMatch(/^2026-01-10-checkout-down-id\d+\n$/);
	expect(err).toBe('Written timeline: 2 entries\n');
	expect(await sh.record(out.trim())).toMatchObject({
		title: 'Checkout down',
		date: '2026-01-10',
		summary: 'Nobody could pay.',
		timeline: [
			{at: '2026-01-10T10:05:00Z', text: 'paged'},
			{at: '2026-01-10T10:20:00Z', text: 'resolved'},
		],
		lessons: {wentWell: [{text: 'The alert'}]},
	});
	const unsaid = await sh.run(['import', '-'], {stdin: '# Down\n\n10:05 paged'});
	expect(unsaid.status).toBe(2);
	expect(unsaid.err).toContain('is assumed');
});
