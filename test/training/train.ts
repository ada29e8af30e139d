/**
 * `npm run train [-- --check | --cross]`: makes `data/lint/model.json` out of the labelled sentences in `test/lint/labelled/`, the
 * counted ones left out. The same sentences give the same bytes: `--check` says whether the file is up to date, and
 * `--cross` what thresholds come to.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Category} from '../../source/lint/finding.ts';
import {type PackedModel, packLinearModel} from '../../source/lint/wording/linear-model.ts';
import {type Labelled, readSet} from '../measure/labelled.ts';
import {crossRead, outcomesOf} from './cross-validation.ts';
import {examplesOf, isBlameful, type SeenText, seenOf} from './examples.ts';
import {type Settings, train, type Weights} from './logistic.ts';

const file = join('data', 'lint', 'model.json');
const labelled = join('test', 'lint', 'labelled');
const blameSettings: Settings = {rate: 0.1, sparseness: 1, smallness: 1, rounds: 8, fewest: 4};
const categorySettings: Settings = {rate: 0.1, sparseness: 6, smallness: 1, rounds: 4, fewest: 10};

/** The category of a kind, where the kind is not called so itself. */
const categoryOfKind: Readonly<Record<string, Category>> = {
	omission: 'omission',
	'passive-blame': 'omission',
	'process-passive': 'omission',
	'agentless-duty': 'omission',
	judgement: 'judgement',
	skill: 'judgement',
	euphemism: 'judgement',
	counterfactual: 'counterfactual',
	hindsight: 'hindsight',
	'human-error': 'human-error',
	punishment: 'punishment',
	absolute: 'absolute',
	motive: 'motive',
	'action-item': 'vague-action',
	'vague-action': 'vague-action',
};

/** Chosen by `npm run train -- --cross`: ordinary reports are to stay quiet, and most of what reads as blame is told. */
const thresholds = {confirm: 0.05, propose: 0.9, proposeAction: 0.98, warn: 0.97};

const texts = [...trainingSets(), ...acceptedWordings()].map(seenOf);
if (process.argv.includes('--cross')) crossValidate();
else if (process.argv.includes('--check')) check(modelText());
else writeFileSync(file, modelText());

function modelText(): string {
	const model = {
		$schema: 'model.schema.json',
		...thresholds,
		blame: packed(train(texts.flatMap(examplesOf), blameSettings)),
		categories: categoryWeights(texts.filter(({text}) => isBlameful(text))),
	};
	return `${JSON.stringify(model, null, '\t')}\n`;
}

function check(model: string): void {
	const isFresh = readFileSync(file, 'utf8') === model;
	console.log(isFresh ? `${file} is what the sentences give` : `${file} is not what the sentences give: npm run train`);
	process.exitCode = isFresh ? 0 : 1;
}

/** Prints what each threshold comes to on sentences that were not learnt from, by where they come from. */
function crossValidate(): void {
	const read = crossRead(texts, blameSettings);
	for (const ordinary of [true, false]) {
		const some = read.filter(({kind}) => (kind === 'ordinary') === ordinary);
		console.log(`${ordinary ? 'ordinary reports' : 'near misses'}: ${some.length} texts`);
		for (const {propose, recall, falseAlarms} of outcomesOf(
			some,
			thresholds.confirm,
			[0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
		)) {
			console.log(`  ${propose}  recall ${recall.toFixed(3)}  false alarms ${falseAlarms.toFixed(3)}`);
		}
	}
}

function trainingSets(): Labelled[] {
	const directory = join(labelled, 'training');
	const names = readdirSync(directory).toSorted();
	return [...names.map((name) => join(directory, name)), join(labelled, 'wording-tuned.jsonl')].flatMap(readSet);
}

/** What is offered in the place of blame must not read as blame. */
function acceptedWordings(): Labelled[] {
	const pairs = readFileSync(join(labelled, 'wordings.jsonl'), 'utf8').trimEnd().split('\n');
	return pairs.map((pair) => {
		const {suggestion} = JSON.parse(pair) as {suggestion: string};
		return {label: 'innocent', kind: 'ordinary', text: suggestion};
	});
}

/** For each category, what speaks for it among the blameful. */
function categoryWeights(blameful: readonly SeenText[]): Record<string, PackedModel> {
	const categories = [...new Set(blameful.map(categoryOf))].toSorted();
	return Object.fromEntries(
		categories.map((category) => {
			const examples = blameful.flatMap((seen) =>
				seen.sentences.map(({features}) => ({features, isPositive: categoryOf(seen) === category, weight: 1})),
			);
			return [category, packed(train(examples, categorySettings))];
		}),
	);
}

function categoryOf({text}: SeenText): Category {
	return categoryOfKind[text.kind] ?? 'blame';
}

function packed({bias, weights}: Weights): PackedModel {
	return packLinearModel(bias, weights);
}
