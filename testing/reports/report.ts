import { writeFileSync } from 'node:fs';

/** What a run of tests leaves for the summary of `npm test`. */
export type Report = {
  /** How many tests were not run. */
  skipped: number;
  /** Why, each reason once, where one was given. */
  reasons: string[];
  /** What failed: the test or file by name, and the first line of what was wrong with it. */
  failures: { name: string; why: string }[];
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes by which terminals colour what they show.
const COLOURS = /\u001b\[[0-9;]*m/g;

/** The lines of an error that say what was wrong, on one line. */
export function whyOf(errors: readonly { message?: string | undefined }[]): string {
  const lines = errors.flatMap(({ message = '' }) => message.replace(COLOURS, '').split('\n'));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 6)
    .join(' | ')
    .slice(0, 400);
}

/** Writes a report where `ANNALS_TEST_REPORT` says, or nowhere. */
export function writeReport(report: Report): void {
  const path = process.env.ANNALS_TEST_REPORT;
  if (path) writeFileSync(path, JSON.stringify(report));
}
