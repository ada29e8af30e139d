import fc from 'fast-check';
import {expect, test} from 'vitest';
import {layoutFor} from '../../source/ui/layout.ts';

test('80x24 shows everything and leaves 15 rows and more to the step', () => {
	const layout = layoutFor(80, 24);
	expect(layout).toMatchObject({header: true, steps: true, rules: true, guide: true, finding: true, keys: true});
	expect(layout.body.rows).toBeGreaterThanOrEqual(15);
	expect(layout.body.columns).toBe(78);
});

test('a low window gives up decoration first and the finding last', () => {
	expect(layoutFor(80, 14)).toMatchObject({rules: false, guide: true});
	expect(layoutFor(80, 10)).toMatchObject({guide: false, steps: false, header: true, finding: true});
	expect(layoutFor(40, 4)).toMatchObject({header: false, keys: false, finding: true});
});

test('whatever the window, its parts and the body fill it and the body has a cell', () => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 120}), (columns, rows) => {
			const {header, steps, rules, guide, finding, keys, body} = layoutFor(columns, rows);
			const single = [header, steps, guide, finding, keys].filter(Boolean).length;
			expect(body.rows).toBeGreaterThanOrEqual(1);
			expect(body.columns).toBeGreaterThanOrEqual(1);
			expect(single + (rules ? 3 : 0) + body.rows).toBe(rows);
		}),
	);
});
