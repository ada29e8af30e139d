/** What was found, as `--json` prints it. */
import type {UnusedComment} from '../../lint/linter.ts';
import {type LocatedFinding, type LocatedSpan, located, locatedSpan, placesIn} from '../located-finding.ts';
import type {LintedFile, Report} from './file-report.ts';
import {jsonText} from './json-text.ts';
import {unusedText} from './unused-text.ts';

/** Version of the shape. */
const lintVersion = 1;

/** `kind` and `name` say why the comment does nothing, see `UnusedComment`. */
type LocatedComment = LocatedSpan &
	Pick<UnusedComment, 'kind'> & {readonly name: string | null; readonly message: string};

type JsonFile = {
	readonly path: string;
	readonly findings: readonly LocatedFinding[];
	readonly unusedComments: readonly LocatedComment[];
};

/** Prints what `JSON.stringify` prints of the whole with an indent of two. */
export function jsonReport(): Report {
	let isFirst = true;
	return {
		head: `{\n  "schemaVersion": ${lintVersion},\n  "files": [`,
		file(report) {
			if (report.kind === 'failed') return '';
			const comma = isFirst ? '' : ',';
			isFirst = false;
			return `${comma}\n    ${indented(jsonFile(report), 4)}`;
		},
		end: ({warning, nudge}) => `${isFirst ? '' : '\n  '}],\n  "counts": ${indented({warning, nudge}, 2)}\n}\n`,
	};
}

function jsonFile({path, text, findings, unused}: LintedFile): JsonFile {
	const placeAt = placesIn(text);
	return {
		path,
		findings: findings.map((finding) => located(finding, text, placeAt)),
		unusedComments: unused.map((comment) => ({
			kind: comment.kind,
			name: comment.name ?? null,
			...locatedSpan(comment.span, text, placeAt),
			message: unusedText(comment),
		})),
	};
}

function indented(value: object, depth: number): string {
	return jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}
