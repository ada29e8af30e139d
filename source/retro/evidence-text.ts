/** The forms that evidence has at the end of a text: bare, in brackets, as a markdown link, in backticks, behind a prompt. */

export type Evidence =
	/** An address of the web, http or https. */
	{readonly kind: 'link'; readonly url: string} | {readonly kind: 'command'; readonly command: string};

/** The last evidence of a text, and the text without it. */
export type LastGiven = {readonly before: string; readonly evidence: Evidence};

/** What is given at the very end of a text and is no part of its sentence; null where nothing is. */
export function lastGiven(text: string): LastGiven | null {
	return lastCommand(text) ?? lastInBrackets(text) ?? lastLink(text);
}

/** The link or the command in backticks that the sentence of a text ends in. */
export function evidenceWithin(text: string): Evidence | null {
	const link = linkWithin(text);
	if (link !== null) return {kind: 'link', url: link.url};
	const code = /(?:^|[^`])`([^`]+)`[.!]?$/.exec(text)?.[1]?.trim();
	return code !== undefined && isCommand(code) ? {kind: 'command', command: code} : null;
}

const address = String.raw`https?:\/\/[^\s<>"\x60]+`;
const wholeAddress = new RegExp(`^${address}$`, 'i');
const bareLink = new RegExp(String.raw`(?:^|\s)<?(${address})>?$`, 'i');
const bracketedLink = new RegExp(
	String.raw`(?:^|\s)\((?:\[[^\]]*\]\(<?(${address}?)>?\)|<?(${address}?)>?)\)[.!]?$`,
	'i',
);
const bracketedCommand = /(?:^|\s)\((`+) ?([^`].*?) ?\1\)[.!]?$/;
const sentenceLink = new RegExp(
	String.raw`(?:!?\[((?:\\.|[^\]\\])*)\]\(<?(${address}?)>?\)|<?(${address})>?)[.!]?$`,
	'i',
);

/** The link that the sentence ends in, what stands before it, and its words where it has any of its own. */
export function linkWithin(text: string): {before: string; url: string; label: string | undefined} | null {
	const match = sentenceLink.exec(text);
	const url = match === null ? null : linkOf(withoutStop(match[2] ?? match[3] ?? ''));
	if (match === null || url === null) return null;
	const label = match[1]?.replace(/\\(?=[!-/:-@[-`{-~])/g, '').trim();
	return {before: text.slice(0, match.index), url, label: label === '' ? undefined : label};
}

/** Words that no sentence ends in: the link behind them is part of it. */
const leading = /(?:^|\s)(?:at|by|from|in|into|on|per|see|through|to|under|via|with)$/i;

function lastLink(text: string): LastGiven | null {
	const match = bareLink.exec(text);
	const url = match === null ? null : linkOf(withoutStop(match[1] ?? ''));
	if (match === null || url === null) return null;
	const before = text.slice(0, match.index).trimEnd();
	if (leading.test(before)) return null;
	return {before: before.replace(/(?::|\s[–—-])$/, '').trimEnd(), evidence: {kind: 'link', url}};
}

function lastInBrackets(text: string): LastGiven | null {
	const link = bracketedLink.exec(text);
	const url = link === null ? null : linkOf(link[1] ?? link[2] ?? '');
	if (link !== null && url !== null) {
		return {before: text.slice(0, link.index).trimEnd(), evidence: {kind: 'link', url}};
	}
	const code = bracketedCommand.exec(text);
	if (code === null || !(code[2] ?? '').includes(' ')) return null;
	return {before: text.slice(0, code.index).trimEnd(), evidence: {kind: 'command', command: code[2] ?? ''}};
}

function lastCommand(text: string): LastGiven | null {
	const at = promptAt(text);
	if (at === null) return null;
	const command = text.slice(at + 1).trim();
	return {before: text.slice(0, at).trimEnd(), evidence: {kind: 'command', command}};
}

/** Words that follow a sum of money: `lost a lot of $ per minute` is no prompt, nor is `300 $ lost`. */
const moneyWords = /^(?:an?|and|are|at|each|every|for|from|in|is|lost|of|on|or|per|to|was|were|worth)\b/i;

/** Where a command begins with its prompt, `$ kubectl …`; null where none does. */
export function promptAt(text: string): number | null {
	for (const {index} of text.matchAll(/(?<=^|\s)\$ +(?=[a-z_./~])/gi)) {
		const isSum = /(?:^|\s)[\d.,]+[km]?\s*$/i.test(text.slice(Math.max(0, index - longestSum), index));
		const words = text.slice(index + 1).trimStart();
		if (isSum ? programs.test(words) || /^[.~/]/.test(words) : !moneyWords.test(words)) return index;
	}
	return null;
}

const longestSum = 24;

/** Programs that people run in an incident; anything else is a command where it has options, a path or a pipe. */
const programs =
	/^(?:sudo |[A-Z_]+=\S* )*(?:ansible(?:-playbook)?|argocd|aws|az|bash|cat|consul|curl|dig|docker(?:-compose)?|flux|flyctl|gcloud|gh|git|grep|helm|heroku|istioctl|journalctl|kill|kubectl|make|mysql|nomad|npm|podman|psql|python3?|rabbitmqctl|redis-cli|rm|rsync|scp|sh|ssh|systemctl|tail|tcpdump|terraform|vault) \S/;

function isCommand(code: string): boolean {
	return programs.test(code) || /^[a-z.~/][\w./~-]*(?= ).* (?:--?[a-z]|\|{1,2} |&& |\.{0,2}\/)/i.test(code);
}

/** Whether the whole text is an address of the web. */
export function isLink(text: string): boolean {
	return wholeAddress.test(text) && linkOf(text) !== null;
}

/** The stop that ends the sentence around a link is none of it, nor is a bracket that the link does not open itself. */
function withoutStop(url: string): string {
	const stripped = url.replace(/[.,;:!?']+$/, '');
	const closes = (stripped.match(/\)/g)?.length ?? 0) > (stripped.match(/\(/g)?.length ?? 0);
	return closes && stripped.endsWith(')') ? withoutStop(stripped.slice(0, -1)) : stripped;
}

function linkOf(url: string): string | null {
	return URL.canParse(url) && new URL(url).host !== '' ? url : null;
}
