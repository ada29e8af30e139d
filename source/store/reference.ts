/** How people name a retro: its id, the beginning of its id, or `latest`. */
import {Problem, wrongUse} from '../problem.ts';

/** The word for the retro that was last worked on. */
export const latest = 'latest';

/**
 * Whether a text can be the id of a retro, and so a file's name on every system: letters, digits, `-` and `_`, at most
 * 64, which leads nowhere outside the directory; none of the names that Windows keeps for its devices. `config` is the
 * team's configuration.
 */
export function isRetroId(text: string): boolean {
	return /^[\w-]{1,64}$/.test(text) && !reserved.test(text);
}

/** "Naming Files, Paths, and Namespaces" of the Windows documentation; with any ending they are devices still. */
const reserved = /^(?:config|con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The id that a reference means. An id as it stands comes first, so that one which begins another can
 * be named.
 *
 * @param ids of all retros
 * @param list reads the retros, the last worked on first; only asked for where that or titles are needed
 * @throws Problem of wrong use where none or several are meant
 */
export async function findRetro(
	reference: string,
	ids: readonly string[],
	list: () => Promise<{
		readonly retros: readonly {readonly id: string; readonly title: string}[];
		readonly broken: readonly unknown[];
	}>,
): Promise<string> {
	if (ids.includes(reference)) return reference;
	if (reference === latest) {
		const {
			retros: [first],
			broken,
		} = await list();
		if (first === undefined && broken.length > 0) {
			throw new Problem('None of the retros can be read', 'retro doctor --fix saves what can be read, after a copy.');
		}
		if (first === undefined) throw wrongUse('There are no retros yet', 'retro new starts one.');
		return first.id;
	}
	const [only, ...others] = reference === '' ? [] : ids.filter((id) => id.startsWith(reference));
	if (only === undefined) throw wrongUse(`There is no retro “${reference}”`, 'retro list shows those that there are.');
	if (others.length > 0) throw wrongUse(`“${reference}” may be any of several retros`, await candidates());
	return only;

	async function candidates(): Promise<string> {
		const {retros} = await list();
		const titles = new Map(retros.map(({id, title}) => [id, title]));
		const lines = [only, ...others].map((id) => `  ${id}  ${titles.get(id ?? '') ?? ''}`.trimEnd());
		return ['Name one of:', ...lines].join('\n');
	}
}
