/** `npm start [-- ARGUMENTS]`: runs the app, built anew when its sources have changed. */
import {createRequire} from 'node:module';
import {buildApp, command} from './build.mjs';

await buildApp({whenStale: true});
// In this very process, so that signals, the terminal and the exit status need no passing on.
process.argv[1] = command;
createRequire(import.meta.url)(command);
