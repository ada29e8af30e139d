/** `retro check [RETRO]`: what a retro still lacks before it can be called final, by the guide. */

import {wordsOf} from '../lint/finding.ts';
import {lintRetro, type RetroFinding} from '../lint/retro.ts';
import {evidenceCount, evidenceLine} from '../retro/evidence.ts';
import {type Gap, gapsOf} from '../retro/gaps.ts';
import type {Retro} from '../retro/record.ts';
import {type Step, steps, stepTitles} from '../retro/steps.ts';
import {latest} from '../store/reference.ts';
import {dateOf} from '../time/instant.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {findingLines} from './finding-lines.ts';
import {linterOf} from './linter.ts';
import {shortened} from './quote.ts';
import {retroToRead} from './retro-to-read.ts';
import {wrap} from './wrap.ts';

/** Columns that the sentences of the guide are wrapped to. */
const textWidth = 80;

/** Version of the shape that `--json` prints. */
const checkVersion = 1;

export const command = defineCommand({
	name: 'check',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}],
	flags: {},
	json: true,
	about:
		'Tells what a retro still lacks before it can be called final, and what the lint would put differently. Without a RETRO, of the one last worked on.',
	examples: [
		['retro check', 'the one last worked on'],
		['retro check latest && retro set latest status final', ''],
	],
	notes: [
		['Exit status', '0 when the retro can be final, 1 when something stands in its way.'],
		[
			'JSON',
			'{schemaVersion, retro, canBeFinal, evidence: {entries, carrying},\n gaps: [{rule, field, step, message,\n demand, blocks}], findings: [{field, step, rule, category, severity, start,\n end, text, message, suggestions}]}',
		],
	],
	async run(context) {
		const {
			arguments: [reference = latest],
			flags,
		} = context;
		const store = await context.store();
		const id = await store.find(reference);
		const retro = await retroToRead(context, store, id);
		const gaps = gapsOf(retro, dateOf(context.now()));
		const findings = lintRetro(retro, await linterOf(context));
		if (flags.json === true) printChecked(retro, gaps, findings, context);
		else printForPeople(retro, gaps, findings, context);
		return gaps.some(({blocks}) => blocks) ? 1 : 0;
	},
});

function printChecked(
	retro: Retro,
	gaps: readonly Gap[],
	findings: readonly RetroFinding[],
	context: Pick<Context, 'stdout'>,
): void {
	printJson(context, {
		schemaVersion: checkVersion,
		retro: retro.id,
		canBeFinal: !gaps.some(({blocks}) => blocks),
		evidence: evidenceCount(retro),
		gaps: gaps.map(({rule, path, step, message, demand, blocks}) => ({
			rule,
			field: path,
			step,
			message,
			demand,
			blocks,
		})),
		findings: findings.map(({path, step, text, finding: {rule, category, severity, span, message, suggestions}}) => ({
			field: path,
			step,
			rule,
			category,
			severity,
			...span,
			text: text.slice(span.start, span.end),
			message,
			suggestions,
		})),
	});
}

function printForPeople(
	retro: Retro,
	gaps: readonly Gap[],
	findings: readonly RetroFinding[],
	context: Context<object>,
): void {
	const {paint} = context;
	const blocking = gaps.filter(({blocks}) => blocks);
	const others = gaps.filter(({blocks}) => !blocks);
	const sections = [
		section(
			`To settle before it can be final: ${blocking.length}`,
			blocking.map(({step, message, demand}) => [step, message, demand]),
			paint,
		),
		section(
			`Also worth a look: ${others.length}`,
			others.map(({step, message, demand}) => [step, message, demand]),
			paint,
		),
		findings.length === 0
			? ''
			: [
					paint('title', `Wording and times: ${findings.length}`),
					...findings.flatMap(({step, finding, text}) =>
						findingLines({...finding, text: wordsOf(finding, text)}, paint, stepTitles[step]),
					),
				].join('\n'),
		paint('quiet', evidenceLine(retro)),
	].filter((text) => text !== '');
	if (sections.length > 0) context.stdout.write(`${sections.join('\n\n')}\n`);
	if (blocking.length === 0) tell(context, 'Nothing stands in its way: it can be final.');
}

type Row = readonly [step: Step, message: string, demand: string];

const stepWidth = Math.max(...steps.map((step) => stepTitles[step].length));

/** The gaps under their heading; the sentence of the guide under the gaps that it demands. */
function section(heading: string, rows: readonly Row[], paint: Context['paint']): string {
	if (rows.length === 0) return '';
	const lines = rows.flatMap(([step, message, demand], index) => {
		const line = `  ${stepTitles[step].padEnd(stepWidth)}  ${shortened(message, 200)}`;
		if (rows[index + 1]?.[2] === demand) return [line];
		const indent = ' '.repeat(stepWidth + 4);
		return [
			line,
			...wrap(demand, textWidth - indent.length)
				.split('\n')
				.map((part) => indent + paint('quiet', part)),
		];
	});
	return [paint('title', heading), ...lines].join('\n');
}
