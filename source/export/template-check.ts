/** What is wrong with a template, found before it is used. */
import mustache from 'mustache';

/** Every name that a template can use, at any depth; documented in `templates/README.md`. */
export const valueNames: readonly string[] = [
	'acknowledge',
	'actions',
	'answer',
	'apart',
	'contributingFactors',
	'data',
	'date',
	'days',
	'definition',
	'detect',
	'done',
	'dropped',
	'due',
	'duration',
	'end',
	'entries',
	'facilitator',
	'from',
	'gantt',
	'gotLucky',
	'hasContributingFactors',
	'hasEnds',
	'hasPhases',
	'hasTimes',
	'id',
	'impact',
	'indent',
	'kind',
	'lasted',
	'length',
	'lessons',
	'marker',
	'metrics',
	'missing',
	'mitigate',
	'moment',
	'name',
	'nothing',
	'open',
	'owner',
	'participants',
	'phase',
	'phases',
	'question',
	'resolve',
	'revenue',
	'rootCause',
	'rootCauses',
	'services',
	'severity',
	'severityNote',
	'spansDays',
	'start',
	'status',
	'summary',
	'text',
	'time',
	'timeline',
	'times',
	'title',
	'to',
	'users',
	'wentWell',
	'wentWrong',
	'whys',
];

export type TemplateFault = {
	/** What is wrong, a sentence without its full stop. */
	readonly message: string;
	/** From 1. */
	readonly line: number;
	/** The name that is not known, where it is that. */
	readonly name?: string;
};

/** The first fault of a mustache template, or undefined when there is none. */
export function templateFault(template: string): TemplateFault | undefined {
	try {
		return faultOf(mustache.parse(template) as Token[], template);
	} catch (error) {
		return parseFault(error instanceof Error ? error.message : String(error), template);
	}
}

/** mustache's tokens: kind, value, start, end; of a section also what it contains. */
type Token = [kind: string, value: string, start: number, end: number, inner?: Token[]];

function faultOf(tokens: readonly Token[], template: string): TemplateFault | undefined {
	for (const [kind, value, start, , inner] of tokens) {
		const line = lineAt(template, start);
		if (kind === '>') return {message: 'A template cannot include another one', line};
		if (kind === 'text') continue;
		const name = value.split('.').find((part) => part !== '' && !valueNames.includes(part));
		if (name !== undefined) return {message: `There is no value called "${name}"`, line, name};
		const fault = inner && faultOf(inner, template);
		if (fault) return fault;
	}
	return undefined;
}

/** mustache says where it stopped; for a section that is never closed, where it opens helps more. */
function parseFault(message: string, template: string): TemplateFault {
	const [, what = message, offset = '0'] = /^(.*) at (\d+)$/s.exec(message) ?? [];
	const section = /^Unclosed section "(.*)"$/s.exec(what)?.[1];
	const until = template.slice(0, Number(offset));
	const opened =
		section === undefined ? -1 : Math.max(...['#', '^'].map((kind) => until.lastIndexOf(`{{${kind}${section}`)));
	return {message: what, line: lineAt(template, opened < 0 ? Number(offset) : opened)};
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}
