/** `retro lint --explain RULE…`: what a rule or a category is about, with examples and its sources. */
import {type RuleInfo, rules} from '../../lint/explain.ts';
import {type Category, categories} from '../../lint/finding.ts';
import {type Citation, literatureOf} from '../../lint/literature.ts';
import {type Problem, wrongUse} from '../../problem.ts';
import type {Paint} from '../colour.ts';
import {type Context, printJson} from '../context.ts';
import {lintSettingsOf} from '../linter.ts';
import {quoted} from '../quote.ts';
import {wrap} from '../wrap.ts';
import type {ReportFormat} from './formats.ts';
import {nearestRule} from './rule-names.ts';

/** Version of the shape that `--json` prints. */
const explainVersion = 1;

/** Columns that running text is wrapped to. */
const textWidth = 78;

type ExplainContext = Context<{readonly format: ReportFormat | undefined}>;

/** What was asked for: a rule, or a category with its rules. */
type Topic = {readonly name: string; readonly category: Category; readonly rules: readonly RuleInfo[]};

/** Resolves to the exit status. Throws a `Problem` of wrong use for a name that no rule has. */
export async function explain(context: ExplainContext): Promise<number> {
	const {arguments: names, flags, stdout, paint} = context;
	const topics = names.map(topicOf);
	if (flags.json === true || flags.format === 'json') {
		const ids = new Set(topics.flatMap((topic) => topic.rules.map(({id}) => id)));
		const asked = rules()
			.filter(({id}) => names.length === 0 || ids.has(id))
			.map((rule) => ({...rule, literature: literatureOf(rule.category)}));
		printJson(context, {schemaVersion: explainVersion, rules: asked});
		return 0;
	}
	const {severities = {}} = lintSettingsOf(await context.configuration());
	const severityOf = (rule: RuleInfo): string => {
		const here = severities[rule.id] ?? severities[rule.category] ?? rule.severity;
		return here === rule.severity ? here : `${here} here, ${rule.severity} without your settings`;
	};
	const texts =
		names.length === 0
			? [overview(severityOf, paint)]
			: topics.map((topic) => (topic.name === topic.category ? aboutCategory : aboutRule)(topic, severityOf, paint));
	stdout.write(`${texts.join('\n\n')}\n`);
	return 0;
}

function topicOf(name: string): Topic {
	const category = categories.find((each) => each === name);
	if (category !== undefined) return {name, category, rules: rules().filter((rule) => rule.category === category)};
	const rule = rules().find(({id}) => id === name);
	if (rule === undefined) throw unknownRule(name);
	return {name, category: rule.category, rules: [rule]};
}

function unknownRule(name: string): Problem {
	if (name.startsWith('team.')) {
		return wrongUse(`${quoted(name)} is a rule of your team, and its settings say all of it`, 'See lint.rules there.');
	}
	const near = nearestRule(name);
	const hint = near === undefined ? '' : `Did you mean ${near}? `;
	return wrongUse(`There is no rule ${quoted(name)}`, `${hint}retro lint --explain lists all of them.`);
}

type SeverityOf = (rule: RuleInfo) => string;

function overview(severityOf: SeverityOf, paint: Paint): string {
	const groups = categories.map((category) => {
		const own = rules().filter((rule) => rule.category === category);
		return [paint('title', category), ...own.flatMap((rule) => ruleLines(rule, severityOf, paint))].join('\n');
	});
	return [...groups, 'retro lint --explain RULE has the examples and the sources.'].join('\n\n');
}

function aboutCategory({name, category, rules: own}: Topic, severityOf: SeverityOf, paint: Paint): string {
	return [
		paint('title', name),
		own.flatMap((rule) => ruleLines(rule, severityOf, paint)).join('\n'),
		literatureSection(category, paint),
		waysOut(name, paint),
	].join('\n\n');
}

function ruleLines(rule: RuleInfo, severityOf: SeverityOf, paint: Paint): string[] {
	return [`  ${paint('command', rule.id)} (${severityOf(rule)})`, ...indented(rule.reason, 4)];
}

function aboutRule({category, rules: [rule]}: Topic, severityOf: SeverityOf, paint: Paint): string {
	if (rule === undefined) return '';
	const where = rule.onlyActions ? ['It is looked for in action items alone.'] : [];
	return [
		`${paint('title', rule.id)} (${severityOf(rule)})`,
		[rule.reason, rule.reframing, ...where].map((text) => wrap(text, textWidth)).join('\n'),
		section('Found', rule.examples, paint),
		section('Left alone', rule.lookAlikes, paint),
		literatureSection(category, paint),
		waysOut(rule.id, paint),
	].join('\n\n');
}

function literatureSection(category: Category, paint: Paint): string {
	const entries = literatureOf(category).flatMap((citation) => [
		...indented(reference(citation), 2),
		...indented(citation.says, 4),
		...(citation.url === undefined ? [] : [`    ${paint('quiet', citation.url)}`]),
	]);
	return [paint('title', 'Literature'), ...entries].join('\n');
}

function reference({authors, year, title, in: place}: Citation): string {
	return `${authors}${year === undefined ? '' : ` (${year}).`} ${title}. ${place}.`;
}

/** How to live with a rule: in one place, for some words, for good. */
function waysOut(name: string, paint: Paint): string {
	return [
		paint('title', 'To leave it alone'),
		...indented('In a file, for a passage or for a line:', 2),
		`    <!-- retro-lint-disable ${name} --> … <!-- retro-lint-enable ${name} -->`,
		`    <!-- retro-lint-disable-next-line ${name} -->`,
		...indented("In the team's settings, for some words or altogether (off, nudge or warning):", 2),
		'    {"lint": {"allow": ["the words"]}}',
		`    {"lint": {"severities": {"${name}": "off"}}}`,
	].join('\n');
}

function section(heading: string, sentences: readonly string[], paint: Paint): string {
	return [paint('title', heading), ...sentences.flatMap((sentence) => indented(sentence, 2))].join('\n');
}

function indented(text: string, depth: number): string[] {
	return wrap(text, textWidth - depth)
		.split('\n')
		.map((line) => ' '.repeat(depth) + line);
}
