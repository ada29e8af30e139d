/** The lint: text in, findings out. What is found in a sentence is remembered, so that a key costs one sentence. */
import type {LintConfiguration} from './configuration.ts';
import type {Finding, Span} from './finding.ts';
import {createLexicon} from './language/lexicon.ts';
import {isSilenced, silencesOf, type UnusedComment, unusedCommentsOf} from './markdown/directives.ts';
import {maskInline} from './markdown/inline.ts';
import {blocksOf, type Format, isPassage, type Passage} from './markdown/passages.ts';
import {sentencesOf} from './markdown/sentences.ts';
import {remembered} from './remembered.ts';
import {findTeamWords} from './team-words.ts';
import {findTimes} from './times/find-times.ts';
import {timeReader} from './times/read-times.ts';
import {settledZones} from './times/zone-names.ts';
import {judgeSentence, type SentenceContext} from './wording/judge-sentence.ts';
import {type Judgement, moved} from './wording/judgement.ts';
import {wordingModel} from './wording/model.ts';
import {readRuleBook} from './wording/rule-book.ts';

export type {LintConfiguration} from './configuration.ts';
export type {UnusedComment} from './markdown/directives.ts';

export type LintOptions = {
	/**
	 * `prose`: the markdown blocks of a field. `line`: one line of inline markdown. `document`: a whole
	 * markdown file with front matter and comments for the lint. Default `prose`.
	 */
	readonly format?: Format;
	/** What the text is for: vague wording is only looked for in actions. */
	readonly role?: 'action' | 'title' | 'question';
	/** UTF-16 offset of the caret: the word that is being typed there is not judged. */
	readonly typingAt?: number;
	/** Whether it is said elsewhere that times are in UTC. Default false. */
	readonly utcDeclared?: boolean;
};

export type Linter = {
	/** The findings of a text, by their place in it. Takes any text, never throws. */
	lint(text: string, options?: LintOptions): Finding[];
};

/** A linter that also looks after the comments with which a markdown file silences rules. */
export type FileLinter = Linter & {
	/** The comments for the lint in a markdown file that do nothing, by their place in it. Never throws. */
	unusedComments(text: string): UnusedComment[];
};

/** A linter with a team's configuration. The first one reads the rules, which takes some milliseconds. */
export function createLinter(configuration: LintConfiguration = {}): FileLinter {
	const {people = [], systems = [], allow = [], severities = {}, rules: teamRules = [], zones = {}} = configuration;
	const lexicon = createLexicon({'known-person': people, system: systems});
	const book = readRuleBook(lexicon);
	const model = wordingModel();
	const allowed = allow.map((words) => words.toLowerCase()).filter((words) => words !== '');
	const mask = remembered(maskInline, itself);
	const times = remembered(timeReader(settledZones(zones)), itself);
	const judge = remembered(
		({masked, ...context}: SentenceContext & {masked: string}): readonly Judgement[] => [
			...judgeSentence(masked, context, {book, lexicon, model}),
			...findTeamWords(masked, teamRules),
		],
		({masked, original, role = ''}) => `${role}\n${original}\n${masked === original ? '' : masked}`,
	);
	const judgePassage = ({start, masked, kind}: Passage, source: string, asked: LintOptions['role']): Judgement[] => {
		const role = asked ?? (kind === 'task' ? 'action' : undefined);
		return sentencesOf(masked, source).flatMap((span) =>
			judge({masked: masked.slice(span.start, span.end), original: source.slice(span.start, span.end), role}).map(
				(judged) => moved(judged, start + span.start),
			),
		);
	};

	/** What is found when no comment is heeded. */
	const findIn = (text: string, {format = 'prose', role, typingAt, utcDeclared = false}: LintOptions): Finding[] => {
		const blocks = blocksOf(text, format, mask);
		const judgements = [
			...blocks
				.filter(isPassage)
				.flatMap((passage) =>
					judgePassage(passage, text.slice(passage.start, passage.start + passage.masked.length), role),
				),
			...findTimes(text, blocks, {utcDeclared}, times),
		];
		return judgements
			.filter((judgement) => typingAt === undefined || !isBeingTyped(text, judgement, typingAt))
			.filter(({evidence}) => !isAllowed(text, evidence, allowed))
			.flatMap(({finding, evidence}) => settled({...finding, evidence}, severities))
			.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	};

	return {
		lint(text, options = {}) {
			const found = findIn(text, options);
			if (options.format !== 'document') return found;
			const silences = silencesOf(text, mask);
			return found.filter((finding) => !isSilenced(finding, silences));
		},
		unusedComments(text) {
			return text.includes('retro-lint-') ? unusedCommentsOf(text, findIn(text, {format: 'document'}), mask) : [];
		},
	};
}

function itself(text: string): string {
	return text;
}

/** Whether the caret stands in or right behind what the finding rests on: a word, or a sentence that has no end yet. */
function isBeingTyped(text: string, {evidence, isOfWhole = false}: Judgement, caret: number): boolean {
	const {start, end} = evidence;
	if (isOfWhole && caret > start && caret <= end + 1 && !sentenceEnd.test(text.slice(start, end))) return true;
	if (caret <= start || caret > end) return false;
	return /[\p{L}\p{N}'’-]$/u.test(text.slice(Math.max(0, caret - 2), caret));
}

const sentenceEnd = /[.!?…]["'”’)\]*_]{0,8}$/;

function isAllowed(text: string, span: Span, allowed: readonly string[]): boolean {
	if (allowed.length === 0) return false;
	const found = text.slice(span.start, span.end).toLowerCase();
	return allowed.some((words) => found.includes(words));
}

function settled(finding: Finding, severities: Readonly<Record<string, 'warning' | 'nudge' | 'off'>>): Finding[] {
	const severity = severities[finding.rule] ?? severities[finding.category];
	if (severity === 'off') return [];
	return [severity === undefined ? finding : {...finding, severity}];
}
