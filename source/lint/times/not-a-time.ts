/** Whether two numbers with a colon between them are a time of day, by the words around them. */

/**
 * `certain`: they stand where only a time of day makes sense. `none`: they are something else: a ratio, a score, a
 * duration, a port, a position. `doubtful`: nothing tells.
 */
export type Standing = 'certain' | 'doubtful' | 'none';

const reach = 70;

const measure =
	/^[ \t]{0,2}(?:minutes?|mins?|min|seconds?|secs?|s|ms|ratio|long|aspect|x|split|mix|odds|share|in favou?r|against|into|per|screens?|scale|oversubscription|overcommit|workers per|used|spent|elapsed|remaining|left)\b|^[ \t]{0,2}\(h{1,2}:m|^[\]):]{0,2}[ \t]+(?:syntax error|unexpected|parse error|expected\b|error (?:TS|no-))|^[ \t]+(?:of|in|into) the (?:call|video|recording|clip|talk|stream|screencast|audio)\b/i;
const hours = /^[ \t]{1,2}(?:hours?|hrs?|h)\b|^(?:hrs?|hours?)\b/i;
const onClock = /\b(?:at|from|until|till|by|since|between|before|after|around)[ \t]+(?:about |around |ca\. ?|~)?$/i;
/** Words in whose sentence two numbers are a relation of one to the other. */
const relation =
	/\b(?:ratios?|odds|aspect|oversubscri\w+|signal[- ]to[- ]noise|scor(?:e|ed|es|ing)|votes?|voted|compression|sampl(?:e|es|ed|ing)|weights?|weighted|misses|balanced|display\w*|render\w*|layout|projector|monitor|resolution|tally|scoreboard|standings|points|yaml|syntax|indentation|median|mean|average|averaged|worst[- ]case|best[- ]case|percentile|p\d\d|scale|drawn|dilut\w+|countdown|timer|stopwatch|clip|footage|video|chown|uid|gid|owned by|fingerprint|mac|psalm|(?:match|game|set|quiz|final|ctf) (?:between|ended|was|finished))\b/i;
/** Something happened then, whatever it was about: "the ratio fell at 14:02". */
const happened =
	/\b(?!(?:balanced|weighted|mixed|sampled|scored|voted|rendered|displayed|compared|diluted|capped|fixed|rated|based|needed|used|weighed|divided|shared|owned|approved|rejected|accepted|decided|passed|defeated)\b)(?:[a-z]{3,14}ed|died|began|went|came|fell|rose|hit|broke|lost|ran|got|left|sent|woke|grew|begun|blew|shut|gone|back)\b(?:[ \t]+[\w-]{1,14}){0,2}[ \t]+(?:again[ \t]+)?(?:at|by|around|shortly after|until|since)[ \t]+(?:about |around |exactly )?$/i;
const won = /\b(?:won|lost|beat|leads?|drew|tied)[ \t]+(?:by |with )?$/i;
/** What is directly followed by a length of time, not a time of day. */
const length =
	/\(h{1,2}:m{2}\)[ \t:=]*$|\b(?:(?:duration|length)(?: of [a-z ]{2,24})?|durations|tt[a-z]|elapsed|uptime|downtime|mtt[a-z]|lag|runtime|run time|elapsed time|wall time|total time|time (?:to|until|till|spent|taken|lost|left|used|remaining)(?: [a-z]{2,20}){0,3}|(?:response|failover|recovery|restore|boot|start-?up|build|lead|cycle|wait|waiting|queue|queueing|processing|render|load|travel|lag|idle|repair|page|lock|cpu) ?times?|\w{2,12}-to-\w{2,12}|took|takes|taking|lasted|lasts|lasting|(?<!\b(?:scheduled|planned|set|due|booked|announced) )for|within|over|averaged|averages|average|up to|delay|latency|length|age|minute|recording|video|timeout|window of|outage of|every|another|rto|rpo|total|sum(?: of [a-z]{2,20})?|maximum|minimum|limit|budget|spent|cooldown|grace period|retry after|backoff|interval|pause|fastest|slowest|best|worst|impact|impact time|time in [a-z]{2,20}|result|final|score)\b(?:[ \t]+(?:is|was|of|over the \w+ was|peaked at|reached|grew to|rose to|hit|about|around|only|recording is|time of))*[ \t:=|]*(?:~|about |around |ca\. )?$/i;
/** What is directly followed by a number that counts places or things. */
const place =
	/\b(?:ports?|rows?|lines?|columns?|cols?|pos|position|offset|verse|chapter|table|figure|fig|section|page|item|device|disk|version|v|release|volume|slot|room|ratio|eslint|lint|tsc|compiler|step|maps?|forward(?:ing|s|ed)?|bus)[ \t:#]*$/i;
/** Several of them: `ports 22:22 and 23:23`. */
const places = /\b(?:ports?|rows?|lines?|columns?|verses?|weights?)[ \t]+[\d:, ]{3,40}(?:,|and|or|to)[ \t]+$/i;
const lineAndColumn = /\b(?:line|row|column|col)[ \t]+\d{1,6},?[ \t]*\($/i;
/** Two numbers that can be no time of day, so that the ones beside them are of their kind: `16:9`, `3:1`. */
const ratioBefore = /(?<![\d:.])\d{1,2}:\d(?![\d:])/;
const ratioBehind = /^[^\n]{0,14}?(?<![\d:.])\d{1,2}:\d(?![\d:])/;
/** A value that changes: "the fan-out went from 1:10 to 1:20". */
const change =
	/\b(?:changed|moved|went|raised|lowered|grew|fell|dropped|increased|rose|reduced|shifted|improved|degraded|slipped|scaled|cut|set|widened)[ \t]+(?:back |up |down |(?:the|our|its) (?:[\w-]{2,20} ){1,2})?(?:from[ \t]+(?:\d:[0-5]\d[ \t]+to[ \t]+)?|to[ \t]+)$/i;
/** A file whose line and column it is: `10:14 of values.yaml`. */
const fileBehind = /^[\])]?[ \t]+(?:in|of)[ \t]+[\w/-]{1,40}\.[a-z]{1,5}\b/i;
/** A pair before it that is no time of day: `ports 80:80 and 22:22`. */
const otherPair =
	/(?<![\d:])(?:\d{1,5}:\d{3,5}|(?:2[4-9]|[3-9]\d|\d{3,5}):\d{1,2}|\d{1,2}:[6-9]\d)(?:,| and| or| to|-|–|[ ]?->)[ \t]*$/;

/** An event, and its time at the end of what is said: `first alert 14:02`, `went blank 14:02`. */
const event =
	/\b(?:alert|alarm|page|ack|ack['’]?d|onset|error|symptom|rollback|deploy|restart|failover|failure|outage|escalated|blank|dark|live|green|healthy|offline|online)[ \t]+$/i;
const clauseEnd = /^[ \t]*(?:[.,;)\n]|$)/;
/** The beginning of a line, a cell or a sentence. */
const opening =
	/(?:^|[\n|]|^[.!?] )[ \t>*_]*(?:[-*+•◦–—][ \t]+|\d{1,3}[.)][ \t]+)?[[(]?[ \t]*(?:~|≈|ca\.?|approx\.?|about|around|after|before|from)?[ \t]*$/i;
const brackets = /[<([{~≈>–—|→@]$|[ \t]-$|->$|[\p{L})\]*][:;]$/u;
const words =
	/\b(?:it was|at|around|about|approximately|approx\.?|circa|ca\.|from|until|till|til|by|since|between|before|after|prior to|no (?:later|earlier) than|as (?:early|late) as|past|through|as of|timestamp|(?:clock|watch|log|stamp) (?:showed|shows|read)|starting|ending|beginning|um|bis|gegen|seit|ab|vers|(?:scheduled|planned|set|due|booked|announced) for)[.:]?[ \t]+(?:about |around |approximately |roughly |only |exactly |precisely |just |nearly |almost |the )?$/i;
const verbs =
	/\b(?:started|starts|began|begins|ended|ends|finished|completed|repaired|resolved|detected|declared|acked|acknowledged|restored|fixed|reported|deployed|merged|paged|mitigated|occurred|occurs|closed|opened|triggered|fired|recovered|rolled back|begun|start|end|started on|(?:start|end|begin)(?:ning)?(?: time)?[ \t]+(?:was|is)|(?:incident|detection|resolution|event|finish|deploy|deployment|current|log|alert|recorded) time[ \t]+(?:was|is))[ \t]+$/i;
const joined = /\d[ \t]?(?:[ap]\.?m\.?)?[ \t]?(?:[A-Z]{1,5})?[ \t]*(?:,|and|to|or|through|-|–|→|->|until|till)[ \t]*$/i;
const afterTime = /\d:[0-5]\d(?::[0-5]\d)?[^.!?\n]{0,60},[ \t](?:and |then )?(?:\w+ ){0,2}$/;
const weekday =
	/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \t]*$|\b(?:on|of) (?:the )?\d{1,2}(?:st|nd|rd|th)[ \t]*$/i;
const named = /\b(?:the|our|their|a|this|that|another)[ \t]+$/i;
const namedBehind =
	/^[ \t]+(?:\w{2,14}[ \t]+)?(?:deploy\w*|alerts?|page|run|backup|job|build|release|failover|spike|outage|stand-?up|update|sync|dip|peak|restart|rollback|incident|window|batch|cron|snapshot|train|meeting|entry)\b/i;

/**
 * How numbers from `start` to `end` in a masked passage stand.
 * @param isLong whether they are three: hours, minutes and seconds
 */
export function standingOf(masked: string, start: number, end: number, isLong: boolean): Standing {
	const before = sentenceBefore(masked, start);
	const after = masked.slice(end, end + 60);
	const digits = masked.slice(start, end);
	if (isSomethingElse(digits, before, after, isLong)) return 'none';
	if (opening.test(before)) return 'certain';
	// "Headroom: 1:15" is no time, and "about 1:15" mostly none; "at 1:15" is.
	if (/^1:/.test(digits) && !onClock.test(before)) return 'doubtful';
	return isTimeOfDay(before, after) ? 'certain' : 'doubtful';
}

/** What stands before an offset in its sentence or cell, as far as it matters. */
function sentenceBefore(masked: string, start: number): string {
	const window = masked.slice(Math.max(0, start - reach), start);
	const cut = Math.max(
		window.lastIndexOf('\n'),
		window.lastIndexOf('. '),
		window.lastIndexOf('! '),
		window.lastIndexOf('? '),
	);
	return cut < 0 ? window : window.slice(cut);
}

function isSomethingElse(digits: string, before: string, after: string, isLong: boolean): boolean {
	// Nobody writes ten past midnight as 0:10.
	if (/^0:\d\d$/.test(digits) || measure.test(after) || (hours.test(after) && !onClock.test(before))) return true;
	if (ratioBefore.test(before) || ratioBehind.test(after)) return true;
	if (/^\d:/.test(digits) && change.test(before)) return true;
	if (isPosition(before, after) || won.test(before)) return true;
	if (relation.test(before) && !happened.test(before)) return true;
	if (!length.test(before)) return false;
	// "Downtime: 10:00 - 10:40" is two times; "lag peaked at 14:20" is one, "at 00:20:15" none.
	if (/^[ \t]*(?:UTC)?[ \t]*(?:-|–|—|to|until|till|→|->)[ \t]*(?:\d|\()/.test(after)) return false;
	return isLong || !/\bat[ \t]*$/.test(before);
}

/** Of a file, a port, a table: `line 14:20`, `app.ts(14:20)`, `schema.graphql (12:15)`. A chat has `sam.lee (09:41):`. */
function isPosition(before: string, after: string): boolean {
	if (/[\p{L}\p{N}]\($/u.test(before)) return true;
	if (/\.\p{L}{1,8} \($/u.test(before) && !after.startsWith('):')) return true;
	return [place, places, lineAndColumn, otherPair].some((pattern) => pattern.test(before)) || fileBehind.test(after);
}

function isTimeOfDay(before: string, after: string): boolean {
	const near = before.trimEnd();
	return (
		brackets.test(near) ||
		words.test(before) ||
		verbs.test(before) ||
		weekday.test(before) ||
		joined.test(before) ||
		(event.test(before) && clauseEnd.test(after)) ||
		afterTime.test(before) ||
		(named.test(before) && namedBehind.test(after)) ||
		(/[,;][ \t]*$/.test(before) && /^:[ \t]/.test(after))
	);
}

/** Whether a cell says that the one beside it holds a length of time: `Duration`, `Time to detect`. */
export function isLengthLabel(masked: string): boolean {
	return masked.length < 60 && length.test(masked.trim());
}

const unit = /^(?:h\b|hrs?\b|[ \t](?:hrs|hours)\b|:?\][ \t]|:[ \t\n]|[ \t][-–—|>][ \t])/;

/** Whether four digits are a time of day without a zone: `at 0930`, `[0930] disk full`, `0930: disk full`. */
export function isPackedTime(masked: string, start: number, end: number): boolean {
	if (masked.charAt(start) !== '0') return false;
	const before = sentenceBefore(masked, start);
	const after = masked.slice(end, end + 60);
	if (isSomethingElse('', before, after, false)) return false;
	return opening.test(before) ? unit.test(after) : onClock.test(before) && !/^[ \t]*(?:\p{L}{1,2}\b|%)/u.test(after);
}
