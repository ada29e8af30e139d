/** Every source that is known, in the order in which they are asked whether a text is theirs. */
import {alertmanager} from './alertmanager.ts';
import {cloudWatch} from './cloudwatch.ts';
import {csvTable} from './csv-table.ts';
import {eventBridge} from './eventbridge.ts';
import {github} from './github.ts';
import {googleChat} from './google-chat.ts';
import {grafana} from './grafana.ts';
import {journald} from './journald.ts';
import {kubernetes} from './kubernetes.ts';
import {logLines} from './log-lines.ts';
import {opsgenie} from './opsgenie.ts';
import {pagerDuty} from './pagerduty.ts';
import {slackExport} from './slack-export.ts';
import {slackPaste} from './slack-paste.ts';
import type {Source} from './source.ts';
import {statuspage} from './statuspage.ts';
import {teams} from './teams.ts';
import {writtenTimeline} from './written-timeline.ts';

export const sources: readonly Source[] = [
	slackExport,
	teams,
	googleChat,
	pagerDuty,
	opsgenie,
	grafana,
	alertmanager,
	kubernetes,
	cloudWatch,
	eventBridge,
	statuspage,
	github,
	journald,
	slackPaste,
	// Before logs: rows that begin with a time look like their lines, the header does not.
	csvTable,
	logLines,
	writtenTimeline,
];
