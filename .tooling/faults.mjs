/** `npm run faults [-- --short] [-- --only NAME]`: compiles the writers and the fault suite, and runs it. */
import {buildApp} from './build.mjs';
import {compile, runCompiled} from './run-compiled.mjs';

await buildApp({whenStale: true});
await compile('test/faults/programs/retro-writer.ts');
await compile('test/faults/programs/lowdb-writer.ts');
process.exitCode = await runCompiled('test/faults/fault-suite.ts');
