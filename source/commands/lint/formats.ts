/** The forms in which `retro lint` prints what it found. */
export const formats = ['text', 'json', 'sarif', 'github', 'checkstyle'] as const;

export type ReportFormat = (typeof formats)[number];
