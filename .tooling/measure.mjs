/**
 * `npm run measure [-- --misses]`: compiles the measuring of the lint and runs it; `npm run measure checks` that of
 * the checks of a timeline, `imports` that of what importers make of real exports.
 */
import {runCompiled} from './run-compiled.mjs';

const named = ['checks', 'imports', 'pastes'].find((name) => name === process.argv[2]);
process.exitCode = await runCompiled(`test/measure/${named ?? 'measure'}.ts`);
