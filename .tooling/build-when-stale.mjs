/** vitest's global set-up. */
import {buildApp} from './build.mjs';

export default async function setup() {
	await buildApp({whenStale: true});
}
