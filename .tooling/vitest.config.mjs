import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {defineConfig} from 'vitest/config';

/** Folders whose tests leave nothing behind in their process: they share what is loaded, which is much of their time. */
const shared = ['commands', 'export', 'importers', 'lint', 'retro', 'store', 'text', 'time', 'ui'].map(
	(folder) => `test/${folder}/**`,
);

const tests = 'test/**/*.test.{ts,tsx}';

export default defineConfig({
	root: join(import.meta.dirname, '..'),
	test: {
		// The end-to-end tests drive the bundle, which therefore has to be the one of these sources.
		globalSetup: [join(import.meta.dirname, 'build-when-stale.mjs')],
		// A terminal of its own in each end-to-end test takes its time to start on a loaded machine.
		testTimeout: 30_000,
		// Much of what the tests wait for are processes of their own, so that one worker more than there are cores keeps busy.
		maxWorkers: availableParallelism() + 1,
		projects: [
			{extends: true, test: {name: 'apart', include: [tests], exclude: ['node_modules/**', ...shared]}},
			{
				extends: true,
				test: {name: 'together', include: shared.map((folder) => `${folder}/*.test.{ts,tsx}`), isolate: false},
			},
		],
	},
});
