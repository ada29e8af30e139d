/**
 * `npm run imports [ROOT]`: checks the direction of every import under `source/`; status 1 when one breaks a rule.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {findViolations} from './import-direction.mjs';

const root = process.argv[2] ?? join(import.meta.dirname, '..');
const files = new Map(
	readdirSync(join(root, 'source'), {recursive: true, withFileTypes: true})
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);
if (files.size === 0) {
	console.error(`There is no TypeScript under ${join(root, 'source')}, so nothing was checked.`);
	process.exit(1);
}
const violations = findViolations(files);
for (const violation of violations) {
	console.error(violation);
}
console.error(`${files.size} files, ${violations.length} imports against the rules.`);
process.exitCode = violations.length > 0 ? 1 : 0;
