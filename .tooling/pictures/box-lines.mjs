/** Box-drawing characters as lines, since fonts leave gaps between them. */

/** Where each sign goes from the centre of its cell. */
const arms = new Map([
	['─', 'left right'],
	['┄', 'left right'],
	['│', 'up down'],
	['┌', 'right down'],
	['┐', 'left down'],
	['└', 'right up'],
	['┘', 'left up'],
]);

/**
 * @param {string} text
 * @returns {boolean} whether it begins with a sign that is drawn as lines
 */
export function isLine(text) {
	return arms.has(text.charAt(0));
}

/**
 * @param {string} sign
 * @param {{x: number, y: number, width: number, height: number, count: number}} place the first cell, in pixels, and
 * how often the sign stands there side by side
 * @returns {string} the `d` of an SVG path
 */
export function linePath(sign, {x, y, width, height, count}) {
	const [middleX, middleY] = [x + width / 2, y + height / 2];
	const ends = {left: `H${x}`, right: `H${x + width * count}`, up: `V${y}`, down: `V${y + height}`};
	return Object.entries(ends)
		.filter(([arm]) => arms.get(sign)?.split(' ').includes(arm))
		.map(([, end]) => `M${middleX} ${middleY}${end}`)
		.join('');
}
