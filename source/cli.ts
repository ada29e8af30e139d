/**
 * The command line `retro`. It answers `--version` by itself and hands everything else on; whatever is
 * heavy is loaded by the command that needs it.
 */
import {readFileSync} from 'node:fs';

void start(process.argv.slice(2));

async function start(argv: readonly string[]): Promise<void> {
	const separator = argv.indexOf('--');
	const version = packageVersion();
	if (argv.slice(0, separator < 0 ? argv.length : separator).includes('--version')) {
		process.stdout.write(`${version}\n`);
		return;
	}
	// Not awaited: the bundle's files are scripts, in which nothing waits at the top level.
	void import('./commands/process.ts').then(({runProcess}) => runProcess(argv, version));
}

/** The package's file lies one folder above, from the source as from the bundle. */
function packageVersion(): string {
	const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
	return (JSON.parse(text) as {version: string}).version;
}
