/**
 * The rules of who may import whom, as a pure function over the files of `source/`. Imports point one way, down the
 * list of rooms below, so that each room can be read, tested and changed knowing only what lies under it.
 */
import {posix} from 'node:path';
import {parseSync, Visitor} from 'oxc-parser';

/**
 * One import as written in a file. Imports of types vanish from the bundle but bind the reader all the same, so they
 * count like the others.
 * @typedef {{specifier: string, line: number}} Import
 */

/** From top to bottom: a room may import itself and every room after it. */
export const rooms = ['cli', 'commands', 'ui', 'lsp', 'store', 'importers', 'export', 'lint', 'retro', 'time', 'text'];

/** The same inside `ui/`; its files outside these folders (the app's frame, keys, theme) stand free. */
export const uiRooms = ['screens', 'components', 'hooks'];

/** Files that every room may import. */
const common = new Set(['source/problem.ts']);

/** What source files may import from outside `source/`. */
const dataFolders = ['data/', 'templates/'];

/** The rooms that must give the same answer for the same input, and so reach nothing outside themselves. */
const pureRooms = new Set(['lint', 'retro', 'time', 'text']);

/** The modules of Node that compute and touch nothing. */
const pureModules = new Set(['node:util']);

/**
 * @param {ReadonlyMap<string, string>} files the text of each file by its path from the project's root, with `/`
 * @returns {string[]} one sentence for each import that breaks a rule, and for each circle; empty when all is well
 */
export function findViolations(files) {
	/** @type {string[]} */
	const violations = [];
	/** @type {Map<string, string[]>} */
	const graph = new Map();
	for (const [path, text] of files) {
		/** @type {string[]} */
		const targets = [];
		for (const {specifier, line} of readImports(path, text)) {
			const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
			const reason = target ? judgeFile(path, target) : judgePackage(path, specifier);
			if (reason) {
				violations.push(`${path}:${line} imports ${target ?? specifier}: ${reason}`);
			}
			if (target && files.has(target)) {
				targets.push(target);
			}
		}
		graph.set(path, targets);
	}
	return [...violations, ...findCircles(graph).map((circle) => `circle: ${circle.join(' > ')}`)];
}

/**
 * @param {string} path decides the language: `.ts` or `.tsx`
 * @param {string} text
 * @returns {Import[]} every `import`, `export … from`, `import()` and `import('…')` type; lines count from 1
 * @throws {SyntaxError} when the file does not parse
 */
export function readImports(path, text) {
	const {program, errors} = parseSync(path, text);
	if (errors[0]) {
		throw new SyntaxError(`${path} does not parse: ${errors[0].message}`);
	}
	/** @type {Import[]} */
	const imports = [];
	/** @param {unknown} node */
	const note = (node) => {
		const {value, start} = /** @type {{value?: unknown, start: number}} */ (node);
		if (typeof value === 'string') {
			imports.push({specifier: value, line: text.slice(0, start).split('\n').length});
		}
	};
	new Visitor({
		ImportDeclaration: ({source}) => note(source),
		ExportAllDeclaration: ({source}) => note(source),
		ExportNamedDeclaration: ({source}) => source && note(source),
		ImportExpression: ({source}) => note(source),
		TSImportType: ({source}) => note(source),
	}).visit(program);
	return imports;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined} why the import is not allowed
 */
function judgeFile(from, to) {
	if (!to.startsWith('source/')) {
		return dataFolders.some((folder) => to.startsWith(folder))
			? undefined
			: `outside source/, only ${dataFolders.join(' and ')} may be imported`;
	}
	if (common.has(to)) {
		return undefined;
	}
	if (common.has(from)) {
		return 'every room imports this file, so it may import none';
	}
	const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
	const [fromRank, toRank] = [rooms.indexOf(fromRoom), rooms.indexOf(toRoom)];
	if (fromRank === -1 || toRank === -1) {
		return `${fromRank === -1 ? fromRoom : toRoom} is none of the rooms ${rooms.join(', ')}`;
	}
	if (fromRank > toRank) {
		return `${fromRoom} lies below ${toRoom}, and imports point down (${rooms.join(' > ')})`;
	}
	return fromRoom === 'ui' && toRoom === 'ui' ? judgeInsideUi(from, to) : undefined;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
function judgeInsideUi(from, to) {
	const [fromRoom, toRoom] = [from, to].map((path) => path.split('/')[2] ?? '');
	const [fromRank, toRank] = [uiRooms.indexOf(fromRoom ?? ''), uiRooms.indexOf(toRoom ?? '')];
	return fromRank > toRank && toRank !== -1
		? `ui/${fromRoom} lies below ui/${toRoom} (${uiRooms.join(' > ')})`
		: undefined;
}

/**
 * @param {string} from
 * @param {string} name a package or a Node module
 * @returns {string | undefined}
 */
function judgePackage(from, name) {
	const room = roomOf(from);
	if (/^(react|ink)($|[-/])/.test(name) && room !== 'ui') {
		return 'React and Ink are known in ui/ alone';
	}
	if (name.startsWith('node:') && !pureModules.has(name) && pureRooms.has(room)) {
		return `${room}/ is pure: it reaches no file, process or terminal`;
	}
	return undefined;
}

/**
 * @param {string} path
 * @returns {string} the folder under `source/`, or the name of a file that lies there itself
 */
function roomOf(path) {
	return (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} each circle that a depth-first walk closes, beginning and ending with the same file
 */
function findCircles(graph) {
	/** @type {string[][]} */
	const circles = [];
	const done = new Set();
	/** @type {string[]} */
	const trail = [];
	/** @param {string} path */
	const walk = (path) => {
		const at = trail.indexOf(path);
		if (at !== -1) {
			circles.push([...trail.slice(at), path]);
			return;
		}
		if (done.has(path)) {
			return;
		}
		trail.push(path);
		graph.get(path)?.forEach(walk);
		trail.pop();
		done.add(path);
	};
	[...graph.keys()].forEach(walk);
	return circles;
}
