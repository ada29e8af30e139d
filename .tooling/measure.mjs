/**
 * `npm run measure [-- --misses]`: compiles the measuring of the lint and runs it; `npm run measure checks` that of
 * the checks of a timeline.
 */
import {runCompiled} from './run-compiled.mjs';

process.exitCode = await runCompiled(`test/measure/${process.argv[2] === 'checks' ? 'checks' : 'measure'}.ts`);
