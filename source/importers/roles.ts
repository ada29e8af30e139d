/** People in what is imported by their roles instead of their names, where a team settles it so. */
import type {Candidate} from './candidate.ts';

/** Roles by names in lower case, of participants that are listed as `Ana Lopez (incident commander)`. */
export function rolesOf(participants: readonly string[]): ReadonlyMap<string, string> {
	const found = participants.flatMap((participant): [string, string][] => {
		const [, name = '', role = ''] = /^@?(.*\S)\s*\(\s*([^()]*\S)\s*\)$/.exec(participant.trim()) ?? [];
		return role === '' ? [] : [[name.toLowerCase(), role]];
	});
	return new Map(found);
}

/** The rows with their authors and `@mentions` replaced by the roles of these people; others keep their names. */
export function withRoles(rows: readonly Candidate[], roles: ReadonlyMap<string, string>): readonly Candidate[] {
	if (roles.size === 0) return rows;
	const names = [...roles.keys()]
		.sort((a, b) => b.length - a.length)
		.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	const mention = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
	return rows.map((row) => ({
		...row,
		who: roles.get(row.who.toLowerCase().replace(/^@/, '')) ?? row.who,
		text: row.text.includes('@')
			? row.text.replace(mention, (whole, name: string) => roles.get(name.toLowerCase()) ?? whole)
			: row.text,
	}));
}
