/** `npm run measure [-- --misses]`: compiles the measuring of the lint and runs it. */
import {runCompiled} from './run-compiled.mjs';

process.exitCode = await runCompiled('test/measure/measure.ts');
