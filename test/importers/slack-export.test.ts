import {expect, test} from 'vitest';
import {slackNames} from '../../source/importers/slack-export.ts';
import {slackMarkdown} from '../../source/importers/slack-text.ts';
import {imported, rowsOf} from './fixture.ts';

const message = (ts: string, text: string, more: object = {}) => ({type: 'message', user: 'U1', ts, text, ...more});

test('messages in UTC, with names, replies and bots; who joined is left out', async () => {
	const day = [
		message('1767953100.000100', 'errors at <https://x.example/d|the dashboard> <@U2|bob> &gt; 5 %', {
			user_profile: {display_name: 'Ann'},
		}),
		message('1767953160.000200', 'looking', {user_profile: {real_name: 'Bob B'}, thread_ts: '1767953100.000100'}),
		message('1767953161.000300', '<@U3> has joined the channel', {subtype: 'channel_join'}),
		message('1767953200.000400', '', {
			subtype: 'bot_message',
			bot_id: 'B1',
			username: 'deploys',
			attachments: [
				{
					pretext: 'Deployed',
					title: 'v12',
					title_link: 'https://x.example/12',
					fields: [{title: 'by', value: '*ann*'}],
				},
			],
		}),
	];
	expect(await rowsOf(day)).toEqual([
		'2026-01-09 10:05 Ann: errors at [the dashboard](https://x.example/d) @bob > 5 %',
		'2026-01-09 10:06 Bob B: looking',
		'(channel_join) 2026-01-09 10:06:01 U1: @U3 has joined the channel',
		'2026-01-09 10:06:40 deploys: Deployed [v12](https://x.example/12) by: **ann**',
	]);
	const {rows, source, skipped} = await imported(day);
	expect(source.name).toBe('slack-export');
	expect(rows[1]).toMatchObject({ref: 'slack:1767953160.000200', thread: 'slack:1767953100.000100'});
	expect([...skipped]).toEqual([['channel_join', 1]]);
});

test.each([
	['*bold* _it_ ~gone~ 2*3*4', '**bold** _it_ ~~gone~~ 2*3*4'],
	['<!here> <!subteam^S1|@infra> <#C1|ops>', '@here @infra #ops'],
	['at <!date^1767953100^{time}|10:05 PST>', 'at 2026-01-09 10:05 UTC'],
	['```\nkubectl *get*\npods\n```', '`kubectl *get* pods`'],
	['`a <b>`', '`a <b>`'],
	['<@U9> &lt;b&gt;', '@Eve <b>'],
])('%s', (text, markdown) => {
	expect(slackMarkdown(text, slackNames([{id: 'U9', name: 'eve', profile: {display_name: 'Eve'}}], []))).toBe(markdown);
});
