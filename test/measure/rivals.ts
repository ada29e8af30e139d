/**
 * Other tools that read prose, for comparison. They are not needed for anything else, so they are installed by hand:
 * `npm install --no-save alex write-good retext-intensify retext-english retext-stringify unified`.
 */
export type Rival = {readonly name: string; readonly flags: (text: string) => boolean};

const badWords =
	/\b(?:blame|fault|careless|negligent|sloppy|stupid|incompetent|lazy|forgot|neglected|failed to|should have|could have|human error|mistake|obviously|clearly|always|never|guilty|culprit)\b/i;

/** A list of twenty bad words, and those of the other tools that are installed. */
export async function installedRivals(): Promise<Rival[]> {
	const found = await Promise.all([alex(), writeGood(), intensify()].map((loading) => loading.catch(notInstalled)));
	return [
		{name: 'twenty bad words', flags: (text) => badWords.test(text)},
		...found.filter((rival) => rival !== undefined),
	];
}

async function alex(): Promise<Rival> {
	const {markdown} = await load<{markdown: (text: string) => {messages: unknown[]}}>('alex');
	return {name: 'alex', flags: (text) => markdown(text).messages.length > 0};
}

async function writeGood(): Promise<Rival> {
	const {default: check} = await load<{default: (text: string) => unknown[]}>('write-good');
	return {name: 'write-good', flags: (text) => check(text).length > 0};
}

type Processor = {
	use: (plugin: unknown) => Processor;
	processSync: (text: string) => {messages: unknown[]};
};

async function intensify(): Promise<Rival> {
	const {unified} = await load<{unified: () => Processor}>('unified');
	const [english, intensifying, stringify] = await Promise.all(
		['retext-english', 'retext-intensify', 'retext-stringify'].map((name) => load<{default: unknown}>(name)),
	);
	const processor = unified().use(english?.default).use(intensifying?.default).use(stringify?.default);
	return {name: 'retext-intensify', flags: (text) => processor.processSync(text).messages.length > 0};
}

/** By a name that the compiler does not follow: whether it is there is only known when it is asked for. */
function load<Module>(name: string): Promise<Module> {
	return import(name) as Promise<Module>;
}

function notInstalled(): undefined {
	return undefined;
}
