/** JSON that a terminal can be shown. */

/** As `JSON.stringify`, which leaves DEL and the controls above it as they are; here they are escaped like the others. */
export function jsonText(value: object, indent?: number): string {
	return JSON.stringify(value, null, indent).replace(
		/[\u007F-\u009F]/g,
		(control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
