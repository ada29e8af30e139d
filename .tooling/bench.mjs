/** `npm run bench [-- --json]`: builds the app when it is stale, then compiles the bench and runs it. */
import {buildApp} from './build.mjs';
import {runCompiled} from './run-compiled.mjs';

await buildApp({whenStale: true});
process.exitCode = await runCompiled('test/bench/bench.ts');
