/** The finished document of a retro. */
import mustache from 'mustache';
import type {Retro} from '../retro/record.ts';
import {createSlots} from './slots.ts';
import {documentView} from './view.ts';

/**
 * The document as GitHub-flavoured markdown that ends in one line feed; the same bytes for the same
 * record and template. Nothing that was typed into the retro can change the structure that the
 * template gives. The template is mustache, see `templates/README.md`; one that cannot be parsed
 * throws mustache's error, so load it with `loadTemplate`, which says what is wrong with it.
 */
export function renderDocument(retro: Retro, template: string): string {
	const slots = createSlots();
	const view = documentView(retro, slots);
	const rendered = new mustache.Writer().render(template.replaceAll('\r\n', '\n'), view, undefined, {escape: String});
	return slots.fill(`${rendered.replaceAll(/\n(?:[ \t]*\n){2,}/g, '\n\n').trim()}\n`);
}
