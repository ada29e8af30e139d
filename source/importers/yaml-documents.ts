/** The documents of a text in YAML: the only file that knows the package, so that it is loaded when it is needed. */
import {parseAllDocuments} from 'yaml';

/** The values of all documents that can be read. */
export function yamlDocuments(text: string): unknown[] {
	return [...parseAllDocuments(text, {logLevel: 'silent', uniqueKeys: false})].flatMap((document) => {
		if (!('errors' in document) || document.errors.length > 0) return [];
		try {
			return [document.toJS({maxAliasCount: 100}) as unknown];
		} catch {
			// Aliases that unfold to more than anybody writes.
			return [];
		}
	});
}
