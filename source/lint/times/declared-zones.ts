/** For which blocks a declared zone holds: a section with its subsections, a table, or all. */

import type {Span} from '../finding.ts';
import type {Block} from '../markdown/passages.ts';
import type {Declaration} from './declarations.ts';
import type {PassageTimes} from './read-times.ts';
import {keyOfZone} from './zone-names.ts';

export type ReadBlock = {readonly block: Block; readonly times: PassageTimes};

export type DeclaredZones = {
	/** What holds for each block, by its index. */
	readonly ofBlock: readonly (Declaration | undefined)[];
	/** Each zone that holds somewhere, with the places where it is declared, in order; spans are into the text. */
	readonly all: readonly {readonly declaration: Declaration; readonly spans: readonly Span[]}[];
};

/** The declared zones of a text. */
export function declaredZonesOf(blocks: readonly ReadBlock[]): DeclaredZones {
	const sections = sectionsOf(blocks);
	const ofSection: (Declaration | undefined)[] = [];
	const ofTable: (Declaration | undefined)[] = [];
	blocks.forEach((read, index) => {
		const place = read.block.kind === 'header' ? (sections.tableOf[index] ?? 0) : (sections.sectionOf[index] ?? 0);
		const list = read.block.kind === 'header' ? ofTable : ofSection;
		for (const declaration of declarationsIn(read)) {
			// UTC before all others: what else is named beside it is a remark.
			if (list[place] === undefined || (declaration.zone.kind === 'utc' && list[place].zone.kind !== 'utc'))
				list[place] = declaration;
		}
	});
	sections.parentOf.forEach((parent, section) => {
		if (section > 0) ofSection[section] ??= ofSection[parent];
	});
	const ofBlock = blocks.map((_, index) => {
		const table = sections.tableOf[index];
		return (table === undefined ? undefined : ofTable[table]) ?? ofSection[sections.sectionOf[index] ?? 0];
	});
	return {
		ofBlock,
		all: gathered(
			blocks,
			new Set([...ofSection, ...ofTable].flatMap((one) => (one === undefined ? [] : [keyOfZone(one.zone)]))),
		),
	};
}

function declarationsIn({block, times: {declarations}}: ReadBlock): Declaration[] {
	const {anywhere, inTitle, inHeader} = declarations;
	const own = block.kind === 'heading' ? inTitle : block.kind === 'header' ? inHeader : isLabel(block) ? inTitle : [];
	const further = own.filter(
		({span}) => !anywhere.some((other) => span.start < other.span.end && span.end > other.span.start),
	);
	return [...anywhere, ...further].map((declaration) => ({...declaration, span: moved(declaration.span, block.start)}));
}

/** A first line that stands for a heading: "**Timeline (CET)**". */
function isLabel({kind, masked}: Block): boolean {
	return kind === 'paragraph' && /^[^\n.!?]{1,60}(?:\n|$)/.test(masked);
}

function gathered(blocks: readonly ReadBlock[], keys: ReadonlySet<string>): DeclaredZones['all'] {
	const found = new Map<string, {declaration: Declaration; spans: Span[]}>();
	for (const declaration of blocks.flatMap(declarationsIn)) {
		const key = keyOfZone(declaration.zone);
		if (!keys.has(key)) continue;
		const known = found.get(key);
		if (known === undefined) found.set(key, {declaration, spans: [declaration.span]});
		else known.spans.push(declaration.span);
	}
	return [...found.values()];
}

type Sections = {
	/** The section of each block: 0 for what stands before the first heading, which is above all others. */
	readonly sectionOf: readonly number[];
	/** The section that each is a part of. */
	readonly parentOf: readonly number[];
	/** The table of each block that lies in one. */
	readonly tableOf: readonly (number | undefined)[];
};

function sectionsOf(blocks: readonly ReadBlock[]): Sections {
	const parentOf = [0];
	const open = [{section: 0, depth: 0}];
	let tables = 0;
	let before: Block['kind'] | undefined;
	const sectionOf: number[] = [];
	const tableOf: (number | undefined)[] = [];
	for (const {block} of blocks) {
		if (block.kind === 'heading') {
			while ((open.at(-1)?.depth ?? 0) >= block.headings.length) open.pop();
			parentOf.push(open.at(-1)?.section ?? 0);
			open.push({section: parentOf.length - 1, depth: block.headings.length});
		}
		if (block.kind === 'header' && before !== 'header') tables++;
		sectionOf.push(open.at(-1)?.section ?? 0);
		tableOf.push(block.kind === 'header' || block.kind === 'cell' ? tables : undefined);
		before = block.kind;
	}
	return {sectionOf, parentOf, tableOf};
}

function moved({start, end}: Span, by: number): Span {
	return {start: start + by, end: end + by};
}
