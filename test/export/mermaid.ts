/**
 * Mermaid's own parser, as sites that draw charts have it. It is made for browsers and ships as a script, so it
 * runs as one here; its HTML sanitiser finds a window in which it does nothing.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {runInThisContext} from 'node:vm';

/** A task as mermaid understood it. `startTime` is in the zone of whoever looks. */
export type GanttTask = {
	readonly task: string;
	readonly section: string;
	readonly startTime: Date;
	readonly endTime: Date;
	readonly milestone?: boolean;
};

type Mermaid = {
	parse(text: string): Promise<unknown>;
	readonly mermaidAPI: {
		getDiagramFromText(
			text: string,
		): Promise<{type: string; db: {getTasks(): GanttTask[]; getDiagramTitle(): string; getAxisFormat(): string}}>;
	};
};

const script = readFileSync(createRequire(import.meta.url).resolve('@mermaid-js/tiny'), 'utf8');
const world = globalThis as unknown as {window?: object; mermaid?: Mermaid};
world.window = {
	document: {nodeType: 9, createElement: () => ({})},
	Element: class {},
	addEventListener() {},
};
runInThisContext(script);

/** What mermaid makes of a chart; rejects where it cannot read it. */
export async function readGantt(text: string) {
	if (world.mermaid === undefined) throw new Error('mermaid did not load');
	await world.mermaid.parse(text);
	const {type, db} = await world.mermaid.mermaidAPI.getDiagramFromText(text);
	return {type, title: db.getDiagramTitle(), axis: db.getAxisFormat(), tasks: db.getTasks()};
}
