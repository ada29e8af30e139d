/** The document of the retro in a template, laid out for the window; made after the frame that asks for it. */
import {useEffect, useState} from 'react';
import type {StyledLine} from '../../export/styled.ts';
import {Problem} from '../../problem.ts';
import {useEnvironment} from './use-environment.ts';
import {useRetro} from './use-sitting.ts';

export type RenderedDocument = {
	readonly markdown: string | undefined;
	readonly lines: readonly StyledLine[];
	/** Why there is none. */
	readonly problem: string | undefined;
};

const nothing: RenderedDocument = {markdown: undefined, lines: [], problem: undefined};

/** `columns` in terminal cells. The renderer is loaded here for the first time; no other step needs it. */
export function useDocument(template: string, columns: number): RenderedDocument {
	const retro = useRetro();
	const environment = useEnvironment();
	const [rendered, setRendered] = useState(nothing);
	useEffect(() => {
		let isCurrent = true;
		const render = async (): Promise<RenderedDocument> => {
			const [{renderDocument}, {layoutDocument}, text] = await Promise.all([
				import('../../export/document.ts'),
				import('../../export/styled.ts'),
				environment.loadTemplate(template),
			]);
			const markdown = renderDocument(retro, text);
			return {markdown, lines: layoutDocument(markdown, columns), problem: undefined};
		};
		render()
			.catch((error: unknown) => {
				if (!(error instanceof Problem)) throw error;
				return {...nothing, problem: [error.message, error.hint].filter(Boolean).join(' ')};
			})
			.then((document) => {
				if (isCurrent) setRendered(document);
			});
		return () => {
			isCurrent = false;
		};
	}, [retro, environment, template, columns]);
	return rendered;
}
