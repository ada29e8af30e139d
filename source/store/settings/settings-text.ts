/** The text of a settings file: read with the place of each value in it, and changed without touching the rest. */
import {
	applyEdits,
	type FormattingOptions,
	findNodeAtLocation,
	getNodeValue,
	type JSONPath,
	modify,
	type Node,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from 'jsonc-parser';

export type SettingsText =
	| {
			readonly kind: 'read';
			readonly value: unknown;
			/** Where the value at a path stands, else the nearest that holds it: `4:9`, line and column from 1. */
			readonly placeOf: (path: readonly (string | number)[]) => string;
	  }
	| {readonly kind: 'broken'; readonly place: string; readonly reason: string};

/** Strict JSON, with or without a byte order mark; comments and trailing commas are told of as mistakes. */
export function readSettingsText(text: string): SettingsText {
	const json = text.replace(/^\uFEFF/, '');
	const errors: ParseError[] = [];
	const root = parseTree(json, errors, {disallowComments: true});
	const [error] = errors;
	if (error !== undefined || root === undefined) {
		const code = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
		const reason = code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
		return {kind: 'broken', place: placeAt(json, error?.offset ?? 0), reason};
	}
	return {
		kind: 'read',
		value: getNodeValue(root),
		placeOf: (path) => placeAt(json, nearestNode(root, path).offset),
	};
}

/** The text with a value added at the end of the list at a path; the list is made where there is none. */
export function withAdded(text: string, path: readonly string[], value: string): string {
	const json = begun(text);
	const formattingOptions = layoutOf(json);
	const root = parseTree(json);
	const there = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
	const isList = there?.type === 'array';
	const edits = isList
		? modify(json, [...path, -1], value, {isArrayInsertion: true, formattingOptions})
		: modify(json, [...path], [value], {formattingOptions});
	return applyEdits(json, edits);
}

/** The text with the value at a path set; what leads there is made where there is none. */
export function withSet(text: string, path: readonly string[], value: string): string {
	const json = begun(text);
	return applyEdits(json, modify(json, [...path], value, {formattingOptions: layoutOf(json)}));
}

function begun(text: string): string {
	return text.trim() === '' ? '{}\n' : text;
}

function layoutOf(json: string): FormattingOptions {
	const isTabbed = /^\t/m.test(json);
	return {insertSpaces: !isTabbed, tabSize: /^( +)/m.exec(json)?.[1]?.length ?? 2, eol: '\n'};
}

function nearestNode(root: Node, path: JSONPath | readonly (string | number)[]): Node {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node !== undefined) return node;
	}
	return root;
}

function placeAt(text: string, offset: number): string {
	const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
	return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
