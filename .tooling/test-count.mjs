/**
 * `node test-count.mjs REPORT`: says how many tests of vitest's JSON report passed and failed, as the one line
 * `N passed, N failed`. Status 1 when a test or a whole file failed, or when none ran, which is no success either.
 */
import {readFileSync} from 'node:fs';

const [report = ''] = process.argv.slice(2);
/** @type {{success: boolean, numPassedTests: number, numFailedTests: number}} */
const {success, numPassedTests, numFailedTests} = JSON.parse(readFileSync(report, 'utf8'));
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
process.exitCode = success && numFailedTests === 0 && numPassedTests > 0 ? 0 : 1;
