/**
 * Loaded before the app (`node --require`): the time of day stands still, so that a picture comes out the same on any
 * day. What measures how long something takes has a clock of its own, and runs on.
 */
const now = Date.parse(process.env.RETRO_PICTURE_TIME ?? '');
const RealDate = Date;

globalThis.Date = /** @type {DateConstructor} */ (
	new Proxy(RealDate, {
		construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now] : args),
		apply: () => new RealDate(now).toString(),
		get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
	})
);
