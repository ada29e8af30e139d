/** The documents of YAML as `kubectl get -o yaml` writes it. */
import type {Peeked} from './peek.ts';

/** Whether a text begins with what Kubernetes writes. */
export function looksLikeYaml(head: string): boolean {
	return /^(?:\s|#[^\n]*\n|---[^\n]*\n)*(?:apiVersion|kind|items|metadata|count|involvedObject):(?:\s|$)/.test(head);
}

/** In UTF-16 units; more is asked for as JSON, which is read in pieces. */
const longestYaml = 10 * 1024 * 1024;

/** One array with all documents that can be read; nothing where it is too long. The package is loaded only here. */
export async function* yamlValues(start: Peeked): AsyncGenerator<unknown[]> {
	const text = await start.whole(longestYaml);
	if (text === undefined) return;
	const {yamlDocuments} = await import('./yaml-documents.ts');
	const values = yamlDocuments(text);
	if (values.length > 0) yield values;
}
