/** The text of HTML as chats write it; mentions keep their @, emoji and pictures their description. */
import {Parser} from 'htmlparser2';

export function htmlText(html: string): string {
	let text = '';
	let link = '';
	let linked = '';
	const parser = new Parser({
		onopentag(name, attributes) {
			if (blocks.has(name)) text += ' ';
			if (name === 'at') text += '@';
			if (name === 'img' || name === 'emoji') text += attributes.alt ?? '';
			if (name === 'a') [link, linked] = [attributes.href ?? '', text];
		},
		ontext(part) {
			text += part;
		},
		onclosetag(name) {
			if (name !== 'a' || !/^https?:/.test(link)) return;
			const label = text.slice(linked.length);
			if (label !== link) text = `${linked}[${label.replace(/[[\]]/g, '\\$&')}](${link.replaceAll(')', '%29')})`;
			link = '';
		},
	});
	parser.end(html);
	return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

const blocks = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'h1', 'h2', 'h3', 'pre', 'blockquote']);
