/** The ways to print what was found. Each is loaded when it is asked for. */
import type {Context} from '../context.ts';
import type {Report} from './file-report.ts';
import type {ReportFormat} from './formats.ts';

/** Cells of a row where there is no terminal to measure. */
const unknownWidth = 100;

/** A report for one run, as it goes to standard output. */
export async function reportIn(format: ReportFormat, context: Context<object>): Promise<Report> {
	switch (format) {
		case 'text':
			return (await import('./people-report.ts')).peopleReport(context.paint, widthOf(context.stdout));
		case 'json':
			return (await import('./json-report.ts')).jsonReport();
		case 'sarif':
			return (await import('./sarif-report.ts')).sarifReport(context);
		case 'github':
			return (await import('./github-report.ts')).githubReport(context);
		case 'checkstyle':
			return (await import('./checkstyle-report.ts')).checkstyleReport();
	}
}

/** Cells of a row on this stream. */
export function widthOf({isTTY, columns}: Context['stdout']): number {
	return isTTY === true ? (columns ?? unknownWidth) : unknownWidth;
}
