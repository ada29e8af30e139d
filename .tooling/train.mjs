/** `npm run train [-- --check | --cross]`: compiles the training of the wording model and runs it. */
import {runCompiled} from './run-compiled.mjs';

process.exitCode = await runCompiled('test/training/train.ts');
