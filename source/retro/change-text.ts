/** The edit that puts another text in the place of one. */
import {changeItem, type Edit, setField} from './edit.ts';
import {type FieldName, type FieldPath, fieldNames, parseItemPath} from './fields.ts';
import type {Retro} from './record.ts';

/** Undefined where the path is of no text: a whole list. */
export function changeText(retro: Retro, path: FieldPath, text: string): Edit | undefined {
	const item = parseItemPath(path);
	if (item !== undefined) return changeItem(retro, item.list, item.id, {[item.part]: text});
	const name = fieldNames.find((field): field is TextField => field === path);
	return name === undefined ? undefined : setField(retro, name, text);
}

type TextField = Extract<FieldName, 'title' | 'summary' | 'impact.users' | 'impact.revenue' | 'impact.data'>;
