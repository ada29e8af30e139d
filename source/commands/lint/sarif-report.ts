/** What was found, as SARIF 2.1.0: the form that code scanning takes. */
import {createHash} from 'node:crypto';
import {pathToFileURL} from 'node:url';
import type {ArtifactLocation, Fix, Notification, Region, ReportingDescriptor, Result, Run} from 'sarif';
import {type RuleInfo, rules} from '../../lint/explain.ts';
import type {Finding, Replacement} from '../../lint/finding.ts';
import type {UnusedComment} from '../../lint/linter.ts';
import type {Surroundings} from '../context.ts';
import {locatedSpan, type PlaceAt, placesIn} from '../located-finding.ts';
import type {LintedFile, Report} from './file-report.ts';
import {jsonText} from './json-text.ts';
import {repositoryPath} from './repository-path.ts';
import {unusedCommentRule, unusedText} from './unused-text.ts';

/** The name is that of the way a fingerprint is made; another way needs another name. */
const fingerprintName = 'retroLint/v1';

const head = '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[';

/** One result a line. The rules come last, since only those are listed that found something. */
export function sarifReport(world: Pick<Surroundings, 'cwd' | 'env' | 'version'>): Report {
	const descriptors = new Map<string, ReportingDescriptor>();
	const failures: Notification[] = [];
	let isFirst = true;
	const indexOf = (id: string, describe: () => ReportingDescriptor): number => {
		if (!descriptors.has(id)) descriptors.set(id, describe());
		return [...descriptors.keys()].indexOf(id);
	};
	return {
		head,
		file(report) {
			const location = artifactOf(report.path, world);
			if (report.kind === 'failed') {
				const locations = [{physicalLocation: {artifactLocation: location}}];
				failures.push({level: 'error', message: {text: report.message}, locations});
				return '';
			}
			const lines = resultsOf(report, location, indexOf).map((result) => {
				const comma = isFirst ? '' : ',';
				isFirst = false;
				return `${comma}\n${jsonText(result)}`;
			});
			return lines.join('');
		},
		end() {
			const run: Omit<Run, 'results'> = {
				tool: {driver: {name: 'retro lint', semanticVersion: world.version, rules: [...descriptors.values()]}},
				columnKind: 'utf16CodeUnits',
				invocations: [{executionSuccessful: failures.length === 0, toolExecutionNotifications: failures}],
			};
			return `\n],${jsonText(run).slice(1)}]}\n`;
		},
	};
}

type IndexOf = (id: string, describe: () => ReportingDescriptor) => number;

function resultsOf({text, findings, unused}: LintedFile, location: ArtifactLocation, indexOf: IndexOf): Result[] {
	if (findings.length + unused.length === 0) return [];
	const placeAt = placesIn(text);
	const place = (span: Replacement['span']) => [
		{physicalLocation: {artifactLocation: location, region: regionOf(span, text, placeAt)}},
	];
	const fingerprint = fingerprinter();
	return [
		...findings.map((finding): Result => {
			const fixes = fixesOf(finding, location, text, placeAt);
			return {
				ruleId: finding.rule,
				ruleIndex: indexOf(finding.rule, () => descriptorOf(finding)),
				level: levelOf(finding.severity),
				message: {text: finding.message},
				locations: place(finding.span),
				partialFingerprints: fingerprint(finding.rule, text.slice(finding.span.start, finding.span.end)),
				...(fixes.length > 0 && {fixes}),
			};
		}),
		...unused.map(
			(comment: UnusedComment): Result => ({
				ruleId: unusedCommentRule,
				ruleIndex: indexOf(unusedCommentRule, () => unusedCommentDescriptor),
				level: 'note',
				message: {text: unusedText(comment)},
				locations: place(comment.span),
				partialFingerprints: fingerprint(unusedCommentRule, text.slice(comment.span.start, comment.span.end)),
			}),
		),
	];
}

function regionOf(span: Replacement['span'], text: string, placeAt: PlaceAt): Region {
	const {line, column, endLine, endColumn, start, end} = locatedSpan(span, text, placeAt);
	const place = {startLine: line, startColumn: column, endLine, endColumn};
	return {...place, charOffset: start, charLength: end - start};
}

/** What `--fix` would write, then each wording that can take the place of the words. */
function fixesOf(
	{fix, suggestions, span}: Finding,
	artifactLocation: ArtifactLocation,
	text: string,
	placeAt: PlaceAt,
): Fix[] {
	const change = (description: string, replacements: readonly Replacement[]): Fix => ({
		description: {text: description},
		artifactChanges: [
			{
				artifactLocation,
				replacements: replacements.map(({span: replaced, text: wording}) => ({
					deletedRegion: regionOf(replaced, text, placeAt),
					insertedContent: {text: wording},
				})),
			},
		],
	});
	return [
		...(fix === undefined ? [] : [change('What --fix writes', fix)]),
		...suggestions.map((wording) => change('A wording that can take its place', [{span, text: wording}])),
	];
}

/**
 * A fingerprint of the words themselves and of how often they were met before in the file, so that what is written
 * above them does not change it.
 */
function fingerprinter(): (rule: string, words: string) => Record<string, string> {
	const met = new Map<string, number>();
	return (rule, words) => {
		const key = `${rule}\n${words.trim().replace(/\s+/g, ' ')}`;
		const before = met.get(key) ?? 0;
		met.set(key, before + 1);
		return {[fingerprintName]: createHash('sha256').update(`${key}\n${before}`).digest('hex')};
	};
}

function levelOf(severity: Finding['severity']): 'warning' | 'note' {
	return severity === 'warning' ? 'warning' : 'note';
}

/** A team's own rule is known by its findings alone. */
function descriptorOf({rule, category, severity, message}: Finding): ReportingDescriptor {
	const info = rules().find(({id}) => id === rule);
	return {
		id: rule,
		shortDescription: {text: info?.reason ?? message},
		...(info !== undefined && {fullDescription: {text: info.reframing}, help: helpOf(info)}),
		defaultConfiguration: {level: levelOf(info?.severity ?? severity)},
		properties: {tags: [category]},
	};
}

function helpOf({id, reframing, examples, lookAlikes}: RuleInfo): ReportingDescriptor['help'] {
	const list = (sentences: readonly string[]) => sentences.map((sentence) => `- ${sentence}`).join('\n');
	const parts = [reframing, `Found:\n\n${list(examples)}`, `Left alone:\n\n${list(lookAlikes)}`];
	const text = [...parts, `More: retro lint --explain ${id}`].join('\n\n');
	return {text, markdown: [...parts, `More: \`retro lint --explain ${id}\``].join('\n\n')};
}

const unusedCommentDescriptor: ReportingDescriptor = {
	id: unusedCommentRule,
	shortDescription: {text: 'A comment for the lint that does nothing'},
	defaultConfiguration: {level: 'note'},
};

function artifactOf(path: string, world: Pick<Surroundings, 'cwd' | 'env'>): ArtifactLocation {
	if (path === '-') return {uri: 'stdin'};
	const way = repositoryPath(path, world);
	const isOutside = way.startsWith('/') || /^[A-Za-z]:\//.test(way);
	return {uri: isOutside ? pathToFileURL(way).href : way.split('/').map(encodeURIComponent).join('/')};
}
