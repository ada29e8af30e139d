/** Whom a noun phrase can mean. */

/**
 * `person`: a name, a handle, a role, a team. `self`: we and I. `reader`: you. `they`: plural, and only the sentence
 * before can tell. `nobody` and `anybody`: quantifiers over people. `outsider`: a customer, an attacker.
 * `department`: one that is named as a system might be: Storage. `maybe`: an unknown name in capitals. `thing`:
 * everything else.
 */
export type Referent =
	| 'person'
	| 'self'
	| 'reader'
	| 'they'
	| 'nobody'
	| 'anybody'
	| 'outsider'
	| 'department'
	| 'maybe'
	| 'thing';

/** Whether a noun phrase means somebody on our side, named or not. */
export function isPerson(referent: Referent | undefined): boolean {
	return (
		referent === 'person' ||
		referent === 'self' ||
		referent === 'reader' ||
		referent === 'anybody' ||
		referent === 'nobody'
	);
}
